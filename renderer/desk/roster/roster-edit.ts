import { type CouncilId, councilId, type SeatId } from '../../../shared/core/ids.ts'
import { type CouncilFields, isCouncilFields } from './council-fields.ts'
import type { HostRoster } from './host-roster.ts'
import type { Person } from './person.ts'
import { isBlank, isPartOfPerson, isPerson, personFields, tidied } from './roster-people.ts'

type Parts = Readonly<Record<string, Partial<Person>>>

/**
 * What was changed and is not saved yet; all else is the host's. It is laid over the host's roster as that stands, so that
 * changes which others make to other people are neither hidden nor undone.
 */
export type RosterEdit = {
  readonly councilId: CouncilId
  /** What the council is to be, and what it was when that was typed or was sent as. */
  readonly council: { readonly now: CouncilFields; readonly seen: readonly CouncilFields[] } | null
  /** People, and lines for people, that the host did not have. */
  readonly added: readonly Person[]
  /** Of people whom the host has: the changed parts. */
  readonly changed: Parts
  /** What the host may say of these parts unless somebody else changed them: what it said first, and all that was sent. */
  readonly seen: Readonly<Record<string, readonly Partial<Person>[]>>
  /** Who is to leave, as the host had them: nobody else leaves. */
  readonly removed: readonly Person[]
  /** Lines that were deleted before the host had them, kept so that they can be brought back. */
  readonly dropped: readonly Person[]
}

export const noEdit = (council: CouncilId): RosterEdit => ({
  councilId: council,
  council: null,
  added: [],
  changed: {},
  seen: {},
  removed: [],
  dropped: [],
})

/** The roster as it will be. Who is untouched is the very same object as the host's. */
export function peopleOf({ people }: HostRoster, { added, changed, removed }: RosterEdit): readonly Person[] {
  const gone = new Set(removed.map((person) => person.seatId))
  const ours = new Map(added.map((person) => [person.seatId, person]))
  const shown: Person[] = []
  for (const [seatId, person] of people) {
    if (gone.has(seatId)) continue
    const part = changed[seatId]
    shown.push(ours.get(seatId) ?? (part === undefined ? person : { ...person, ...part }))
  }
  return [...shown, ...added.filter(({ seatId }) => !people.has(seatId) && !gone.has(seatId))]
}

/** With these people as they are now said to be; each is on the roster already. */
export function withPeople(edit: RosterEdit, { people }: HostRoster, said: readonly Person[]): RosterEdit {
  const now = new Map(said.map((person) => [person.seatId, person]))
  const ours = new Set(edit.added.map((person) => person.seatId))
  const changed = { ...edit.changed }
  const seen = { ...edit.seen }
  for (const person of said) {
    const { seatId } = person
    const known = people.get(seatId)
    if (known === undefined || ours.has(seatId)) continue
    const part = changed[seatId] ?? {}
    const [first = {}, ...sent] = seen[seatId] ?? []
    // What was sent may arrive yet: to be what it was again is then a change of its own.
    const fields = personFields.filter((field) => person[field] !== known[field] || (sent.length > 0 && field in part))
    if (fields.length === 0) {
      delete changed[seatId]
      delete seen[seatId]
      continue
    }
    changed[seatId] = partOf(person, fields)
    seen[seatId] = [{ ...partOf(known, fields), ...partOf(first, fields) }, ...sent]
  }
  const added = edit.added.map((person) => now.get(person.seatId) ?? person)
  return { ...edit, added, changed, seen }
}

function partOf(person: Partial<Person>, fields: readonly (keyof Person)[]): Partial<Person> {
  return Object.fromEntries(fields.flatMap((field) => (field in person ? [[field, person[field]]] : [])))
}

/** With further people at the end, or behind the added line `after`; blank lines behind that give way. */
export function withAdded(edit: RosterEdit, people: readonly Person[], after: SeatId | null = null): RosterEdit {
  const at = edit.added.findIndex(({ seatId }) => seatId === after)
  if (at === -1) return { ...edit, added: [...edit.added, ...people] }
  const line = edit.added[at]
  const before = edit.added.slice(0, line !== undefined && isBlank(line) ? at : at + 1)
  const behind = edit.added.slice(at + 1).filter((person) => !isBlank(person))
  return { ...edit, added: [...before, ...people, ...behind] }
}

