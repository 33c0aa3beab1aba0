import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHost } from '../../main/host/create-host.ts'
import type { HallLogEntry } from '../../main/host/hall/hall-log.ts'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { itemId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, startTestHost, type TestHall, until } from '../fixtures/test-hall.ts'
import { wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()

const agendaOf = (host: TestHall['host'], { meetingId }: TestHall) => {
  const state = host.hall.streams.meeting(meetingId)?.confirmed
  if (state === undefined || state.phase === 'unopened') throw new Error('no meeting')
  return state.agenda.map((item) => String(item.itemId))
}

async function privateFolder() {
  const dir = await mkdtemp(path.join(tmpdir(), 'yishiting-'))
  closing({ close: () => rm(dir, { recursive: true, force: true }) })
  return dir
}

describe('a graceful end', () => {
  it('is told to everybody, whoever they are and however far they came', async () => {
    const hall = closing(await startTestHall())
    const raw = () => closing(new RawClient(hall.host.port)).opened()
    const newcomer = await raw()
    const stranger = await (await raw()).device(makeDeviceKey(hall.random))
    await stranger.heard('stranger')
    const member = await (await raw()).device(await hall.admitted('委员甲'))
    await member.heard('welcome')
    const operator = await (await raw()).operator(hall.host.operatorSecret)
    const sentence = '主机已关闭。记录都已存盘，请等待主机重新启动。'
    const ended = hall.host.close()
    for (const client of [newcomer, stranger, member, operator]) {
      expect(await client.end()).toEqual({ code: 4009, reason: sentence })
      expect(client.frames.at(-1)).toEqual({ t: 'goodbye', reason: 'hostEnding', sentence })
    }
    await ended
    expect(hall.operator.phase).toEqual({ at: 'offline', reason: 'hostEnding' })
  })

  it('may be asked for twice', async () => {
    const hall = closing(await startTestHall())
    await Promise.all([hall.host.close(), hall.host.close()])
    await hall.host.close()
  })

  it('in the middle of a rush loses nothing that was acknowledged', async () => {
    const storage = memoryStorage()
    const hall = closing(await startTestHall({ storage }))
    const acked: string[] = []
    for (let count = 0; count < 200; count++) {
      const item = itemId.mint(hall.random)
      void hall.operator.send(hall.stream, null, 'addItem', { itemId: item, title: '议题' }).then((answer) => {
        if (answer.ok) acked.push(item)
      })
    }
    await until(() => acked.length > 0)
    await hall.host.close()
    const host = closing(await startTestHost({ storage }))
    const agenda = agendaOf(host, hall)
    for (const item of acked) expect(agenda).toContain(item)
  })

  it('lets a client that comes back find everything on the next host', async () => {
    const storage = memoryStorage()
    const hall = closing(await startTestHall({ storage }))
    const { port } = hall.host
    const key = await hall.admitted('委员甲')
    const client = hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, wire(port).runtime)
    await until(() => client.copies.meeting(hall.meetingId))
    await hall.host.close()
    await until(() => client.phase.at === 'offline')
    const signIn = client.send(hall.stream, hall.seat('委员甲'), 'signIn', { seatId: hall.seat('委员甲') })
    const host = closing(await startTestHost({ storage, port }))
    expect(await signIn).toMatchObject({ ok: true })
    const live = host.hall.streams.meeting(hall.meetingId)
    await until(() => client.copies.seq(hall.stream) === live?.seq)
    expect(client.copies.meeting(hall.meetingId)).toEqual(live?.view({ role: 'member', seats: [hall.seat('委员甲')] }))
  })
})

