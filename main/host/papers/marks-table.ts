import { AlignmentType, HeightRule, type Table, type TableCell, TableRow } from 'docx'
import type { BallotMarks } from '../../../shared/papers/ballot-marks.ts'
import { widthOf } from '../../../shared/papers/title-lines.ts'
import { WRITTEN_IN } from '../../../shared/wording/vote-words.ts'
import { cell, ruledTable } from './ruled-table.ts'
import { SIZE, type Typeface } from './typefaces.ts'
import { CUT_WIDTH } from './word-file.ts'

type MarksTable = Extract<BallotMarks, { kind: 'table' }>

/** From so many rows on a list with one box a row stands in two columns. */
const ROWS_IN_TWO = 13
/** Twips: a place for a box under a name of four characters, and room for a number to be written. */
const BOX_WIDTH = 1_320
const WRITING_WIDTH = 2_600

/** Type and height of the rows, smaller in longer lists; half points and twips. */
const SETTINGS = [
  { most: 14, size: SIZE.four, line: 400, height: 560 },
  { most: 24, size: SIZE.smallFour, line: 340, height: 460 },
  { most: Number.POSITIVE_INFINITY, size: SIZE.smallFour, line: 270, height: 350 },
] as const

const halves = ({ box, columns, rows }: MarksTable): 1 | 2 =>
  columns.length === 1 && box !== '' && rows.length >= ROWS_IN_TWO ? 2 : 1

const rowsBeneath = (marks: MarksTable): number => Math.ceil(marks.rows.length / halves(marks)) + marks.blanks

const settingOf = (marks: MarksTable) => SETTINGS.find(({ most }) => rowsBeneath(marks) <= most) ?? SETTINGS[2]

const boxWidth = ({ box }: MarksTable): number => (box === '' ? WRITING_WIDTH : BOX_WIDTH)

const nameWidth = (marks: MarksTable): number =>
  Math.floor(CUT_WIDTH / halves(marks)) - marks.columns.length * boxWidth(marks)

/** Twips, with names that take up several lines. */
export function marksHeight(marks: MarksTable): number {
  const { height, line, size } = settingOf(marks)
  const characters = Math.max(1, Math.floor((nameWidth(marks) - 200) / (size * 10)) - 1)
  const lines = Math.max(...marks.rows.map((name) => Math.ceil(widthOf(name) / characters)))
  return (rowsBeneath(marks) + 1) * Math.max(height, lines * line + 80)
}

/** The rows of a ballot with a place to be marked under each heading. */
export function marksTable(marks: MarksTable): Table {
  const columns = halves(marks)
  const half = rowsBeneath(marks) - marks.blanks
  const widths = Array.from({ length: columns }, () => [nameWidth(marks), ...marks.columns.map(() => boxWidth(marks))])
  const { height, line, size } = settingOf(marks)
  const place = (text: string, width: number, typeface: Typeface, left = false): TableCell =>
    cell([text], {
      ...{ width, span: 1, typeface, size, line },
      alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
    })
  const row = (cells: readonly TableCell[], tableHeader = false): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader,
      height: { value: height, rule: HeightRule.ATLEAST },
      children: cells,
    })
  const heads = widths.flatMap(() => [
    place(marks.rowsName, nameWidth(marks), 'first'),
    ...marks.columns.map((name) => place(name, boxWidth(marks), 'first')),
  ])
  const lines = Array.from({ length: half }, (_, index) =>
    widths.flatMap((_width, column) => {
      const name = marks.rows[column * half + index]
      return [
        place(name ?? '', nameWidth(marks), 'body', true),
        ...marks.columns.map(() => place(name === undefined ? '' : marks.box, boxWidth(marks), 'body')),
      ]
    }),
  )
  const rest = marks.columns.length - 1
  const grey = { width: rest * boxWidth(marks), span: rest, typeface: 'body', grey: true, size, line } as const
  const blank = () => [
    place(`${WRITTEN_IN}：`, nameWidth(marks), 'body', true),
    place(marks.box, boxWidth(marks), 'body'),
    // Nobody can be against somebody whose name he writes himself.
    ...(rest === 0 ? [] : [cell([''], grey)]),
  ]
  return ruledTable(widths.flat(), [
    row(heads, true),
    ...lines.map((cells) => row(cells)),
    ...Array.from({ length: marks.blanks }, () => row(blank())),
  ])
}
