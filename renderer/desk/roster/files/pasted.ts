import { seatId } from '../../../../shared/core/ids.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import type { Person, RosterKind } from '../person.ts'
import { columnsOf } from './columns.ts'
import { entriesOf } from './entries.ts'
import { mayVote, votesByKind } from './kind-words.ts'
import { saidIn } from './person-cells.ts'
import { type Sheet, type SheetRow, textSheet } from './sheet.ts'

/** `1.`, `2、`, `(3)`: how lists copied from WeChat begin their lines. */
const LIST_NUMBER = /^[（(]?\d{1,3}(?:[)）][.、．]?|[.、．:：]|\s(?=\s*\S))\s*/

/** What a clipboard brings as a table: cells of Excel or WPS, or one person a line, such as a 接龙 from WeChat. */
export function pastedSheet(text: string): Sheet {
  return textSheet(text.includes('\t') ? clipboardRows(text) : listRows(text))
}

/** The people in pasted text; who is given no kind is of the kind `kind`. What cannot be read in a cell is left out. */
export function pastedPeople(text: string, kind: RosterKind): Person[] {
  const sheet = pastedSheet(text)
  const columns = columnsOf(sheet.rows)
  const read = 'found' in columns ? { line: null, of: { name: [0], kind: [1] }, skipped: [], identity: [] } : columns
  return entriesOf(sheet, read).entries.flatMap(({ cells }) => {
    const { said } = saidIn(cells)
    if (said.name === '' || said.name === '姓名') return []
    const { kind: named, voting, suspended, ...rest } = said
    const is = named ?? kind
    const votes = mayVote(is) && (voting ?? votesByKind(is))
    return [{ ...rest, seatId: seatId.mint(randomBytes), kind: is, voting: votes, suspended: suspended ?? false }]
  })
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
