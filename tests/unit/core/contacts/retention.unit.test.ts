import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../../shared/contacts/messages.ts'
import { expiredContacts } from '../../../../shared/contacts/retention.ts'
import type { SeatId } from '../../../../shared/core/ids.ts'
import type { CouncilEvent } from '../../../../shared/council/messages.ts'
import { evolveCouncil, noCouncil } from '../../../../shared/council/state.ts'
import { convener, founded, onlooker, penholder, seated } from '../../../fixtures/small-council.ts'

const at = (text: string) => Date.parse(text)
const left = (seatId: SeatId, when: string): CouncilEvent => ({ type: 'seatRetired', data: { seatId, at: at(when) } })
const reach = (seatId: SeatId, more: Partial<Contact> = {}): readonly [string, Contact] => [
  seatId,
  { seatId, name: '某人', phone: '13800001234', house: null, ...more },
]
const councilOf = (...events: readonly CouncilEvent[]) => events.reduce(evolveCouncil, noCouncil)
const all = Object.fromEntries([reach(convener), reach(penholder), reach(onlooker)])
const now = at('2026-11-22T00:00:00Z')

describe('what is known of people who have left', () => {
  const council = councilOf(...seated, left(onlooker, '2026-05-21T23:59:59Z'), left(penholder, '2026-05-22T00:00:00Z'))

  it('goes after so many months, not a moment before, and never of those who are there', () => {
    expect(expiredContacts([council], all, { months: 6, now })).toEqual([onlooker])
    expect(expiredContacts([council], all, { months: 6, now: now + 1 })).toEqual([onlooker, penholder])
    expect(expiredContacts([council], all, { months: 12, now })).toEqual([])
  })

  it('stays when they sit on another council', () => {
    const other = councilOf(founded, { type: 'seatAdded', data: { seatId: onlooker, kind: 'standing', voting: true } })
    expect(expiredContacts([council, other], all, { months: 6, now })).toEqual([])
  })

  it('is not deleted twice', () => {
    const bare = Object.fromEntries([reach(onlooker, { phone: null })])
    expect(expiredContacts([council], bare, { months: 6, now })).toEqual([])
    const face = Object.fromEntries([reach(onlooker, { phone: null, photo: true })])
    expect(expiredContacts([council], face, { months: 6, now })).toEqual([onlooker])
  })

  it('stays where nobody wrote down when they left', () => {
    const old = councilOf(...seated, { type: 'seatRetired', data: { seatId: onlooker } })
    expect(expiredContacts([old], all, { months: 1, now })).toEqual([])
  })

  it('a month that has no such day ends on its last', () => {
    const council = councilOf(...seated, left(onlooker, '2026-02-28T12:00:00Z'))
    expect(expiredContacts([council], all, { months: 1, now: at('2026-03-31T12:00:00Z') })).toEqual([])
    expect(expiredContacts([council], all, { months: 1, now: at('2026-03-31T12:00:01Z') })).toEqual([onlooker])
  })
})
