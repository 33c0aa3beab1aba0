import { type SeatId, seatId } from '../../../shared/core/ids.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'

/** The kinds of seats that a roster names; 现场登记 happens at the door. */
export const rosterKinds = ['convener', 'standing', 'public', 'scribe', 'guest'] as const

export type RosterKind = (typeof rosterKinds)[number]

export const isRosterKind = (value: unknown): value is RosterKind => rosterKinds.some((kind) => kind === value)

/** One person of the roster as it is being typed; the seat's id is there from the first key on. */
export type RosterRow = {
  readonly seatId: SeatId
  readonly name: string
  readonly kind: RosterKind
  readonly voting: boolean
}

const MAX_NAME_LENGTH = 40
/** `1.`, `2、`, `(3)`: how lists copied from WeChat begin their lines. */
const LIST_NUMBER = /^[（(]?\d{1,3}(?:[)）][.、．]?|[.、．:：]|\s(?=\s*\S))\s*/

export const newRow = (kind: RosterKind = 'standing', name = ''): RosterRow => ({
  seatId: seatId.mint(randomBytes),
  name,
  kind,
  voting: votesByRule(kind),
})

/** Who votes unless it is said otherwise: 列席 never do, 话事员 record. */
export const votesByRule = (kind: RosterKind): boolean => kind !== 'guest' && kind !== 'scribe'

/** A first roster: somebody to chair, somebody to record, members. */
export const firstRows = (): readonly RosterRow[] => [
  newRow('convener'),
  newRow('scribe'),
  newRow('standing'),
  newRow('standing'),
  newRow('standing'),
]

/**
 * Rows from pasted text, one person a line: from Excel (name, kind), or a 接龙 from WeChat with its numbers. What is no
 * kind of ours in the second column is left out.
 */
export function pastedRows(text: string, kind: RosterKind): readonly RosterRow[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [first = '', second = ''] = line
      .trim()
      .replace(LIST_NUMBER, '')
      .split(/[\t,，;；]+/)
    const name = first.trim()
    if (name === '' || name === '姓名') return []
    return [newRow(kindNamed(second.trim()) ?? kind, name)]
  })
}

/** A kind by what people write for it: 列席人员, 常任, 群众代表. */
function kindNamed(word: string): RosterKind | null {
  if (word === '') return null
  if (/召集|主持|组长|书记/.test(word)) return 'convener'
  if (/话事|记录/.test(word)) return 'scribe'
  if (/列席|旁听|嘉宾/.test(word)) return 'guest'
  if (/公众|居民|群众|业主/.test(word)) return 'public'
  return /常任|委员/.test(word) ? 'standing' : null
}

/** The rows that are people: empty lines are none. */
export const named = (rows: readonly RosterRow[]): readonly RosterRow[] =>
  rows.flatMap((row) => (row.name.trim() === '' ? [] : [{ ...row, name: row.name.trim() }]))

/** What is wrong with a row, in words; null when nothing is. */
export function rowFault(rows: readonly RosterRow[], index: number): string | null {
  const row = rows[index]
  const name = row?.name.trim() ?? ''
  if (row === undefined || name === '') return null
  if (name.length > MAX_NAME_LENGTH) return `姓名太长，请写在 ${MAX_NAME_LENGTH} 个字以内`
  const same = rows.findIndex((other, at) => at !== index && other.name.trim() === name)
  if (same !== -1) return `与第 ${same + 1} 行重名，请加上楼栋或单位区分`
  return null
}

/** Why a meeting could not be held with this roster; null when it could. */
export function rosterFault(rows: readonly RosterRow[]): string | null {
  const people = named(rows)
  if (people.length === 0) return '名册还是空的。请至少写上召集人和一位有表决权的委员。'
  if (rows.some((_, index) => rowFault(rows, index) !== null)) return '名册里有标出的问题，请先改好。'
  if (!people.some((row) => row.kind === 'convener')) return '还没有召集人。请把其中一位的身份选成召集人。'
  if (!people.some((row) => row.voting)) return '还没有人有表决权。请至少勾选一位。'
  return null
}

export function isRosterRow(value: unknown): value is RosterRow {
  if (typeof value !== 'object' || value === null) return false
  const row = value as Partial<Record<keyof RosterRow, unknown>>
  return (
    seatId.parse(row.seatId) !== null &&
    typeof row.name === 'string' &&
    isRosterKind(row.kind) &&
    typeof row.voting === 'boolean'
  )
}
