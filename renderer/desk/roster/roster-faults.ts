import { holdsIdNumber } from '../../../shared/contacts/identity-number.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import { onlooks } from '../../../shared/council/standing.ts'
import { areaOf, flatsOf, phoneOf } from './files/cell-values.ts'
import { MAX_PEOPLE } from './files/sheet.ts'
import type { HostRoster } from './host-roster.ts'
import { houseOf } from './households.ts'
import type { Person } from './person.ts'
import { isBlank } from './roster-people.ts'

const MAX_NAME_LENGTH = 40
const MAX_WORD_LENGTH = 30
const MAX_HOUSE_LENGTH = 60

/** What a line says about itself: a fault keeps the roster from being saved, a hint does not. */
export type LineNote = { readonly is: 'fault' | 'hint'; readonly words: string }

/** The faults and hints of a roster, by seat. Lines are counted from 1 in the order of `people`. */
export function notesOn(host: HostRoster, people: readonly Person[]): ReadonlyMap<SeatId, LineNote> {
  const notes = new Map<SeatId, LineNote>()
  const sameName = new Map<string, number[]>()
  people.forEach((person, at) => {
    const name = person.name.trim()
    if (name !== '') {
      const others = sameName.get(name)
      if (others === undefined) sameName.set(name, [at])
      else others.push(at)
    }
    const words = person === host.people.get(person.seatId) ? null : ownFault(host, person)
    if (words !== null) notes.set(person.seatId, { is: 'fault', words })
  })
  for (const group of sameName.values()) {
    if (group.length > 1) noteSameNames(group, people, notes)
  }
  return notes
}

function noteSameNames(group: readonly number[], people: readonly Person[], notes: Map<SeatId, LineNote>): void {
  const named = group.flatMap((at) => {
    const person = people[at]
    if (person === undefined) return []
    return [{ at, seatId: person.seatId, house: houseOf(person), phone: person.phone.replace(/\D/g, '') }]
  })
  for (const one of named) {
    if (notes.has(one.seatId)) continue
    const alike = named.find(
      (other) => other !== one && !differ(one.house, other.house) && !differ(one.phone, other.phone),
    )
    const other = alike ?? named.find((place) => place !== one)
    if (other === undefined) continue
    notes.set(
      one.seatId,
      alike === undefined
        ? { is: 'hint', words: `与第 ${other.at + 1} 行同名，会上只看得到姓名` }
        : { is: 'fault', words: `与第 ${other.at + 1} 行重名，请加上楼栋或单位区分` },
    )
  }
}

const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other

/** What is wrong with a person taken alone, in words. */
function ownFault({ people }: HostRoster, person: Person): string | null {
  const { area, duty, flats, house, kind, party, phone, termFrom, termTo, voting } = person
  const name = person.name.trim()
  if (name === '') {
    // An emptied name is no farewell: whoever is to leave is removed by the line.
    const known = people.get(person.seatId)
    if (known !== undefined && known.name !== '') return '原来有人。要撤下请按右边的叉，不撤请写上姓名'
    const needsName = known === undefined ? !isBlank(person) : phone.trim() !== '' || house.trim() !== ''
    return needsName ? '请写上姓名' : null
  }
  if (name.length > MAX_NAME_LENGTH) return `姓名太长，请写在 ${MAX_NAME_LENGTH} 个字以内`
  if (holdsIdNumber([name, party, duty, house, phone])) return '身份证号不收，请删去'
  if (voting && onlooks(kind)) return '列席和监督没有表决权，请去掉表决权'
  if (party.trim().length > MAX_WORD_LENGTH) return `方、单位请写在 ${MAX_WORD_LENGTH} 个字以内`
  if (duty.trim().length > MAX_WORD_LENGTH) return `列席身份请写在 ${MAX_WORD_LENGTH} 个字以内`
  if (house.trim().length > MAX_HOUSE_LENGTH) return `门牌请写在 ${MAX_HOUSE_LENGTH} 个字以内`
  if (termFrom !== '' && termTo !== '' && termTo < termFrom) return '任期止早于任期起，请核对'
  for (const read of [phoneOf(phone.trim()), flatsOf(flats.trim()), areaOf(area.trim())]) {
    if (!read.ok) return read.refusal
  }
  if ((flats.trim() === '') !== (area.trim() === '')) return '套数和面积请两样都写，或都不写'
  return null
}

/** Why a meeting could not be held with this roster; null when it could. */
export function rosterFault(
  host: HostRoster,
  people: readonly Person[],
  notes: ReadonlyMap<SeatId, LineNote>,
): string | null {
  const seated = people.filter((person) => host.people.has(person.seatId) || !isBlank(person))
  if (seated.length === 0) return '名册还是空的。请至少写上召集人和一位有表决权的委员。'
  for (const [at, person] of people.entries()) {
    const note = notes.get(person.seatId)
    if (note?.is === 'fault') return `第 ${at + 1} 行${person.name.trim()}：${note.words}。`
  }
  if (seated.length > MAX_PEOPLE)
    return `名册现有 ${seated.length} 席，最多 ${MAX_PEOPLE} 席。请分成几个组织，或只列出代表。`
  if (!seated.some((person) => person.kind === 'convener')) return '还没有召集人。请把其中一位的身份选成召集人。'
  if (!seated.some((person) => person.voting)) return '还没有人有表决权。请至少勾选一位。'
  return null
}
