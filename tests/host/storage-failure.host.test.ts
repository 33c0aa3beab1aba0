import { expect, it } from 'vitest'
import { createHost } from '../../main/host/create-host.ts'
import type { HallLogEntry } from '../../main/host/hall/hall-log.ts'
import { commandId, itemId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { breakableStorage } from '../fixtures/breakable-storage.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { commandFrame, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, startTestHost, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()

async function watchedHall() {
  const storage = breakableStorage()
  const log: HallLogEntry[] = []
  let failures = 0
  const hall = closing(
    await startTestHall({ storage, log: (entry) => log.push(entry), onFailure: () => void failures++ }),
  )
  const raw = () => closing(new RawClient(hall.host.port)).opened()
  return { storage, log, hall, raw, failures: () => failures }
}

const addItem = (itemId: string) => ({ type: 'addItem', data: { itemId, title: '议题' } })
const farewell = { code: 4010, reason: '主机磁盘写入失败，已停止接收。请联系工作人员。' }

it('a disk that fails ends the meeting for everybody in words, and what it failed on is never acknowledged', async () => {
  const { failures, hall, log, raw, storage } = await watchedHall()
  const operator = await (await raw()).operator(hall.host.operatorSecret)
  const stranger = await (await raw()).device(makeDeviceKey(hall.random))
  await stranger.heard('stranger')
  const chair = await (await raw()).device(await hall.admitted('主持'))
  await chair.heard('welcome')

  storage.broken = 'logs'
  const ids = [commandId.mint(hall.random), commandId.mint(hall.random)] as const
  operator.send(commandFrame(ids[0], { stream: hall.stream, seatId: null, ...addItem('it_aaaaaa') }))
  chair.send(commandFrame(ids[1], { stream: hall.stream, seatId: hall.seat('主持'), ...addItem('it_bbbbbb') }))
  for (const client of [operator, stranger, chair]) {
    expect(await client.end()).toEqual(farewell)
    expect(client.frames.at(-1)).toMatchObject({ t: 'goodbye', reason: 'storageFailed' })
    expect(client.of('ack')).toEqual([])
    expect(client.of('events').flatMap((frame) => frame.events)).not.toContainEqual(
      expect.objectContaining({ type: 'itemAdded' }),
    )
  }
  expect(log.filter((entry) => entry.event === 'storageFailed')).toHaveLength(1)
  expect(failures()).toBe(1)
})

it('after that nothing is accepted any more, also when the disk seems to work again', async () => {
  const { failures, hall, storage } = await watchedHall()
  storage.broken = 'logs'
  void hall.operator.send(hall.stream, null, 'addItem', addItem('it_aaaaaa').data)
  await until(() => failures() === 1)
  storage.broken = null
  const late = closing(new RawClient(hall.host.port))
  expect(await late.end()).toEqual(farewell)
  const actor = { role: 'operator', seatId: null } as const
  for (const target of [hall.stream, 'contacts'] as const) {
    const outcome = await hall.host.hall.submit(target, {
      actor,
      id: commandId.mint(hall.random),
      ...addItem('it_cccccc'),
    })
    expect(outcome).toEqual({ ok: false, rejection: { code: 'storageFailed' } })
  }
  expect(failures()).toBe(1)
})

it('a new host on the same folder has all that was acknowledged', async () => {
  const { failures, hall, storage } = await watchedHall()
  const kept = itemId.mint(hall.random)
  await hall.act('addItem', { itemId: kept, title: '议题' })
  storage.broken = 'logs'
  void hall.operator.send(hall.stream, null, 'addItem', addItem('it_aaaaaa').data)
  await until(() => failures() === 1)
  await hall.host.close()
  expect(failures()).toBe(1)
  storage.broken = null
  const host = closing(await startTestHost({ storage }))
  const state = host.hall.streams.meeting(hall.meetingId)?.confirmed
  expect(state).toMatchObject({
    phase: 'open',
    agenda: expect.arrayContaining([expect.objectContaining({ itemId: kept })]),
  })
})

it('a name that cannot be written is no less a failure', async () => {
  const { failures, hall, storage } = await watchedHall()
  storage.broken = 'documents'
  const contact = { seatId: hall.seat('委员甲'), name: '新名字', phone: null, house: null }
  void hall.operator.send('contacts', null, 'saveContact', contact)
  await until(() => failures() === 1)
  await until(() => hall.operator.phase.at === 'offline')
  expect(hall.operator.phase).toEqual({ at: 'offline', reason: 'storageFailed' })
  expect(hall.host.hall.documents.contacts.data.seats[hall.seat('委员甲')]?.name).toBe('委员甲')
})

it('a host does not start on a disk that fails at once, and does not keep the folder either', async () => {
  const storage = breakableStorage()
  storage.broken = 'documents'
  await expect(createHost({ storage, port: 0, version: '0.0.0' })).rejects.toThrow('EIO')
  storage.broken = null
  closing(await startTestHost({ storage }))
})
