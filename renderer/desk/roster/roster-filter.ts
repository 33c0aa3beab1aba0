import type { SeatId } from '../../../shared/core/ids.ts'
import type { PeopleFinder } from '../../ui/find-people.ts'
import { houseKey, houseOf } from './households.ts'
import type { Person, RosterKind } from './person.ts'
import type { LineNote } from './roster-faults.ts'
import { countsAsVoter, termIsOver } from './roster-people.ts'

export type Mark = 'voting' | 'suspended' | 'termOver' | 'fault'

export const marks: readonly { readonly mark: Mark; readonly name: string }[] = [
  { mark: 'voting', name: '有表决权' },
  { mark: 'suspended', name: '资格停止' },
  { mark: 'termOver', name: '任期已满' },
  { mark: 'fault', name: '有问题' },
]

export type Sought = { readonly query: string; readonly kind: RosterKind | null; readonly mark: Mark | null }

export const everybody: Sought = { query: '', kind: null, mark: null }

export const isEverybody = ({ kind, mark, query }: Sought): boolean =>
  query.trim() === '' && kind === null && mark === null

/** What a mark is told by: the day in China, and what the lines say about themselves. */
export type Facts = { readonly today: string; readonly notes: ReadonlyMap<SeatId, LineNote> }

export function hasMark(person: Person, mark: Mark, { notes, today }: Facts): boolean {
  switch (mark) {
    case 'voting':
      return countsAsVoter(person)
    case 'suspended':
      return person.suspended
    case 'termOver':
      return termIsOver(person, today)
    case 'fault':
      return notes.get(person.seatId)?.is === 'fault'
  }
}

/** Digits of a telephone number from which on one is looked for. */
const PHONE_DIGITS = 3

/**
 * Who is sought, the likeliest name first; who is found by house or telephone alone comes after them. It is a picture of
 * the moment: who is then typed over stays in view.
 */
export function found(
  people: readonly Person[],
  sought: Sought,
  facts: Facts,
  finder: PeopleFinder,
): readonly SeatId[] {
  const { kind, mark, query } = sought
  const passing = people.filter(
    (person) => (kind === null || person.kind === kind) && (mark === null || hasMark(person, mark, facts)),
  )
  const named = finder.find(passing, query)
  if (!/\d/.test(query)) return named.map(({ seatId }) => seatId)
  const have = new Set(named)
  const digits = query.replace(/\D/g, '')
  const house = houseKey(query)
  const placed = passing.filter(
    (person) =>
      !have.has(person) &&
      ((house !== '' && houseOf(person).includes(house)) ||
        (digits.length >= PHONE_DIGITS && person.phone.replace(/\D/g, '').includes(digits))),
  )
  return [...named, ...placed].map(({ seatId }) => seatId)
}

/** The lines in view: the found ones in their order, then lines that are newer than the search. */
export function linesInView(
  people: readonly Person[],
  search: { readonly found: readonly SeatId[]; readonly among: ReadonlySet<SeatId> },
): readonly Person[] {
  const byId = new Map(people.map((person) => [person.seatId, person]))
  return [
    ...search.found.flatMap((seatId) => byId.get(seatId) ?? []),
    ...people.filter(({ seatId }) => !search.among.has(seatId)),
  ]
}
