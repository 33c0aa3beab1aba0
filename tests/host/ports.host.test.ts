import { expect, it } from 'vitest'
import { createHost, type HostOptions } from '../../main/host/create-host.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { startTestHall, startTestHost, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const host = await startTestHost()
  await host.close()
  return host.port
}

/** A folder with an open meeting that was held at `port`. */
async function folderWithMeeting(seal = false) {
  const storage = memoryStorage()
  const hall = closing(await startTestHall({ storage }))
  const { port } = hall.host
  if (seal) {
    await hall.act('closeMeeting', {})
    await hall.act('sealMeeting', {})
    await until(() => hall.operator.meetings[0]?.phase === 'sealed')
  }
  await hall.close()
  const start = async (options: Pick<HostOptions, 'port' | 'movePort'>) => {
    const started = await createHost({ storage, version: '0.0.0', ...options })
    if (started.ok) closing(started.host)
    return started
  }
  return { storage, port, start }
}

it('a port that another program has is refused by its number', async () => {
  const first = closing(await startTestHost())
  const second = await createHost({ storage: memoryStorage(), port: first.port, version: '0.0.0' })
  expect(second).toEqual({ ok: false, refusal: { code: 'portTaken', port: first.port } })
})

it('no port asked for: the host takes the one of the last meeting', async () => {
  const { port, start } = await folderWithMeeting()
  const started = await start({ port: null })
  expect(started).toMatchObject({ ok: true, host: { port } })
})

it('an unfinished meeting keeps its port: another one is refused with the right number', async () => {
  const { port, start } = await folderWithMeeting()
  const other = await freePort()
  expect(await start({ port: other })).toEqual({ ok: false, refusal: { code: 'portFixed', port } })
  expect(await start({ port })).toMatchObject({ ok: true, host: { port } })
})

it('an unfinished meeting can be moved on purpose, and from then on lives at the new port', async () => {
  const { port, start } = await folderWithMeeting()
  const other = await freePort()
  const moved = await start({ port: other, movePort: true })
  if (!moved.ok) throw new Error(moved.refusal.code)
  expect(moved.host.port).toBe(other)
  await moved.host.close()
  expect(await start({ port })).toEqual({ ok: false, refusal: { code: 'portFixed', port: other } })
  expect(await start({ port: null })).toMatchObject({ ok: true, host: { port: other } })
})

it('once the meetings are sealed any port will do', async () => {
  const { start } = await folderWithMeeting(true)
  const other = await freePort()
  expect(await start({ port: other })).toMatchObject({ ok: true, host: { port: other } })
})

it('a folder without meetings remembers no port', async () => {
  const storage = memoryStorage()
  const host = await startTestHost({ storage })
  await host.close()
  const again = closing(await startTestHost({ storage }))
  expect(again.hall.documents.settings.data.port).toBeNull()
})

it('a meeting convened in the last moment is remembered with its port', async () => {
  const storage = memoryStorage()
  const hall = closing(await startTestHall({ storage }))
  const { port } = hall.host
  await hall.host.close()
  const host = closing(await startTestHost({ storage, port }))
  expect(host.hall.documents.settings.data.port).toBe(port)
})

it('a practice meeting holds no port: whoever practises comes in again', async () => {
  const storage = memoryStorage()
  const hall = closing(await startTestHall({ storage, practice: true }))
  const { port } = hall.host
  expect(hall.meeting().practice).toBe(true)
  await hall.close()
  const other = await freePort()
  const started = await createHost({ storage, version: '0.0.0', port: other })
  if (started.ok) closing(started.host)
  expect(other).not.toBe(port)
  expect(started).toMatchObject({ ok: true, host: { port: other } })
})