describe('the data folder', () => {
  it('belongs to one host at a time, and is free again after the end', async () => {
    const dir = await privateFolder()
    const hall = closing(await startTestHall({ storage: diskStorage(dir) }))
    const second = await createHost({ storage: diskStorage(dir), port: 0, version: '0.0.0' })
    expect(second).toMatchObject({ ok: false, refusal: { code: 'folderInUse', holder: /\S/ } })
    expect(await hall.act('addItem', { itemId: 'it_aaaaaa', title: '议题' })).toMatchObject({ ok: true })
    await hall.host.close()
    const host = closing(await startTestHost({ storage: diskStorage(dir) }))
    expect(agendaOf(host, hall)).toContain('it_aaaaaa')
  })

  it('is given back when the host cannot listen: the port is taken, or the address is not this machine’s', async () => {
    const storage = memoryStorage()
    const other = closing(await startTestHost())
    const onTaken = await createHost({ storage, port: other.port, version: '0.0.0' })
    expect(onTaken).toEqual({ ok: false, refusal: { code: 'portTaken', port: other.port } })
    const elsewhere = createHost({ storage, port: 0, address: '203.0.113.1', version: '0.0.0' })
    await expect(elsewhere).rejects.toThrow(/EADDRNOTAVAIL/)
    closing(await startTestHost({ storage }))
  })

  it('is given back only when the last name is on the disk', async () => {
    const storage = memoryStorage()
    let letGo: () => void = () => undefined
    const gate = new Promise<void>((open) => {
      letGo = open
    })
    let waiting = false
    const slow = {
      ...storage,
      syncFile: async (file: string) => {
        if (file.includes('contacts')) {
          waiting = true
          await gate
        }
        return storage.syncFile(file)
      },
    }
    const host = closing(await startTestHost({ storage: slow }))
    const contact = { seatId: 'st_aaaaaa', name: '王阿姨', phone: null, house: null }
    const actor = { role: 'operator', seatId: null } as const
    const saved = host.hall.submit('contacts', { actor, id: 'cm_aaaaaa' as never, type: 'saveContact', data: contact })
    await until(() => waiting)
    let closed = false
    const ended = host.close().then(() => {
      closed = true
    })
    await new Promise((turn) => setImmediate(turn))
    expect(closed).toBe(false)
    expect(await storage.lock()).toMatchObject({ ok: false })
    letGo()
    expect(await saved).toMatchObject({ ok: true })
    await ended
    expect(await storage.lock()).toMatchObject({ ok: true })
  })
})

describe('snapshots', () => {
  async function closedHall() {
    const storage = memoryStorage()
    const hall = closing(await startTestHall({ storage }))
    await hall.openVote('主持', '委员甲', '委员乙', '委员丙')
    await hall.act('recordLeave', { seatId: hall.seat('委员戊'), reason: '住院' })
    const before = hall.host.hall.streams.meeting(hall.meetingId)?.confirmed
    await hall.host.close()
    const file = `snapshots/meeting-${hall.meetingId}.jsonl.json`
    const reopened = async () => {
      const log: HallLogEntry[] = []
      const host = await startTestHost({ storage, log: (entry) => log.push(entry) })
      const state = host.hall.streams.meeting(hall.meetingId)?.confirmed
      await host.close()
      const opened = log.find((entry) => entry.event === 'streamOpened' && entry.stream === hall.stream)
      return { state, fromSnapshot: opened?.event === 'streamOpened' ? opened.fromSnapshot : null }
    }
    return { storage, before, file, reopened, hall }
  }

  it('left at the end are used at the next opening, and give the very same state', async () => {
    const { before, reopened } = await closedHall()
    expect(await reopened()).toEqual({ state: before, fromSnapshot: true })
  })

  it('are not needed: without them the journal gives the very same state', async () => {
    const { before, file, reopened, storage } = await closedHall()
    await storage.remove(file)
    expect(await reopened()).toEqual({ state: before, fromSnapshot: false })
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['without its digest', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['edited by hand', (text: string) => text.replace('铺设塑胶跑道', '铺设沥青跑道')],
    ['of zeros', (text: string) => '\0'.repeat(text.length)],
  ])('that are %s are ignored', async (_, damage) => {
    const { before, file, reopened, storage } = await closedHall()
    const text = new TextDecoder().decode((await storage.read(file)) ?? undefined)
    expect(damage(text)).not.toBe(text)
    await storage.write(file, new TextEncoder().encode(damage(text)))
    expect(await reopened()).toEqual({ state: before, fromSnapshot: false })
  })

  it.each([
    ['of another shape of the state', { stateVersion: 999 }],
    ['of another version of the events', { version: 999 }],
    ['of another format', { format: 999 }],
    ['of another history', { hash: 'ab'.repeat(32) }],
    ['of more than the journal holds', { seq: 10_000 }],
  ])('%s are ignored, although they are whole', async (_, change) => {
    const { before, file, reopened, storage } = await closedHall()
    const text = new TextDecoder().decode((await storage.read(file)) ?? undefined)
    const body = JSON.stringify({ ...JSON.parse(text.slice(text.indexOf('\n') + 1)), ...change })
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(body))).toString('hex')
    await storage.write(file, new TextEncoder().encode(`${digest}\n${body}`))
    expect(await reopened()).toEqual({ state: before, fromSnapshot: false })
  })
})
