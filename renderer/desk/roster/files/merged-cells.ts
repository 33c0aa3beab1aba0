import { holdsIdNumber } from '../../../../shared/contacts/identity-number.ts'
import { columnName } from './column-name.ts'
import { type Field, fieldNames } from './columns.ts'
import { linesText } from './lines-text.ts'
import type { Merge, SheetRow, Warning } from './sheet.ts'

/** What is true of one person, or counted, and so never holds for the next line too. */
const ONCE: ReadonlySet<Field> = new Set(['name', 'flats', 'area'])

/** Rows in which a value merged down one column stands in each of its lines; what could mean several things is told. */
export function spread(
  rows: readonly SheetRow[],
  merges: readonly Merge[],
  fieldAt: ReadonlyMap<number, Field>,
): { readonly rows: readonly SheetRow[]; readonly warnings: readonly Warning[] } {
  const filled = rows.map(({ cells, line }) => ({ line, cells: [...cells] }))
  const warnings: Warning[] = []
  for (const { from, to } of merges) {
    const covered = within(filled, from.line, to.line)
    const lines = covered.map(({ line }) => line)
    const touched = [...fieldAt].filter(([column]) => column >= from.column && column <= to.column)
    const [first] = touched
    if (first === undefined || covered.length === 0) continue
    if (from.column !== to.column) {
      // One text across a whole line is a title or a note.
      if (covered.every(({ cells }) => cells.filter((cell) => cell !== '').length < 2)) continue
      const block = `${columnName(from.column)}${from.line}:${columnName(to.column)}${to.line}`
      warnings.push({ line: from.line, sentence: `${block} 是合并的格子，只读左上角一格，别的当作空的，请核对。` })
      continue
    }
    const [column, field] = first
    if (covered.length < 2) continue
    if (ONCE.has(field)) {
      const sentence = `${linesText(lines)}的“${fieldNames[field]}”是合并的，只算在第一行，请核对。`
      warnings.push({ line: from.line, sentence })
      continue
    }
    const value = covered[0]?.cells[column] ?? ''
    if (value === '') continue
    for (const { cells } of covered) {
      while (cells.length < column) cells.push('')
      cells[column] = value
    }
    const sentence = `${linesText(lines)}的“${fieldNames[field]}”是合并的，每一行都按${holdsIdNumber([value]) ? '它' : `“${value}”`}读，请核对。`
    warnings.push({ line: from.line, sentence })
  }
  return { rows: filled, warnings }
}

/** The rows from one line to another; rows ascend. */
function within<Row extends { readonly line: number }>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.line ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while ((rows[end]?.line ?? Number.POSITIVE_INFINITY) <= to) end += 1
  return rows.slice(low, end)
}
