import type { Person } from '../person.ts'
import { linesText } from './lines-text.ts'
import type { Said } from './person-cells.ts'
import type { Warning } from './sheet.ts'

/** A row with somebody's name. */
export type Named = { readonly line: number; readonly said: Said }

/** Who each row is: somebody of the roster, somebody new, or a row that says too little or the same as another. */
export type Match =
  | { readonly is: 'known'; readonly person: Person }
  | { readonly is: 'new' }
  | { readonly is: 'duplicate'; readonly sentence: string }

/** What tells people of one name apart, tidied once: thousands may carry one name. */
type Place = { readonly house: string; readonly phone: string }

/** Tells people of one name apart by house and telephone, within the rows and against the roster. */
export function matched<Row extends Named>(
  rows: readonly Row[],
  existing: readonly Person[],
): { readonly matches: ReadonlyMap<Row, Match>; readonly warnings: readonly Warning[] } {
  const matches = new Map<Row, Match>()
  const warnings: Warning[] = []
  const known = byName(existing, ({ name }) => name)
  for (const [name, group] of byName(rows, ({ said }) => said.name)) {
    const namesakes = (known.get(name) ?? []).map((person) => ({ person, place: placeOf(person) }))
    const kept: Meaning<Row>[] = []
    for (const row of group) {
      const place = placeOf(row.said)
      const meant = namesakes.find((one) => sameHouse(one.place, place) || samePhone(one.place, place))?.person
      const meaning = { row, place, meant }
      const sentence = sameAsEarlier(meaning, kept)
      if (sentence === null) kept.push(meaning)
      else matches.set(row, { is: 'duplicate', sentence })
    }
    if (kept.length > 1) {
      const sentence = `${linesText(kept.map(({ row }) => row.line))}都叫${kept[0]?.row.said.name}，门牌或电话不同，按不同的人读，请核对。`
      warnings.push({ line: kept[0]?.row.line ?? null, sentence })
    }
    matchGroup(kept, known.get(name) ?? [], matches, warnings)
  }
  return { matches, warnings }
}

/** A row, and whom of the roster it means by house or telephone. */
type Meaning<Row> = { readonly row: Row; readonly place: Place; readonly meant: Person | undefined }

function matchGroup<Row extends Named>(
  group: readonly Meaning<Row>[],
  known: readonly Person[],
  matches: Map<Row, Match>,
  warnings: Warning[],
): void {
  const free = new Set(known)
  const take = (row: Row, person: Person) => {
    free.delete(person)
    matches.set(row, { is: 'known', person })
  }
  for (const { meant, row } of group) if (meant !== undefined) take(row, meant)
  const [only, ...more] = known
  for (const { place, row } of group) {
    if (matches.has(row)) continue
    const { name } = row.said
    if (only !== undefined && more.length === 0 && group.length === 1 && free.has(only)) {
      take(row, only)
      const before = placeOf(only)
      if (otherHouse(before, place) && otherPhone(before, place)) {
        const sentence = `第 ${row.line} 行${name}的门牌、电话都与名册里的不同，会改成新的。如果是另一位同名的人，请不要导入这一行，到名册里手工添加。`
        warnings.push({ line: row.line, sentence })
      }
    } else if (free.size > 0 && place.house === '' && place.phone === '') {
      const sentence = `名册里已有 ${known.length} 位${name}，分不清是哪一位，请写上门牌或电话`
      matches.set(row, { is: 'duplicate', sentence })
    } else {
      matches.set(row, { is: 'new' })
      if (known.length > 0) {
        warnings.push({
          line: row.line,
          sentence: `第 ${row.line} 行${name}与名册里的同名，门牌或电话不同，按新的人读，请核对。`,
        })
      }
    }
  }
}

function sameAsEarlier({ meant, place, row }: Meaning<Named>, kept: readonly Meaning<Named>[]): string | null {
  for (const earlier of kept) {
    const { line } = earlier.row
    if (sameHouse(place, earlier.place)) return `与第 ${line} 行重复（同名、同门牌），请删掉一行`
    if (samePhone(place, earlier.place)) return `与第 ${line} 行重复（同名、同电话），请删掉一行`
    if (meant !== undefined && meant === earlier.meant) {
      return `与第 ${line} 行都是名册里的同一位${row.said.name}，请删掉一行`
    }
    const meansAnother = meant !== undefined && earlier.meant !== undefined
    if (!meansAnother && !otherHouse(place, earlier.place) && !otherPhone(place, earlier.place)) {
      return `与第 ${line} 行重名，请在两行都写上门牌或电话来区分；是同一个人就删掉一行`
    }
  }
  return null
}

const placeOf = ({ house, phone }: Pick<Person, 'house' | 'phone'>): Place => ({
  house: house.normalize('NFKC').replace(/\s/g, '').toUpperCase(),
  phone: phone.replace(/^\+86|\D/g, ''),
})

const sameHouse = (one: Place, other: Place): boolean => one.house !== '' && one.house === other.house
const samePhone = (one: Place, other: Place): boolean => one.phone !== '' && one.phone === other.phone
const otherHouse = (one: Place, other: Place): boolean =>
  one.house !== '' && other.house !== '' && one.house !== other.house
const otherPhone = (one: Place, other: Place): boolean =>
  one.phone !== '' && other.phone !== '' && one.phone !== other.phone

function byName<One>(all: readonly One[], nameOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const name = nameOf(one).replace(/\s/g, '').toLowerCase()
    if (name === '') continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [one])
    else group.push(one)
  }
  return groups
}
