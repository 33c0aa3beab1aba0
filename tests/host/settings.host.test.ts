import { beforeEach, describe, expect, it } from 'vitest'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { startTestHall, startTestHost, type TestHall, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
let hall: TestHall
beforeEach(async () => {
  hall = closing(await startTestHall())
})

const save = (settings: unknown) => hall.operator.send('settings', null, 'saveSettings', settings)

describe('settings', () => {
  it('the operator sees them, changes them, and the door obeys', async () => {
    await until(() => hall.operator.settings)
    expect(hall.operator.settings).toEqual({ admission: 'chair', peerNotes: true, contactMonths: 6 })
    expect(await save({ admission: 'open', peerNotes: false, contactMonths: 6 })).toMatchObject({ ok: true })
    await until(() => hall.operator.settings?.admission === 'open')
    expect(hall.operator.settings).toEqual({ admission: 'open', peerNotes: false, contactMonths: 6 })

    const phone = hall.connect({ kind: 'device', key: makeDeviceKey(hall.random), meetingId: null })
    phone.enter(hall.joinCode)
    await until(() => phone.phase.at === 'door')
    phone.claim(hall.seat('委员甲'))
    await until(() => phone.phase.at === 'live')
  })

  it('nobody else changes or sees them, chair and scribe included', async () => {
    for (const name of ['主持', '话事', '委员甲', '列席']) {
      const { client } = await hall.seated(name)
      const wish = { admission: 'open', peerNotes: true, contactMonths: 6 }
      const answer = await client.send('settings', hall.seat(name), 'saveSettings', wish)
      expect(answer).toMatchObject({ ok: false, rejection: { code: 'notPermitted' } })
      expect(client.settings).toBeNull()
    }
    expect(hall.operator.settings?.admission).toBe('chair')
  })

  it('what is no setting is refused and changes nothing', async () => {
    for (const wrong of [
      null,
      {},
      { admission: 'everybody', peerNotes: true, contactMonths: 6 },
      { admission: 'open' },
      { admission: 'open', peerNotes: true, contactMonths: 0 },
    ]) {
      expect(await save(wrong)).toMatchObject({ ok: false, rejection: { code: 'malformed' } })
    }
    expect(hall.host.hall.documents.settings.data).toMatchObject({
      admission: 'chair',
      peerNotes: true,
      contactMonths: 6,
    })
  })

  it('outlive the host', async () => {
    const storage = memoryStorage()
    const first = await startTestHall({ storage })
    await first.operator.send('settings', null, 'saveSettings', {
      admission: 'open',
      peerNotes: false,
      contactMonths: 6,
    })
    await first.close()
    const host = closing(await startTestHost({ storage }))
    expect(host.hall.documents.settings.data).toMatchObject({ admission: 'open', peerNotes: false, contactMonths: 6 })
  })

  it('of an earlier version are kept, and gain what is new', async () => {
    const storage = memoryStorage()
    await storage.makeDir('documents')
    const old = { version: 1, data: { hostId: 'ab'.repeat(16), port: null, admission: 'open' } }
    await storage.write('documents/settings.json', Buffer.from(JSON.stringify(old)))
    const host = closing(await startTestHost({ storage }))
    expect(host.hall.documents.settings.data).toEqual({ ...old.data, peerNotes: true, contactMonths: 6 })
  })
})

describe('the way in', () => {
  it('those who let people in and the hall screen learn the addresses, members do not', async () => {
    const url = `http://127.0.0.1:${hall.host.port}/`
    await until(() => hall.operator.addresses.length > 0)
    expect(hall.operator.addresses).toEqual([url])
    const screen = hall.connect({ kind: 'screen', code: hall.joinCode })
    await until(() => screen.addresses.length > 0)
    const { client: chair } = await hall.seated('主持')
    await until(() => chair.addresses.length > 0)
    const { client: member } = await hall.seated('委员甲')
    expect([screen.addresses, chair.addresses, member.addresses]).toEqual([[url], [url], []])
  })
})
