import {
  AlignmentType,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { printable } from '../../../shared/papers/plain-text.ts'
import { fontTable, styleSheet } from './package-parts.ts'
import { exactly, run } from './type-setting.ts'
import { fontOf, LINE, SIZE } from './typefaces.ts'

/** All that the file says of where it was made: nothing of the machine or its user. */
const MAKER = '议事厅'

/** 页面 (5.1, 5.2.1): A4; 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm. Twips. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2_098, right: 1_474, bottom: 1_984, left: 1_588, header: 851, footer: 1_400, gutter: 0 },
} as const

/** 版心宽. Twips. */
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right

/** Sheets that are cut up: what office printers can print to, nothing bound. Twips. */
const CUT_MARGIN = { top: 850, right: 1_134, bottom: 850, left: 1_134, header: 400, footer: 400, gutter: 0 } as const
export const CUT_WIDTH = PAGE.size.width - CUT_MARGIN.left - CUT_MARGIN.right
export const CUT_HEIGHT = PAGE.size.height - CUT_MARGIN.top - CUT_MARGIN.bottom

/** 空一字 of 四号. Twips. */
const NUMBER_INDENT = 280

type Titled = { readonly title: string; readonly mark: string | null }

/** A Word file with the page set-up of GB/T 9704-2012, `mark` on every page if there is one. */
export const wordFile = (children: readonly FileChild[], { mark, title }: Titled): Promise<Uint8Array> =>
  packed(title, {
    properties: {
      page: { size: PAGE.size, margin: PAGE.margin },
      grid: { type: DocumentGridType.LINES, linePitch: LINE },
    },
    ...(mark === null ? {} : { headers: { default: marked(mark), even: marked(mark) } }),
    footers: { default: numbered('odd'), even: numbered('even') },
    children,
  })

/** Sheets to be cut up. No page number: it would stand on a ballot, which could be known again by it. */
export const sheetsToCut = (children: readonly FileChild[], title: string): Promise<Uint8Array> =>
  packed(title, { properties: { page: { size: PAGE.size, margin: CUT_MARGIN } }, children })

async function packed(title: string, section: ISectionOptions): Promise<Uint8Array> {
  const document = new Document({
    title: printable(title),
    creator: MAKER,
    lastModifiedBy: MAKER,
    description: '',
    evenAndOddHeaderAndFooters: true,
    sections: [section],
  })
  const parts = [
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/styles.xml', data: styleSheet() },
  ]
  const bytes = await Packer.toBuffer(document, false, parts)
  return new Uint8Array(bytes)
}

/** 页码 (7.5): 四号宋体 between two 一字线, odd pages on the right, even ones on the left, one character in. */
function numbered(side: 'odd' | 'even'): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf('page'), size: SIZE.four })
  const place =
    side === 'odd'
      ? { alignment: AlignmentType.RIGHT, indent: { right: NUMBER_INDENT } }
      : { alignment: AlignmentType.LEFT, indent: { left: NUMBER_INDENT } }
  return new Footer({ children: [new Paragraph({ spacing: exactly(LINE), ...place, children: [number] })] })
}

const marked = (mark: string): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run(mark, { typeface: 'second', size: SIZE.four })],
      }),
    ],
  })
