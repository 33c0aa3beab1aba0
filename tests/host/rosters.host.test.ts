import { beforeEach, describe, expect, it } from 'vitest'
import { type SeatId, seatId } from '../../shared/core/ids.ts'
import type { Seat } from '../../shared/council/seat.ts'
import { councilStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

const PEOPLE = 4_900

const closing = closedAfterEach()
let hall: TestHall
beforeEach(async () => {
  hall = closing(await startTestHall())
})

const onCouncil = (type: string, data: unknown) => hall.operator.send(councilStream(hall.councilId), null, type, data)
const saveContacts = (contacts: readonly object[]) => hall.operator.send('contacts', null, 'saveContacts', { contacts })
const council = () => {
  const state = hall.operator.copies.council(hall.councilId)
  if (state?.phase !== 'founded') throw new Error('no council')
  return state
}
const seats = (count: number): readonly Seat[] =>
  Array.from({ length: count }, () => ({
    seatId: seatId.mint(hall.random),
    kind: 'standing',
    voting: true,
    party: '业主',
    term: { from: '2026-01-01', to: '2028-12-31' },
    owner: { flats: 1, area: '89.75' },
  }))
const contactOf = (id: SeatId, index: number) => ({
  seatId: id,
  name: `居民${index}`,
  phone: `138${String(index).padStart(8, '0')}`,
  house: `${index}栋101`,
})

describe('a roster of thousands', () => {
  it('comes in as a whole, people and seats, and reaches the operator', async () => {
    const added = seats(PEOPLE)
    expect(await saveContacts(added.map((seat, index) => contactOf(seat.seatId, index)))).toMatchObject({ ok: true })
    expect(await onCouncil('reviseRoster', { added, revised: [], retired: [] })).toMatchObject({ ok: true })
    await until(() => council().seats.length === PEOPLE + 8 && Object.keys(hall.operator.names).length >= PEOPLE)
    const contacts = await hall.operator.contacts(hall.councilId)
    expect(contacts).toHaveLength(PEOPLE + 8)
    expect(contacts?.find((one) => one.seatId === added[7]?.seatId)).toEqual(contactOf(added[7]?.seatId as SeatId, 7))
    // A second page of the operator is sent it all at once and stays.
    const another = hall.connect({ kind: 'operator', secret: hall.host.operatorSecret })
    await until(() => another.copies.council(hall.councilId)?.phase === 'founded')
    expect(another.phase.at).toBe('live')
  })

  it('with one seat that cannot be, nothing comes in', async () => {
    const added = seats(300)
    const wrong = { ...added[299], seatId: seatId.mint(hall.random), kind: 'guest' }
    const answer = await onCouncil('reviseRoster', { added: [...added, wrong], revised: [], retired: [] })
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'kindCannotVote' } })
    expect(council().seats).toHaveLength(8)
  })

  it('with one person who cannot be, nobody’s data are kept', async () => {
    const ids = seats(3).map((seat) => seat.seatId)
    const people = ids.map(contactOf)
    const answer = await saveContacts([...people.slice(0, 2), { ...people[2], name: '' }])
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'malformed' } })
    const kept = hall.host.hall.documents.contacts.data.seats
    expect(ids.filter((id) => kept[id] !== undefined)).toEqual([])
  })
})

describe('personal data', () => {
  it.each([
    ['as a phone', { phone: '11010519491231002X' }],
    ['behind a house number', { house: '3栋402 110105194912310021' }],
    ['with spaces', { phone: '110105 19491231 002x' }],
    ['in full width', { house: '１１０１０５１９４９１２３１００２Ｘ' }],
  ])('an ID number is never taken, %s', async (_where, field) => {
    const person = { seatId: hall.seat('委员甲'), name: '张三', ...field }
    for (const type of ['saveContact', 'saveContacts']) {
      const data = type === 'saveContact' ? person : { contacts: [person] }
      expect(await hall.operator.send('contacts', null, type, data)).toMatchObject({
        ok: false,
        rejection: { code: 'idNumber' },
      })
    }
    expect(hall.host.hall.documents.contacts.data.seats[person.seatId]?.name).toBe('委员甲')
  })

  it('a whole save leaves what it does not name, and null deletes', async () => {
    const id = hall.seat('委员甲')
    await saveContacts([{ seatId: id, name: '张三', phone: '13800001234', house: '7栋402' }])
    await saveContacts([{ seatId: id, name: '张珊', phone: null }])
    expect(hall.host.hall.documents.contacts.data.seats[id]).toEqual({
      seatId: id,
      name: '张珊',
      phone: null,
      house: '7栋402',
    })
  })

  it('phones and house numbers are shown to the operator alone', async () => {
    await saveContacts([{ seatId: hall.seat('委员甲'), name: '张三', phone: '13800001234', house: '7栋402' }])
    for (const name of ['主持', '话事', '委员甲']) {
      const { client } = await hall.seated(name)
      expect(await client.contacts(hall.councilId)).toBeNull()
    }
    expect((await hall.operator.contacts(hall.councilId))?.map((one) => one.phone)).toContain('13800001234')
  })

  it('others see of a seat its kind, its vote, its side and what it is there as, never household, flats or term', async () => {
    const [one] = seats(1)
    await onCouncil('reviseRoster', { added: [{ ...one, suspended: true }], revised: [], retired: [] })
    const { meetingId } = await hall.convene('第二次会议')
    const state = hall.host.hall.streams.meeting(meetingId)?.confirmed
    if (state?.phase !== 'open') throw new Error('no meeting')
    expect(state.attendance.seats.at(-1)).toMatchObject({ suspended: true, owner: { area: '89.75' } })
    const stream = hall.host.hall.streams.get(`meeting/${meetingId}`)
    const shown = JSON.stringify(stream?.view({ role: 'member', seats: [] }))
    expect(shown).toContain('业主')
    expect(shown).not.toMatch(/89\.75|2028-12-31|suspended|household/)
  })
})
