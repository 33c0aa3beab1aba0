import { beforeEach, describe, expect, it } from 'vitest'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import type { Storage } from '../../main/host/storage/storage.ts'
import { councilStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { exif, jpeg } from '../fixtures/photos.ts'
import { startTestHall, startTestHost, type TestHall, until } from '../fixtures/test-hall.ts'

const MONTH_MS = 31 * 24 * 60 * 60 * 1000

const closing = closedAfterEach()
let storage: Storage
let hall: TestHall
beforeEach(async () => {
  storage = memoryStorage()
  hall = closing(await startTestHall({ storage }))
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const send = (type: string, data: unknown) => hall.operator.send('contacts', null, type, data)
const photos = () => storage.list('photos')

describe('a photo', () => {
  it('is kept beside the contacts, shown to the operator alone, and deleted', async () => {
    const seatId = hall.seat('委员甲')
    expect(await send('savePhoto', { seatId, jpeg: base64(jpeg()) })).toMatchObject({ ok: true })
    expect(await hall.operator.photo(seatId)).toBe(base64(jpeg()))
    expect((await hall.operator.contacts(hall.councilId))?.filter((one) => one.photo)).toMatchObject([{ seatId }])
    const { client } = await hall.seated('主持')
    expect(await client.photo(seatId)).toBeNull()
    expect(await send('deletePhoto', { seatId })).toMatchObject({ ok: true })
    expect([await photos(), await hall.operator.photo(seatId)]).toEqual([[], null])
  })

  it('goes with everything else that is known of a person', async () => {
    const seatId = hall.seat('委员甲')
    await send('savePhoto', { seatId, jpeg: base64(jpeg()) })
    await send('deleteContact', { seatId })
    expect(await photos()).toEqual([])
  })

  it('a corrected name keeps it', async () => {
    const seatId = hall.seat('委员甲')
    await send('savePhoto', { seatId, jpeg: base64(jpeg()) })
    await send('saveContact', { seatId, name: '张三' })
    expect(hall.host.hall.documents.contacts.data.seats[seatId]?.photo).toBe(true)
  })

  it.each([
    ['photoTellsMore', base64(jpeg({ head: exif }))],
    ['photoNotJpeg', base64(Buffer.from('GIF89a'))],
  ])('is refused with %s, and nothing is written', async (code, bytes) => {
    const answer = await send('savePhoto', { seatId: hall.seat('委员甲'), jpeg: bytes })
    expect(answer).toMatchObject({ ok: false, rejection: { code } })
    expect(await photos()).toEqual([])
  })

  it('of nobody we know is refused', async () => {
    const answer = await send('savePhoto', { seatId: 'st_nobody00', jpeg: base64(jpeg()) })
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'contactUnknown' } })
  })

  it('that an end in the middle left behind is gone at the next start', async () => {
    await send('savePhoto', { seatId: hall.seat('委员甲'), jpeg: base64(jpeg()) })
    await storage.write('photos/st_stray000.jpg', jpeg())
    await storage.write(`photos/${hall.seat('委员乙')}.jpg.tmp`, jpeg())
    await hall.close()
    closing(await startTestHost({ storage }))
    expect(await photos()).toEqual([`${hall.seat('委员甲')}.jpg`])
  })
})

describe('a phone number that was deleted', () => {
  it.each([
    ['with its person', 'deleteContact', (seatId: string) => ({ seatId })],
    ['from its person', 'saveContacts', (seatId: string) => ({ contacts: [{ seatId, name: '张三', phone: null }] })],
    ['for another', 'saveContact', (seatId: string) => ({ seatId, name: '张三', phone: '13900000000' })],
  ])('%s leaves nothing behind by which it could be found again', async (_how, type, data) => {
    const seatId = hall.seat('委员甲')
    await send('saveContacts', { contacts: [{ seatId, name: '张三', phone: '13812345678' }] })
    await send('saveContact', { seatId, name: '张三', phone: '13812345678' })
    expect(await send(type, data(seatId))).toMatchObject({ ok: true })
    const { done } = hall.host.hall.documents.contacts.data
    const concerned = done.filter((one) => one.seatId === null || one.seatId === seatId)
    expect(concerned.length).toBeGreaterThan(2)
    expect(concerned.filter((one) => one.hash !== null)).toEqual([])
    expect(JSON.stringify(hall.host.hall.documents.contacts.data)).not.toContain('13812345678')
  })
})

describe('phones, house numbers and photos of people who have left', () => {
  it('are deleted when their time is over, names stay, and the log says how many and not whose', async () => {
    const [gone, stays] = [hall.seat('委员甲'), hall.seat('委员乙')]
    for (const seatId of [gone, stays]) {
      await send('saveContact', { seatId, name: `名${seatId}`, phone: '13800001234', house: '7栋402' })
    }
    await send('savePhoto', { seatId: gone, jpeg: base64(jpeg()) })
    const leave = { added: [], revised: [], retired: [gone] }
    await hall.operator.send(councilStream(hall.councilId), null, 'reviseRoster', leave)
    await hall.close()
    const log: unknown[] = []
    const host = closing(
      await startTestHost({ storage, now: () => Date.now() + 7 * MONTH_MS, log: (entry) => log.push(entry) }),
    )
    const { seats } = host.hall.documents.contacts.data
    expect(seats[gone]).toEqual({ seatId: gone, name: `名${gone}`, phone: null, house: null })
    expect(seats[stays]).toMatchObject({ phone: '13800001234', house: '7栋402' })
    expect(await photos()).toEqual([])
    expect(log).toContainEqual({ event: 'contactsExpired', seats: 1 })
    expect(JSON.stringify(log)).not.toMatch(/138|7栋|st_/)
  })

  it('the operator says after how many months', async () => {
    await until(() => hall.operator.settings)
    const settings = { ...hall.operator.settings, contactMonths: 12 }
    expect(await hall.operator.send('settings', null, 'saveSettings', settings)).toMatchObject({ ok: true })
    const gone = hall.seat('委员甲')
    await send('saveContact', { seatId: gone, name: '张三', phone: '13800001234' })
    await hall.operator.send(councilStream(hall.councilId), null, 'reviseRoster', {
      added: [],
      revised: [],
      retired: [gone],
    })
    await hall.close()
    const host = closing(await startTestHost({ storage, now: () => Date.now() + 7 * MONTH_MS }))
    expect(host.hall.documents.contacts.data.seats[gone]?.phone).toBe('13800001234')
  })
})
