import type { Contact } from '../../../shared/contacts/messages.ts'
import { isDecimal, sumOf } from '../../../shared/core/decimal.ts'
import { seatId } from '../../../shared/core/ids.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { areaOf, flatsOf, phoneOf } from './files/cell-values.ts'
import { votesByKind } from './files/kind-words.ts'
import { type Person, type RosterKind, rosterKinds } from './person.ts'

export type PersonField = Exclude<keyof Person, 'seatId'>

const TEXTS = [
  'name',
  'party',
  'duty',
  'termFrom',
  'termTo',
  'house',
  'phone',
  'flats',
  'area',
] as const satisfies PersonField[]
const SWITCHES = ['voting', 'suspended'] as const satisfies PersonField[]

export const personFields: readonly PersonField[] = [...TEXTS, ...SWITCHES, 'kind']

const isRosterKind = (value: unknown): value is RosterKind => rosterKinds.some((kind) => kind === value)

/** Somebody who is being added; the seat's id is there from the first key on. */
export const newPerson = (kind: RosterKind = 'standing', name = ''): Person => ({
  seatId: seatId.mint(randomBytes),
  name,
  kind,
  voting: votesByKind(kind),
  suspended: false,
  party: '',
  duty: '',
  termFrom: '',
  termTo: '',
  house: '',
  phone: '',
  flats: '',
  area: '',
})

/** A first roster: somebody to chair, somebody to record, members. */
export const firstPeople = (): readonly Person[] => [
  newPerson('convener'),
  newPerson('scribe'),
  newPerson('standing'),
  newPerson('standing'),
  newPerson('standing'),
]

/** The next line is most often of the same kind; but a council has one convener and one scribe. */
export const followOn = (person: Person | undefined): RosterKind =>
  person === undefined || person.kind === 'convener' || person.kind === 'scribe' ? 'standing' : person.kind

/** A seat as the host has it with what is known of who sits there; null for a kind that no roster names. */
export function personOf(seat: Seat, name: string, contact: Contact | undefined): Person | null {
  if (!isRosterKind(seat.kind)) return null
  return {
    seatId: seat.seatId,
    name,
    kind: seat.kind,
    voting: seat.voting,
    suspended: seat.suspended === true,
    party: seat.party ?? '',
    duty: seat.duty ?? '',
    termFrom: seat.term?.from ?? '',
    termTo: seat.term?.to ?? '',
    house: contact?.house ?? '',
    phone: contact?.phone ?? '',
    flats: seat.owner === undefined ? '' : String(seat.owner.flats),
    area: seat.owner?.area ?? '',
  }
}

/** A line on which nothing was written: it is nobody. */
export const isBlank = (person: Person): boolean => TEXTS.every((field) => person[field].trim() === '')

const READERS = { phone: phoneOf, flats: flatsOf, area: areaOf }

/** As the host will have it: without blanks around, figures as they are written here. What cannot be read stays. */
export function tidied<Part extends Partial<Person>>(part: Part): Part {
  const texts = TEXTS.flatMap((field) => {
    const text = part[field]?.trim()
    if (text === undefined) return []
    const read = field in READERS ? READERS[field as keyof typeof READERS](text) : null
    return [[field, read?.ok === true ? read.value : text]]
  })
  return { ...part, ...Object.fromEntries(texts) }
}

/** Another kind votes as its kind does, until somebody says otherwise. */
export const withKind = (person: Person, kind: RosterKind): Person =>
  kind === person.kind ? person : { ...person, kind, voting: votesByKind(kind) }

/** 资格停止者不计入应到: as `votes` says it of a seat. */
export const countsAsVoter = ({ suspended, voting }: Pick<Person, 'suspended' | 'voting'>): boolean =>
  voting && !suspended

/** 任期已满 on this day (`YYYY-MM-DD`, in China). */
export const termIsOver = ({ termTo }: Pick<Person, 'termTo'>, today: string): boolean =>
  termTo !== '' && termTo < today

export type RosterCounts = {
  readonly seats: number
  /** Those who count as 应到: with a vote and not suspended. */
  readonly voting: number
  readonly suspended: number
  /** Owners' flats and area in square metres, exactly; null where the roster names no owners. */
  readonly owners: { readonly flats: number; readonly area: string } | null
}

export function rosterCounts(seated: readonly Person[]): RosterCounts {
  const areas: string[] = []
  let flats = 0
  for (const person of seated) {
    if (person.area === '') continue
    const count = Number(person.flats)
    if (!isDecimal(person.area) || !Number.isInteger(count)) continue
    areas.push(person.area)
    flats += count
  }
  return {
    seats: seated.length,
    voting: seated.filter(countsAsVoter).length,
    suspended: seated.filter(({ suspended }) => suspended).length,
    owners: areas.length === 0 ? null : { flats, area: sumOf(areas) },
  }
}

export function isPerson(value: unknown): value is Person {
  return isPartOfPerson(value) && seatId.parse(value.seatId) !== null && personFields.every((field) => field in value)
}

export function isPartOfPerson(value: unknown): value is Partial<Person> {
  if (typeof value !== 'object' || value === null) return false
  const part = value as Partial<Record<keyof Person, unknown>>
  return (
    TEXTS.every((field) => part[field] === undefined || typeof part[field] === 'string') &&
    SWITCHES.every((field) => part[field] === undefined || typeof part[field] === 'boolean') &&
    (part.kind === undefined || isRosterKind(part.kind))
  )
}
