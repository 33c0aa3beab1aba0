import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { resolutionId, type SeatId, voteId } from '../../shared/core/ids.ts'
import type { DeviceKey } from '../../shared/identity/device-key.ts'
import { plainTerms } from '../../shared/meeting/voting/marks.ts'
import type { Terms } from '../../shared/meeting/voting/terms.ts'
import { LIVE_PATH } from '../../shared/protocol/version.ts'
import { ballotFrame } from '../fixtures/ballots.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { hello, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall, type TestSeat, testRule, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()

const memberName = (number: number): string => `委员${String(number).padStart(2, '0')}`
const names = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => memberName(from + index))

/** 91 people who vote, so that no figure of the result is also a number that everybody may know. */
const roster: readonly TestSeat[] = [
  { name: '主持', kind: 'convener', voting: true },
  { name: '话事', kind: 'scribe', voting: false },
  ...names(1, 90).map((name): TestSeat => ({ name, kind: 'standing', voting: true })),
  { name: '列席', kind: 'guest', voting: false },
]

const terms: Terms = {
  ...plainTerms({ ...testRule, pass: { den: 'participating', op: '>', share: { num: 1, den: 2 } } }),
  channels: { device: true, hands: 'counted', paper: 'secret' },
  display: 'delayed',
  revisable: true,
  doubleEntry: true,
}

const RAISED = names(11, 55)
const ON_PAPER = names(56, 90)

/** 45 hands, first typed wrongly, then rightly; 35 papers, of which one person miscounts. */
const WRONG_HANDS = { for: 7919, against: 6029, abstain: 5039 }
const HANDS = { for: 23, against: 17, abstain: 5 }
const WRONG_TALLY = { rows: [{ for: 8101, against: 7703, abstain: 7487 }], returned: 7351, valid: 7333, invalid: 7321 }
const TALLY = { rows: [{ for: 16, against: 11, abstain: 4 }], returned: 34, valid: 31, invalid: 3 }
/** With two in favour and one against on devices. */
const RESULT = { for: 41, against: 29, abstain: 9 }

/** Whatever was typed and found, as far as it is not also a number of something that may be known. */
const FIGURES = new Set<unknown>([
  23,
  17,
  16,
  11,
  34,
  31,
  41,
  29,
  ...Object.values(WRONG_HANDS),
  8101,
  7703,
  7487,
  7351,
  7333,
  7321,
])
/** Numbers of batches, instants and stubs: they may be any number. */
const COUNTERS = new Set(['seq', 'from', 'upTo', 'at', 'number', 'version'])

/** A connection that keeps every byte which comes out of the network, besides the frames in it. */
class Tapped extends RawClient {
  readonly chunks: Buffer[] = []

  constructor(port: number) {
    super(port)
    this.socket.on('upgrade', ({ socket }) => socket.on('data', (chunk: Buffer) => this.chunks.push(chunk)))
  }

  get bytes(): string {
    return Buffer.concat(this.chunks).toString('utf8')
  }
}

type Leaf = { readonly path: readonly string[]; readonly value: unknown }

const leavesOf = (value: unknown, path: readonly string[] = []): readonly Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : [{ path, value }]

const STANDALONE_FIGURE = /(?<![\w+/=-])(?:7919|6029|5039|8101|7703|7487|7351|7333|7321)(?![\w+/=-])/g

const STANCES = ['for', 'against', 'abstain']

/** What a connection was told that nobody may know yet; `own`: what its seat itself has said. */
function leaks(client: Tapped, own: readonly string[]): readonly string[] {
  const structured = client.frames.flatMap((frame) =>
    leavesOf(frame).filter(({ path, value }) => {
      const [key = ''] = path.slice(-1)
      if (FIGURES.has(value) && !COUNTERS.has(key)) return true
      if (STANCES.includes(key) || key === 'verdict') return value !== null
      if (typeof value === 'string' && /赞成|反对|弃权|通过/.test(value)) return true
      return typeof value === 'string' && STANCES.includes(value) && !(key === 'option' && own.includes(value))
    }),
  )
  // The bytes themselves, for whatever no frame was made of. Ids and signatures are random letters and digits and may
  // hold any four of them; a figure stands alone or in a sentence.
  const raw = [...client.texts, client.bytes].flatMap((text) => [
    ...[...text.matchAll(STANDALONE_FIGURE)].map(([found]) => found),
    ...STANCES.filter((stance) => !own.includes(stance) && text.includes(`"${stance}"`)),
  ])
  return [...structured.map(({ path, value }) => `${path.join('.')}=${value}`), ...raw]
}

