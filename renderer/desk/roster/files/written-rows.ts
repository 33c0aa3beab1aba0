import { seatKindNames } from '../../../../shared/wording/seat-kinds.ts'
import type { Person } from '../person.ts'
import { type Field, fieldNames } from './columns.ts'

/** The columns of a roster's file, in their order; 任期 is written as its two ends. */
const COLUMNS = [
  'name',
  'kind',
  'voting',
  'party',
  'duty',
  'termFrom',
  'termTo',
  'suspended',
  'flats',
  'area',
  'house',
  'phone',
] as const satisfies Field[]

type Column = (typeof COLUMNS)[number]

/** Widths in characters of the columns. */
const WIDTHS: Readonly<Record<Column, number>> = {
  name: 12,
  kind: 16,
  voting: 8,
  party: 18,
  duty: 14,
  termFrom: 13,
  termTo: 13,
  suspended: 10,
  flats: 7,
  area: 16,
  house: 22,
  phone: 18,
}

/** Names and what the record needs, or 门牌 and 电话 too. */
export type WrittenColumns = { readonly contacts: boolean }

const columnsFor = ({ contacts }: WrittenColumns): readonly Column[] =>
  contacts ? COLUMNS : COLUMNS.filter((column) => column !== 'house' && column !== 'phone')

export const headingsFor = (columns: WrittenColumns): readonly string[] =>
  columnsFor(columns).map((column) => (column === 'area' ? `${fieldNames.area}（平方米）` : fieldNames[column]))

export const widthsFor = (columns: WrittenColumns): readonly number[] =>
  columnsFor(columns).map((column) => WIDTHS[column])

/** A roster as rows of text, in the words that reading understands. */
export const rowsFor = (people: readonly Person[], columns: WrittenColumns): readonly (readonly string[])[] =>
  people.map((person) => columnsFor(columns).map((column) => written(person, column)))

function written(person: Person, column: Column): string {
  if (column === 'kind') return seatKindNames[person.kind]
  if (column === 'voting') return person.voting ? '有' : '无'
  if (column === 'suspended') return person.suspended ? '是' : ''
  return person[column]
}
