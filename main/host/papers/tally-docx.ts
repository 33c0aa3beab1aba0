import { AlignmentType, type FileChild, HeightRule, type Table, type TableCell, TableRow } from 'docx'
import { empty, type FormRow, filled, pair, wide } from '../../../shared/papers/form-rows.ts'
import { plain } from '../../../shared/papers/paragraph.ts'
import type { TallyContent } from '../../../shared/papers/tally-content.ts'
import { formTable, gap } from './form-table.ts'
import { cell, ruledTable } from './ruled-table.ts'
import { bodyParagraph, markLine, titleLine } from './type-setting.ts'
import { TEXT_WIDTH, wordFile } from './word-file.ts'

/** Places for a 正 in a line, and their width and height: a thumb's breadth. Twips. */
const IN_LINE = 10
const BOX = 480
const TOTAL = 1_000
const LABEL = TEXT_WIDTH - IN_LINE * BOX - TOTAL
const WIDTHS = [LABEL, ...Array.from({ length: IN_LINE }, () => BOX), TOTAL]
const HEIGHT = { value: 540, rule: HeightRule.ATLEAST }

/** 计票单 as a Word file: every count begins on a page of its own. */
export function tallyDocx(content: TallyContent): Promise<Uint8Array> {
  const { counts, mark, matter } = content
  const sheets = counts.flatMap((count, index) => [
    ...(index === 0 ? [] : [gap({ pageBreakBefore: true })]),
    ...sheetOf(content, count),
  ])
  return wordFile(sheets, { title: `计票单：${matter}`, mark })
}

function sheetOf(content: TallyContent, count: string | null): readonly FileChild[] {
  const { checks, date, mark, matter, meetingTitle } = content
  return [
    titleLine(count === null ? '计票单' : `计票单（${count}）`),
    ...(mark === null ? [] : [markLine(mark)]),
    gap(),
    formTable([
      wide(filled('会议', `${meetingTitle}（${date}）`)),
      wide(filled('表决事项', matter)),
      pair(empty('发出票数', 1), empty('收回票数', 1)),
      pair(empty('有效票数', 1), empty('无效票数', 1)),
    ]),
    gap(),
    strokesTable(content),
    gap(),
    formTable(signatureRows(content), { together: true }),
    gap(),
    ...checks.map((check) => bodyParagraph(plain(`核对：${check}`))),
  ]
}

const signatureRows = ({ signatures }: TallyContent): readonly FormRow[] =>
  signatures.map(({ label, names }) =>
    wide(empty(names.length === 0 ? `${label}签字` : `${label}签字（${names.join('、')}）`, 1)),
  )

/** 画“正”字: a line for each mark, the name of its row above it where a ballot has several. */
function strokesTable({ boxes, lines }: TallyContent): Table {
  const several = lines.some(({ row, writtenIn }, index) => !writtenIn && row !== null && row === lines[index + 1]?.row)
  const rows = lines.flatMap(({ mark, row, writtenIn }, index) => {
    if (row !== null && writtenIn === 'found') return markRows(row, boxes, false)
    if (row !== null && writtenIn === 'blank') return markRows(row, Math.min(boxes, IN_LINE), false, true)
    return [
      ...(several && row !== null && row !== lines[index - 1]?.row ? [nameRow(row)] : []),
      ...markRows(several || row === null ? mark : row, boxes, several && row === lines[index + 1]?.row),
    ]
  })
  return ruledTable(WIDTHS, [headRow(), ...rows])
}

const headRow = (): TableRow =>
  new TableRow({
    cantSplit: true,
    tableHeader: true,
    children: [
      cell(['选项'], { width: LABEL, span: 1, typeface: 'first' }),
      cell(['画“正”字'], { width: IN_LINE * BOX, span: IN_LINE, typeface: 'first' }),
      cell(['小计'], { width: TOTAL, span: 1, typeface: 'first' }),
    ],
  })

const nameRow = (name: string): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      cell([name], {
        ...{ width: TEXT_WIDTH, span: WIDTHS.length, typeface: 'first', grey: true, keepNext: true },
        alignment: AlignmentType.LEFT,
      }),
    ],
  })

/**
 * As many lines as the boxes take up; the sum is written in the last. `keepNext`: the next mark is of the same row.
 * `written`: something is written behind the label by hand.
 */
function markRows(label: string, boxes: number, keepNext: boolean, written = false): readonly TableRow[] {
  const count = Math.ceil(boxes / IN_LINE)
  return Array.from({ length: count }, (_, index) => {
    const kept = keepNext || index < count - 1
    const places: readonly TableCell[] = Array.from({ length: IN_LINE }, () => blank(BOX, kept))
    const name = cell([index === 0 ? label : ''], {
      ...{ width: LABEL, span: 1, typeface: 'body', keepNext: kept },
      ...(written ? { alignment: AlignmentType.LEFT } : {}),
    })
    return new TableRow({ cantSplit: true, height: HEIGHT, children: [name, ...places, blank(TOTAL, kept)] })
  })
}

const blank = (width: number, keepNext: boolean): TableCell =>
  cell([''], { width, span: 1, typeface: 'body', keepNext })
