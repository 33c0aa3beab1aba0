import { AlignmentType, type Table, TableRow } from 'docx'
import type { ResultGrid } from '../../../shared/papers/result-grids.ts'
import { cell, ruledTable } from './ruled-table.ts'
import { TEXT_WIDTH } from './word-file.ts'

/** A table with its name and heads on every page that it takes up; rows stay whole. */
export function gridTable({ columns, rows, shares, title }: ResultGrid): Table {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / all))
  const name = new TableRow({
    cantSplit: true,
    tableHeader: true,
    children: [
      cell([title], { width: TEXT_WIDTH, span: columns.length, typeface: 'first', grey: true, keepNext: true }),
    ],
  })
  return ruledTable(widths, [
    name,
    rowOf(columns, widths, { typeface: 'first', tableHeader: true }),
    ...rows.map((row) => rowOf(row, widths, { typeface: 'body', tableHeader: false })),
  ])
}

/** Figures stand in the middle, words that run over several lines begin at the left. */
const rowOf = (
  texts: readonly string[],
  widths: readonly number[],
  { tableHeader, typeface }: { readonly tableHeader: boolean; readonly typeface: 'body' | 'first' },
): TableRow =>
  new TableRow({
    cantSplit: true,
    tableHeader,
    children: texts.map((text, index) =>
      cell([text], {
        ...{ width: widths[index] ?? 0, span: 1, typeface, keepNext: tableHeader },
        alignment: tableHeader || text.length < SHORT ? AlignmentType.CENTER : AlignmentType.LEFT,
      }),
    ),
  })

/** Characters that fit on one line of every column. */
const SHORT = 14