/** Whose choice stands in what a connection was told. */
const choicesIn = (client: Tapped): readonly unknown[] => {
  const found: unknown[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('option' in value && 'seatId' in value) found.push(value.seatId)
    Object.values(value).forEach(walk)
  }
  walk(client.frames)
  return found
}

async function hallWithListeners() {
  const hall = closing(await startTestHall({ seats: roster }))
  const connected = async (key: DeviceKey) => {
    const client = closing(new Tapped(hall.host.port))
    await client.device(key)
    await client.heard('welcome')
    return client
  }
  const keys = new Map<string, DeviceKey>()
  const device = async (name: string) => {
    const key = keys.get(name) ?? (await hall.admitted(name))
    keys.set(name, key)
    return connected(key)
  }
  const screenAtDoor = async () => {
    const client = await closing(new Tapped(hall.host.port)).opened()
    client.send(hello({ kind: 'screen', code: hall.joinCode }))
    await client.heard('welcome')
    return client as Tapped
  }
  const operator = closing(new Tapped(hall.host.port))
  await operator.operator(hall.host.operatorSecret)
  const sign = (name: string, vote: ReturnType<typeof voteId.mint>, option: 'for' | 'against' | 'abstain') => {
    const key = keys.get(name)
    if (key === undefined) throw new Error(`${name} has no device`)
    return ballotFrame(hall, key, { voteId: vote, seatId: hall.seat(name), option })
  }
  return { hall, device, screen: screenAtDoor, operator, sign }
}

/** Everybody here has been sent what has happened so far. */
async function caughtUp(...clients: readonly RawClient[]): Promise<void> {
  for (const client of clients) await client.alive()
}

async function refused(hall: TestHall, type: string, data: unknown): Promise<string> {
  const answer = await hall.operator.send(hall.stream, null, type, data)
  return answer.ok ? 'done' : answer.rejection.code
}

