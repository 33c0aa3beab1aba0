import { expect, it } from 'vitest'
import type { HallLogEntry } from '../../main/host/hall/hall-log.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import type { Storage } from '../../main/host/storage/storage.ts'
import { ballotId, resolutionId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { hello, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, testSeats, until } from '../fixtures/test-hall.ts'
import { wire } from '../fixtures/wire.ts'

const closing = closedAfterEach()

const PHONE = '13800001234'
const HOUSE = '幸福里7栋402'
const WALK_IN = '过路的赵大爷'
/** Names that are no ordinary words of a sentence or an agenda. */
const NAMES = [...testSeats.map((seat) => seat.name).filter((name) => name.startsWith('委员')), WALK_IN]

async function textOf(storage: Storage, dir: string): Promise<string> {
  const files = await Promise.all((await storage.list(dir)).map((name) => storage.read(`${dir}/${name}`)))
  return files.map((bytes) => new TextDecoder().decode(bytes ?? undefined)).join('\n')
}

/** A meeting in which everything happens that could let a private thing slip out, with everybody listening. */
async function meetingWithListeners() {
  const storage = memoryStorage()
  const log: HallLogEntry[] = []
  const hall = closing(await startTestHall({ storage, log: (entry) => log.push(entry) }))
  const { host, seat } = hall
  const wires = [] as ReturnType<typeof wire>[]
  const listen = () => {
    const network = wire(host.port)
    wires.push(network)
    return network.runtime
  }
  const names = ['主持', '话事', '委员甲', '列席']
  const keys = [] as ReturnType<typeof makeDeviceKey>[]
  for (const name of names) keys.push(await hall.admitted(name))
  const people = keys.map((key) => hall.connect({ kind: 'device', key, meetingId: hall.meetingId }, listen()))
  people.push(hall.connect({ kind: 'operator', secret: host.operatorSecret }, listen()))
  people.push(hall.connect({ kind: 'screen', code: hall.joinCode }, listen()))
  for (const client of people) await until(() => client.copies.meeting(hall.meetingId))

  const contact = { seatId: seat('委员乙'), name: '委员乙', phone: PHONE, house: HOUSE }
  expect(await hall.operator.send('contacts', null, 'saveContact', contact)).toMatchObject({ ok: true })
  const walkIn = hall.connect({ kind: 'device', key: makeDeviceKey(hall.random), meetingId: null }, listen())
  await until(() => walkIn.phase.at === 'stranger')
  walkIn.enter(hall.joinCode)
  await until(() => walkIn.phase.at === 'door')
  walkIn.walkIn(WALK_IN)
  await hall.operator.admit(await until(() => hall.operator.admissions[0]))
  await until(() => walkIn.copies.meeting(hall.meetingId))

  const voteId = await hall.openVote('主持', '委员甲', '委员乙', '委员丙')
  await people[2]?.castBallot(hall.meetingId, voteId, seat('委员甲'), 'against')
  const ballot = { voteId, ballotId: ballotId.mint(hall.random), option: 'for', seatId: seat('委员乙') }
  await hall.act('enterBallot', ballot)
  await hall.act('recordLeave', { seatId: seat('委员戊'), reason: '住院' })
  await hall.act('closeVote', { voteId, resolutionId: resolutionId.mint(hall.random) })
  const seq = hall.operator.copies.seq(hall.stream)
  for (const client of [...people, walkIn]) await until(() => client.copies.seq(hall.stream) === seq)
  for (const client of [...people, walkIn]) await until(() => Object.values(client.names).includes(WALK_IN))

  const thief = await closing(new RawClient(host.port)).opened()
  thief.send(hello({ kind: 'operator', secret: 'guessed' }))
  await thief.end()
  return { hall, storage, log, keys, heard: wires.map((network) => network.heard.join('\n')) }
}

it('everybody in the meeting learns the names; phones and house numbers are in no frame to anybody', async () => {
  const { heard } = await meetingWithListeners()
  expect(heard).toHaveLength(7)
  for (const said of heard) {
    expect(said).toContain('委员乙')
    expect(said).not.toContain(PHONE)
    expect(said).not.toContain(HOUSE)
  }
})

it('a reason for leave reaches those who run the meeting and nobody else', async () => {
  const { heard } = await meetingWithListeners()
  expect(heard.map((said) => said.includes('住院'))).toEqual([true, true, false, false, true, false, false])
})

it('journals and snapshots hold no name, phone or house number, so that contacts can be deleted', async () => {
  const { hall, storage } = await meetingWithListeners()
  await hall.close()
  expect(await storage.list('journals')).toHaveLength(2)
  expect(await storage.list('snapshots')).toHaveLength(2)
  for (const dir of ['journals', 'snapshots']) {
    const text = await textOf(storage, dir)
    expect(text.length).toBeGreaterThan(1_000)
    for (const secret of [...NAMES, PHONE, HOUSE]) expect(text, secret).not.toContain(secret)
  }
  expect(await textOf(storage, 'documents')).toContain(PHONE)
})

it('a deleted contact is gone from the folder and from everybody’s names, and the record stands', async () => {
  const { hall, storage } = await meetingWithListeners()
  const seatId = hall.seat('委员乙')
  expect(await hall.operator.send('contacts', null, 'deleteContact', { seatId })).toMatchObject({ ok: true })
  await until(() => hall.operator.names[seatId] === undefined)
  await hall.close()
  for (const dir of ['documents', 'journals', 'snapshots']) {
    const text = await textOf(storage, dir)
    for (const secret of ['委员乙', PHONE, HOUSE]) expect(text).not.toContain(secret)
  }
  expect(await textOf(storage, 'journals')).toContain(seatId)
})

it('the log holds no name, secret, key, code or choice', async () => {
  const { hall, keys, log } = await meetingWithListeners()
  await hall.close()
  const text = JSON.stringify(log)
  expect(log.map((entry) => entry.event)).toEqual(expect.arrayContaining(['streamOpened', 'closed']))
  const secrets = [
    ...NAMES,
    PHONE,
    HOUSE,
    '住院',
    'against',
    '"for"',
    hall.host.operatorSecret,
    'guessed',
    hall.joinCode,
  ]
  for (const secret of [...secrets, ...keys.flatMap((key) => [key.publicKey, key.secretKey])]) {
    expect(text, secret).not.toContain(secret)
  }
})
