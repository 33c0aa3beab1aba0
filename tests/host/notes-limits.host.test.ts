import { expect, it } from 'vitest'
import { notesCloseCodes } from '../../shared/notes/close-codes.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { RawNotes, startNotesTable, writer } from '../fixtures/notes-table.ts'
import { until } from '../fixtures/test-hall.ts'

const keep = closedAfterEach()
const MAX_GREETING_PER_ADDRESS = 60

it('whoever has written more than one device may is told so and reads from then on; all others write on', async () => {
  const table = keep(await startNotesTable())
  const much = writer('甲', 'write', 2_000)
  const [one, other] = [table.client(much), table.client(writer('乙'))]
  await Promise.all([one.live(), other.live()])
  one.type('写得下。')
  await until(() => other.text().includes('写得下。'))
  one.type('多'.repeat(1_000))
  await until(() => one.client.status.at === 'refused')
  expect(one.client.status).toMatchObject({ reason: 'full', unsaved: 1 })
  expect(table.log).toContainEqual({ event: 'notesClosed', reason: 'full' })
  expect(table.pass(much)).toMatchObject({ write: false, room: null })
  other.type('还能写。')
  await until(() => other.client.status.unsaved === 0)
  expect(other.text()).toBe('写得下。还能写。')
})

it('the room in which writers meet is left by one who may write no more', async () => {
  const table = keep(await startNotesTable())
  const [one, other] = [table.client(writer('甲', 'write', 2_000)), table.client(writer('乙'))]
  await Promise.all([one.live(), other.live()])
  const { room } = other.client.status
  expect(room).not.toBeNull()
  one.type('多'.repeat(1_000))
  await until(() => other.client.status.room !== room, 'another room')
})

it('sockets that show no pass crowd out neither each other nor those that have one', async () => {
  const table = keep(await startNotesTable())
  const inside = table.client(writer('甲'))
  await inside.live()
  const idle: RawNotes[] = []
  for (let count = 0; count < MAX_GREETING_PER_ADDRESS; count++) idle.push(keep(await table.raw()))
  expect(idle.every(({ closed }) => closed === null)).toBe(true)
  const surplus = keep(new RawNotes(table.port))
  expect((await surplus.end()).code).toBe(notesCloseCodes.crowded)
  idle[0]?.auth(table.pass(writer('乙')).token)
  await until(() => idle[0]?.texts[0])
  const next = keep(await table.raw())
  await next.join(table.pass(writer('丙')))
  await next.alive()
  inside.type('没有受影响')
  await until(() => inside.client.status.unsaved === 0)
})
