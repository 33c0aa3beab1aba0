import { AlignmentType, type Table, TableRow } from 'docx'
import type { CountTable } from '../../../shared/papers/vote-figures.ts'
import { cell, ruledTable } from './ruled-table.ts'
import { TEXT_WIDTH } from './word-file.ts'

/** Twips: 基本满意 on one line. */
const FIGURE_WIDTH = 1_250

/** 评议表, 得票表: its head on every page, a row for each object, project or candidate. */
export function countTable({ columns, rows }: CountTable): Table {
  const figures = columns.length - 1
  const widths = columns.map((_, index) => (index === 0 ? TEXT_WIDTH - figures * FIGURE_WIDTH : FIGURE_WIDTH))
  const row = (cells: readonly string[], head: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(head ? { tableHeader: true } : {}),
      children: cells.map((text, index) =>
        cell([text], {
          width: widths[index] ?? FIGURE_WIDTH,
          span: 1,
          typeface: head ? 'first' : 'body',
          ...(index === 0 && !head ? { alignment: AlignmentType.LEFT } : {}),
        }),
      ),
    })
  return ruledTable(widths, [row(columns, true), ...rows.map((cells) => row(cells, false))])
}
