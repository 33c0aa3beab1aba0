import { expect, it } from 'vitest'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { startTestHall } from '../fixtures/test-hall.ts'

const keep = closedAfterEach()

it('a corrected name keeps phone and house number; null deletes them', async () => {
  const hall = keep(await startTestHall())
  const seatId = hall.seat('委员甲')
  const kept = () => hall.host.hall.documents.contacts.data.seats[seatId]
  const save = (contact: object) => hall.operator.send('contacts', null, 'saveContact', { seatId, ...contact })
  expect(await save({ name: '张三', phone: '13800001234', house: '7栋402' })).toMatchObject({ ok: true })
  expect(await save({ name: '张珊' })).toMatchObject({ ok: true })
  expect(kept()).toEqual({ seatId, name: '张珊', phone: '13800001234', house: '7栋402' })
  expect(await save({ name: '张珊', phone: null })).toMatchObject({ ok: true })
  expect(kept()).toEqual({ seatId, name: '张珊', phone: null, house: '7栋402' })
})

it('no command with characters that nobody sees is recorded', async () => {
  const hall = keep(await startTestHall())
  const seatId = hall.seat('委员甲')
  const refused = { ok: false, rejection: { code: 'unprintable' } }
  const named = { seatId, name: '张\u200b三', phone: null, house: null }
  expect(await hall.operator.send('contacts', null, 'saveContact', named)).toMatchObject(refused)
  expect(hall.host.hall.documents.contacts.data.seats[seatId]?.name).toBe('委员甲')
  const item = { itemId: 'it_zzzzzz', title: '换\u2066灯' }
  expect(await hall.operator.send(hall.stream, null, 'addItem', item)).toMatchObject(refused)
  expect(hall.meeting().agenda.map(({ title }) => title)).not.toContain(item.title)
})