/** Without these people: whom the host has leaves when this is saved, a line of ours at once. */
export function withoutPeople(edit: RosterEdit, { people }: HostRoster, gone: ReadonlySet<SeatId>): RosterEdit {
  const leaving = [...people.values()].filter(({ seatId }) => gone.has(seatId))
  const lines = edit.added.filter(({ seatId }) => gone.has(seatId) && !people.has(seatId))
  return {
    ...edit,
    added: edit.added.filter((person) => !lines.includes(person)),
    removed: [...edit.removed.filter(({ seatId }) => !gone.has(seatId)), ...leaving],
    dropped: [...edit.dropped, ...lines.filter((person) => !isBlank(person))],
  }
}

/** Takes the removal of these people back. */
export function withRestored(edit: RosterEdit, back: ReadonlySet<SeatId>): RosterEdit {
  return {
    ...edit,
    added: [...edit.added, ...edit.dropped.filter(({ seatId }) => back.has(seatId))],
    removed: edit.removed.filter(({ seatId }) => !back.has(seatId)),
    dropped: edit.dropped.filter(({ seatId }) => !back.has(seatId)),
  }
}

export function withFields(edit: RosterEdit, { fields }: HostRoster, now: CouncilFields): RosterEdit {
  return { ...edit, council: { now, seen: edit.council?.seen ?? (fields === null ? [] : [fields]) } }
}

/** Without these parts of somebody, wherever the edit has them: they were deleted at the host. */
export function withoutParts(
  edit: RosterEdit,
  { people }: HostRoster,
  seatId: SeatId,
  parts: readonly ('house' | 'name' | 'phone')[],
): RosterEdit {
  const fields = personFields.filter((field) => !parts.some((part) => part === field))
  const rest = (part: Partial<Person>) => partOf(part, fields)
  const [known, ours] = [people.get(seatId), edit.added.find((person) => person.seatId === seatId)]
  let part = edit.changed[seatId] ?? {}
  let before = edit.seen[seatId] ?? []
  // A line of ours that has arrived is the host's now: what was typed since is a change.
  const arrived = known !== undefined && ours !== undefined
  if (arrived) {
    part = partOf(
      ours,
      personFields.filter((field) => ours[field] !== known[field]),
    )
    before = [known, ...before]
  }
  const { [seatId]: _part, ...changed } = edit.changed
  const { [seatId]: _before, ...seen } = edit.seen
  const left = rest(part)
  const stays = Object.keys(left).length > 0
  const emptied = Object.fromEntries(parts.map((field) => [field, '']))
  const without = (person: Person) => (person.seatId === seatId ? { ...person, ...emptied } : person)
  return {
    ...edit,
    added: edit.added.filter((person) => !(arrived && person === ours)).map(without),
    changed: stays ? { ...changed, [seatId]: left } : changed,
    seen: stays ? { ...seen, [seatId]: before.map(rest) } : seen,
    removed: edit.removed.map(without),
    dropped: edit.dropped.map(without),
  }
}

/** To be kept before anything is sent: what arrives at the host from now on is nobody else's doing. */
export function attempted(edit: RosterEdit): RosterEdit {
  const seen = { ...edit.seen }
  for (const [seatId, part] of Object.entries(edit.changed)) seen[seatId] = [...(seen[seatId] ?? []), tidied(part)]
  for (const person of edit.added) {
    if (!isBlank(person)) seen[person.seatId] = [...(seen[person.seatId] ?? []), tidied(person)]
  }
  const { council } = edit
  return { ...edit, seen, council: council === null ? null : { ...council, seen: [...council.seen, council.now] } }
}

/** Whether there is nothing in it that the host would be told, or that somebody typed. */
export const isNothing = ({ added, changed, council, removed }: RosterEdit): boolean =>
  council === null && removed.length === 0 && Object.keys(changed).length === 0 && added.every(isBlank)

export function isRosterEdit(value: unknown): value is RosterEdit {
  if (typeof value !== 'object' || value === null) return false
  const edit = value as Partial<Record<keyof RosterEdit, unknown>>
  const people = [edit.added, edit.removed, edit.dropped]
  return (
    councilId.parse(edit.councilId) !== null &&
    people.every((list) => Array.isArray(list) && list.every(isPerson)) &&
    isRecord(edit.changed, isPartOfPerson) &&
    isRecord(edit.seen, (one) => Array.isArray(one) && one.every(isPartOfPerson)) &&
    isCouncilEdit(edit.council)
  )
}

const isRecord = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isOne)

function isCouncilEdit(value: unknown): boolean {
  if (value === null) return true
  if (typeof value !== 'object' || value === undefined) return false
  const { now, seen } = value as Partial<Record<'now' | 'seen', unknown>>
  return isCouncilFields(now) && Array.isArray(seen) && seen.every(isCouncilFields)
}
