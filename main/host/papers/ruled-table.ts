import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  type TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { exactly, run } from './type-setting.ts'
import { SIZE, type Typeface } from './typefaces.ts'

/** 小四 on lines of 20 pt. Twips. */
const CELL_LINE = 400
const CELL_PADDING = { top: 40, bottom: 40, left: 100, right: 100 }
const SECTION_GREY = 'EDEDED'
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** A table as wide as its columns, with a rule around every cell. */
export const ruledTable = (columnWidths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    rows,
  })

/** A cell with a paragraph a line, in 小四 unless said otherwise. `keepNext`: its row stays on the page of the next one. */
export function cell(
  lines: readonly string[],
  {
    alignment = AlignmentType.CENTER,
    grey = false,
    keepNext = false,
    line = CELL_LINE,
    size = SIZE.smallFour,
    span,
    typeface,
    width,
  }: {
    readonly width: number
    readonly span: number
    readonly typeface: Typeface
    readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
    readonly grey?: boolean
    readonly keepNext?: boolean
    /** Half points, and the line that goes with it in twips. */
    readonly size?: number
    readonly line?: number
  },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    margins: CELL_PADDING,
    verticalAlign: VerticalAlign.CENTER,
    ...(grey ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: SECTION_GREY } } : {}),
    children: lines.map(
      (text) =>
        new Paragraph({
          spacing: exactly(line),
          alignment,
          ...(keepNext ? { keepNext } : {}),
          children: [run(text, { typeface, size })],
        }),
    ),
  })
}
