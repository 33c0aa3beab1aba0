import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  type ITableCellBorders,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { BallotsContent } from '../../../shared/papers/ballot-content.ts'
import {
  type BallotLine,
  ballotParagraph,
  heightOf,
  linesAbove,
  linesBelow,
  optionsLine,
  stubLines,
} from './ballot-lines.ts'
import type { SheetWords } from './sheet-words.ts'
import { exactly, run } from './type-setting.ts'
import { SIZE } from './typefaces.ts'
import { CUT_WIDTH } from './word-file.ts'

/** Twips: the stub, the strip with the line to tear along, and what is left for the ballot. */
const STUB = 2_600
const TEAR = 400
const FACE = CUT_WIDTH - STUB - TEAR
const PADDING = 100
const NO_PADDING = { top: 0, bottom: 0, left: 0, right: 0 }
const STUB_WIDTH = STUB - 2 * PADDING
export const FACE_WIDTH = FACE - 2 * PADDING
/** A line to cut along with its words. */
export const CUT_LINE_HEIGHT = 300

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const DASHED = { style: BorderStyle.DASHED, size: 6, color: '000000' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }

export const stubHeight = (content: BallotsContent, words: SheetWords): number =>
  heightOf(stubLines(content, words), STUB_WIDTH)

/** 沿此线撕开: words on a line to cut along. */
export const cutText = (text: string): IParagraphOptions => ({
  spacing: exactly(CUT_LINE_HEIGHT),
  alignment: AlignmentType.CENTER,
  children: [run(text, { typeface: 'second', size: SIZE.five })],
})

/** Ballots of a page beneath each other, their stubs at the left; `slot` is what each has of the page, twips. */
export function stubbedBallots(content: BallotsContent, sheets: readonly SheetWords[], slot: number): Table {
  const height = Math.floor(slot - CUT_LINE_HEIGHT)
  return new Table({
    width: { size: CUT_WIDTH, type: WidthType.DXA },
    columnWidths: [STUB, TEAR, FACE],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: sheets.flatMap((words, index) => [
      ...(index === 0 ? [] : [cutRow()]),
      new TableRow({
        cantSplit: true,
        height: { value: height, rule: HeightRule.ATLEAST },
        children: [stubCell(content, words), tearCell(), faceCell(content, words)],
      }),
    ]),
  })
}

function stubCell(content: BallotsContent, words: SheetWords): TableCell {
  return plainCell(stubLines(content, words), STUB, NO_BORDERS)
}

function faceCell(content: BallotsContent, words: SheetWords): TableCell {
  const { marks } = content
  const options = marks.kind === 'line' ? [optionsLine(marks.options)] : []
  return plainCell([...linesAbove(content, words), ...options, ...linesBelow(content)], FACE, NO_BORDERS)
}

const plainCell = (lines: readonly BallotLine[], width: number, borders: ITableCellBorders): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: PADDING, right: PADDING },
    verticalAlign: VerticalAlign.CENTER,
    borders,
    children: lines.map((line) => ballotParagraph(line, width - 2 * PADDING)),
  })

/** The words run down beside the line. */
const tearCell = (): TableCell =>
  new TableCell({
    width: { size: TEAR, type: WidthType.DXA },
    margins: NO_PADDING,
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    verticalAlign: VerticalAlign.CENTER,
    borders: { ...NO_BORDERS, left: DASHED },
    children: [new Paragraph(cutText('沿此线撕开'))],
  })

const cutRow = (): TableRow =>
  new TableRow({
    cantSplit: true,
    height: { value: CUT_LINE_HEIGHT, rule: HeightRule.EXACT },
    children: [
      new TableCell({
        width: { size: CUT_WIDTH, type: WidthType.DXA },
        columnSpan: 3,
        margins: NO_PADDING,
        borders: { ...NO_BORDERS, bottom: DASHED },
        children: [new Paragraph(cutText('沿此线剪开'))],
      }),
    ],
  })
