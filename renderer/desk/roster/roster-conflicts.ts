import type { SeatId } from '../../../shared/core/ids.ts'
import { sameFields } from './council-fields.ts'
import type { HostRoster } from './host-roster.ts'
import type { Person } from './person.ts'
import type { RosterEdit } from './roster-edit.ts'
import { personFields, tidied } from './roster-people.ts'

/** What of an edit still stands. */
export type Settled = {
  readonly edit: RosterEdit
  /** Whose changes were given up, because somebody else changed the same in the meantime; by name. */
  readonly people: readonly string[]
  /** The council's own fields were changed elsewhere. */
  readonly council: boolean
}

/**
 * Gives up what somebody else has changed since: the host's word is newer. All other changes stand. The same edit comes
 * back when there is nothing to give up.
 */
export function settled(edit: RosterEdit, host: HostRoster): Settled {
  const lost = new Map<string, string>()
  for (const [seatId, part] of Object.entries(edit.changed)) {
    const is = host.people.get(seatId as SeatId)
    const name = edit.seen[seatId]?.[0]?.name ?? part.name
    if (is === undefined || movedElsewhere(is, part, edit.seen[seatId] ?? [])) lost.set(seatId, name || is?.name || '')
  }
  for (const person of edit.added) {
    const { seatId } = person
    const is = host.people.get(seatId)
    // A seat of ours may be there before what is known of its person.
    const arriving = { name: '', phone: '', house: '' }
    const elsewhere = is !== undefined && movedElsewhere(is, person, [...(edit.seen[seatId] ?? []), arriving])
    if (elsewhere) lost.set(seatId, is.name || person.name)
  }
  for (const person of edit.removed) {
    const is = host.people.get(person.seatId)
    const [part, seen = []] = [edit.changed[person.seatId], edit.seen[person.seatId]]
    if (is !== undefined && movedElsewhere(is, person, part === undefined ? seen : [...seen, part])) {
      lost.set(person.seatId, is.name || person.name)
    }
  }
  const gone = edit.removed.filter(({ seatId }) => !host.people.has(seatId))
  const { council } = edit
  const otherCouncil =
    council !== null &&
    host.fields !== null &&
    ![council.now, ...council.seen].some((fields) => host.fields !== null && sameFields(fields, host.fields))
  if (lost.size === 0 && gone.length === 0 && !otherCouncil) return { edit, people: [], council: false }
  const stays = ({ seatId }: Person) => !lost.has(seatId)
  return {
    edit: {
      ...edit,
      council: otherCouncil ? null : council,
      added: edit.added.filter(stays),
      changed: without(edit.changed, lost),
      seen: without(edit.seen, lost),
      removed: edit.removed.filter((person) => stays(person) && !gone.includes(person)),
    },
    people: [...lost.values()],
    council: otherCouncil,
  }
}

/** Whether the host says of one of these parts what nobody here has seen or said. */
function movedElsewhere(is: Person, part: Partial<Person>, seen: readonly Partial<Person>[]): boolean {
  return personFields.some(
    (field) => field in part && ![tidied(part), ...seen].some((one) => field in one && one[field] === is[field]),
  )
}

const without = <One>(all: Readonly<Record<string, One>>, gone: ReadonlyMap<string, unknown>) =>
  Object.fromEntries(Object.entries(all).filter(([seatId]) => !gone.has(seatId)))

/** What the page says then. */
export function lostWords({ council, people }: Pick<Settled, 'council' | 'people'>): string | null {
  const names = people.map((name) => name || '一位没有姓名的').slice(0, NAMES_TOLD)
  const who = names.join('、') + (people.length > NAMES_TOLD ? `等 ${people.length} 人` : '')
  const what = [...(people.length > 0 ? [who] : []), ...(council ? ['组织的名称、短码、层级或地区'] : [])]
  if (what.length === 0) return null
  return `${what.join('，以及')}在别处改过，已换成最新的；您对此没存的改动没有带过来，其余的都在。`
}

const NAMES_TOLD = 5
