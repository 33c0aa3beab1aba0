import { AlignmentType, HeightRule, Paragraph, type TableCell, TableRow } from 'docx'
import type { WorksheetContent, WorksheetField, WorksheetRow } from '../../../shared/papers/worksheet-content.ts'
import { cell, ruledTable } from './ruled-table.ts'
import { exactly, markLine, titleLine } from './type-setting.ts'
import { TEXT_WIDTH, wordFile } from './word-file.ts'

/** A line to write or sign on by hand: 10.6 mm. Twips. */
const WRITING_LINE = 600
const LABEL_WIDTH = 1_922
const HALF_WIDTH = TEXT_WIDTH / 2 - LABEL_WIDTH
/** Between the title and the form. */
const GAP = 100
const COLUMNS = [LABEL_WIDTH, HALF_WIDTH, LABEL_WIDTH, HALF_WIDTH]
/** 年 月 日, with room to write a number before each. */
const DATE_BY_HAND = '年　　月　　日'

/** 红色议事工单 as a Word file: a form on A4, upright, for one sheet with two sides. */
export function worksheetDocx(content: WorksheetContent): Promise<Uint8Array> {
  const { head, mark, matter, sides, title } = content
  const [front, back] = sides
  const side = (rows: readonly WorksheetRow[]) =>
    ruledTable(COLUMNS, [pairRow(head, { tableHeader: true }), ...rows.map(rowOf)])
  const above = [titleLine(title), ...(mark === null ? [] : [markLine(mark)]), gap()]
  const children = [...above, side(front), gap(true), side(back), gap()]
  return wordFile(children, { title: `${title}：${matter}`, mark })
}

/** As good as nothing: Word wants a paragraph around tables, and would make it a full line. */
const gap = (pageBreakBefore = false): Paragraph => new Paragraph({ spacing: exactly(GAP), pageBreakBefore })

function rowOf(row: WorksheetRow): TableRow {
  switch (row.kind) {
    case 'section':
      return new TableRow({
        cantSplit: true,
        children: [cell([row.title], { width: TEXT_WIDTH, span: 4, typeface: 'first', grey: true })],
      })
    case 'wide':
      return new TableRow({
        cantSplit: true,
        height: heightOf(row.field),
        children: [labelCell(row.field), valueCell(row.field, TEXT_WIDTH - LABEL_WIDTH, 3)],
      })
    case 'pair':
      return pairRow(row.fields)
  }
}

function pairRow(
  [left, right]: readonly [WorksheetField, WorksheetField],
  more: { readonly tableHeader?: true } = {},
): TableRow {
  return new TableRow({
    cantSplit: true,
    ...more,
    height: heightOf(left.room > right.room ? left : right),
    children: [left, right].flatMap((field) => [labelCell(field), valueCell(field, HALF_WIDTH, 1)]),
  })
}

const heightOf = ({ room }: WorksheetField) => ({ value: room * WRITING_LINE, rule: HeightRule.ATLEAST })

const labelCell = ({ label }: WorksheetField): TableCell =>
  cell([label], { width: LABEL_WIDTH, span: 1, typeface: 'first' })

function valueCell({ dateByHand, lines }: WorksheetField, width: number, span: number): TableCell {
  if (dateByHand) return cell([DATE_BY_HAND], { width, span, typeface: 'body', alignment: AlignmentType.RIGHT })
  return cell(lines.length === 0 ? [''] : lines, { width, span, typeface: 'body', alignment: AlignmentType.LEFT })
}