it('during a delayed vote nothing that anybody is sent holds a figure or another’s choice until it is published', async () => {
  const { device, hall, operator, screen, sign } = await hallWithListeners()
  for (const { name } of roster) await hall.act('signIn', { seatId: hall.seat(name) })
  const [item] = hall.meeting().agenda
  await hall.act('startItem', { itemId: item?.itemId })

  const voter = await device(memberName(1))
  const silent = await device(memberName(2))
  const against = await device(memberName(3))
  const inFavour = await device(memberName(4))
  const raiser = await device(memberName(11))
  const guest = await device('列席')
  const chair = await device('主持')
  const scribe = await device('话事')
  const wall = await screen()

  const vote = voteId.mint(hall.random)
  await hall.act('openVote', { voteId: vote, itemId: item?.itemId, motion: '铺设塑胶跑道', terms })
  const press = async (client: RawClient, name: string, option: 'for' | 'against' | 'abstain') => {
    const { frame, id } = sign(name, vote, option)
    client.send(frame)
    return client.answer(id)
  }
  expect(await press(voter, memberName(1), 'abstain')).toMatchObject({ t: 'ack' })
  expect(await press(against, memberName(3), 'against')).toMatchObject({ t: 'ack' })
  expect(await press(inFavour, memberName(4), 'for')).toMatchObject({ t: 'ack' })
  expect(await press(voter, memberName(1), 'for')).toMatchObject({ t: 'ack' })

  const seats = (some: readonly string[]): readonly SeatId[] => some.map((name) => hall.seat(name))
  await hall.act('countHands', { voteId: vote, seatIds: seats(RAISED), rows: [WRONG_HANDS] })
  expect(await press(raiser, memberName(11), 'for')).toMatchObject({
    t: 'rejected',
    rejection: { code: 'votedOtherwise' },
  })
  await hall.act('countHands', { voteId: vote, seatIds: seats(RAISED), rows: [HANDS] })
  const papers = seats(ON_PAPER).map((seatId, index) => ({ seatId, number: 501 + index }))
  await hall.act('issuePapers', { voteId: vote, papers })

  // In the middle some lose their connection and come back to a snapshot.
  const voterAgain = await device(memberName(1))
  const guestAgain = await device('列席')
  const screenAgain = await screen()
  const scribeAgain = await device('话事')

  await hall.act('stopBallots', { voteId: vote })
  await hall.act('enterTally', { voteId: vote, entry: 1, counter: hall.seat('话事'), ...WRONG_TALLY })
  await hall.act('enterTally', { voteId: vote, entry: 2, counter: hall.seat('列席'), ...TALLY })
  const close = { voteId: vote, resolutionId: resolutionId.mint(hall.random), hold: true }
  expect(await refused(hall, 'closeVote', close)).toBe('countsDiffer')
  await hall.act('enterTally', { voteId: vote, entry: 1, counter: hall.seat('话事'), ...TALLY })

  const scribeLast = await device('话事')
  const attendees = [silent, guestAgain, wall, screenAgain]
  const desks = [operator, chair, scribeLast]
  await caughtUp(voterAgain, against, inFavour, raiser, ...attendees, ...desks)
  for (const client of [...attendees, ...desks, scribe, scribeAgain, guest]) expect(leaks(client, [])).toEqual([])
  for (const client of [...attendees, ...desks]) expect(choicesIn(client)).toEqual([])
  const mayHear = [
    [voter, memberName(1), ['for', 'abstain']],
    [voterAgain, memberName(1), ['for']],
    [against, memberName(3), ['against']],
    [inFavour, memberName(4), ['for']],
    [raiser, memberName(11), []],
  ] as const
  for (const [client, name, own] of mayHear) {
    expect(leaks(client, own)).toEqual([])
    expect(new Set(choicesIn(client))).toEqual(new Set(own.length === 0 ? [] : [hall.seat(name)]))
  }

  // Closed and held back: the desk knows, nobody else does, whether he was there all the time or comes now.
  await hall.act('closeVote', close)
  const late = await device(memberName(2))
  const lateScreen = await screen()
  const askedForPaper = { t: 'paper', id: sign(memberName(1), vote, 'for').id }
  const paper = { kind: 'resultSheet', meetingId: hall.meetingId, voteId: vote }
  voterAgain.send({ ...askedForPaper, paper })
  await caughtUp(voterAgain, late, lateScreen, against, inFavour, raiser, ...desks, guestAgain, wall, screenAgain)
  for (const client of [late, lateScreen, guestAgain, wall, screenAgain, silent]) expect(leaks(client, [])).toEqual([])
  for (const [client, , own] of mayHear) expect(leaks(client, own)).toEqual([])
  expect(voterAgain.of('paper')).toEqual([])
  await until(() => leaks(chair, []).some((leak) => leak.endsWith('for=41')), 'the desk to know the result')
  expect(leaks(chair, []).filter((leak) => leak.endsWith('against=29'))).not.toEqual([])

  // Published: now it is in everybody's bytes, so the eyes of this test see it where it is.
  await hall.act('publishVote', { voteId: vote, resolutionId: close.resolutionId })
  await caughtUp(voterAgain, late, lateScreen, guestAgain, wall)
  for (const client of [voterAgain, late, lateScreen, guestAgain, wall]) {
    for (const [stance, count] of Object.entries(RESULT)) expect(client.bytes).toContain(`"${stance}":${count}`)
    expect(leaks(client, []).length).toBeGreaterThan(0)
  }
  expect(hall.meeting().voting.past[0]).toMatchObject({ verdict: { passed: true, figures: RESULT } })
})

it('what is sent is never packed: a listener reads it as it is', async () => {
  const hall = closing(await startTestHall())
  const socket = new WebSocket(`ws://127.0.0.1:${hall.host.port}${LIVE_PATH}`, { perMessageDeflate: true })
  await until(() => socket.readyState === WebSocket.OPEN, 'an open socket')
  expect(socket.extensions).toBe('')
  socket.terminate()
})

it('finds a figure as a number, in quotes and between Chinese words, but not inside an id', () => {
  const found = (text: string) => [...text.matchAll(STANDALONE_FIGURE)].length
  expect(['{"for":7919}', '["7919",0]', '赞成7919票', '{"rows":[{"for":1,"against":7919}]}'].map(found)).toEqual([
    1, 1, 1, 1,
  ])
  expect(['"a7919b"', '"V-7919_x"', '"k+7919/="', '"17919"'].map(found)).toEqual([0, 0, 0, 0])
})
