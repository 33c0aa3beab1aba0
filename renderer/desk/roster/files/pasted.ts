import type { Person, RosterKind } from '../person.ts'
import { rosterFrom } from './roster-from.ts'
import { type Sheet, type SheetRow, textSheet } from './sheet.ts'

/** More text than the largest roster makes; a page that lays out more stands still. */
export const MAX_PASTED = 2_000_000

/** `1.`, `2、`, `(3)`: how lists copied from WeChat begin their lines. */
const LIST_NUMBER = /^[（(]?\d{1,3}(?:[)）][.、．]?|[.、．:：]|\s(?=\s*\S))\s*/

/** What a clipboard brings as a table: cells of Excel or WPS, or one person a line, such as a 接龙 from WeChat. */
export function pastedSheet(text: string): Sheet {
  return textSheet(text.includes('\t') ? clipboardRows(text) : listRows(text))
}

/**
 * The people in pasted text; who is given no kind is of the kind `kind`. Null when anything of it would be lost or guessed
 * at: a cell that cannot be read, a column that is not understood, a word that is no kind.
 */
export function pastedPeople(text: string, kind: RosterKind): readonly Person[] | null {
  if (text.length > MAX_PASTED) return null
  const { faults, people, skippedColumns, warnings } = rosterFrom(pastedSheet(text), [], kind)
  if (faults.length + skippedColumns.length + warnings.length > 0) return null
  return people.map(({ person }) => person)
}

function listRows(text: string): readonly SheetRow[] {
  return text.split(/\r\n|\r|\n/).map((line, index) => ({
    line: index + 1,
    cells: line
      .trim()
      .replace(LIST_NUMBER, '')
      .split(/[,，;；]/)
      .map((cell) => cell.trim()),
  }))
}

/** Cells between tabs; one with a tab, a line end or quotes of its own stands in quotes. */
function clipboardRows(text: string): readonly SheetRow[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of text.matchAll(CELL)) {
    rows[rows.length - 1]?.push((quoted?.replace(/""/g, '"') ?? plain).trim())
    if (end !== '\t' && end !== '') rows.push([])
  }
  return rows.map((cells, index) => ({ line: index + 1, cells }))
}

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/g
