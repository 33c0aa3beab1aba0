import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commandId, councilId, meetingId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { MAX_FRAME_BYTES, MAX_OPERATOR_FRAME_BYTES } from '../../shared/protocol/limits.ts'
import { councilStream, meetingStream } from '../../shared/streams/stream-name.ts'
import { bareLiveHost } from '../fixtures/bare-live-host.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { FakeSocket } from '../fixtures/fake-socket.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { commandFrame, hello, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
let hall: TestHall
beforeEach(async () => {
  hall = closing(await startTestHall())
})

const raw = () => closing(new RawClient(hall.host.port)).opened()
const operator = async () => (await raw()).operator(hall.host.operatorSecret)
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

describe('a frame that is none of the protocol', () => {
  const key = 'ab'.repeat(32)
  const cases: Readonly<Record<string, string | Uint8Array>> = {
    'not JSON': 'hello',
    'nothing at all': '',
    'half a frame': '{"t":"ping","sent":1',
    null: 'null',
    'a number': '7',
    'a text': '"ping"',
    'an array': '[{"t":"ping","sent":1}]',
    'an object without a type': '{}',
    'an unknown type': '{"t":"shutdown"}',
    'a type that is no text': '{"t":["ping"],"sent":1}',
    'the type __proto__': '{"t":"__proto__"}',
    'the type constructor': '{"t":"constructor"}',
    'a type in the prototype': '{"__proto__":{"t":"ping","sent":1}}',
    'a frame with a member missing': '{"t":"ping"}',
    'a number that is none': '{"t":"ping","sent":"now"}',
    'a version that is no whole number':
      '{"t":"hello","protocol":1.5,"as":{"kind":"operator","secret":"x"},"resume":[]}',
    'an identity of an unknown kind': JSON.stringify(hello({ kind: 'host' })),
    'a key in capitals': JSON.stringify(hello({ kind: 'device', publicKey: key.toUpperCase(), meetingId: null })),
    'a key of another length': JSON.stringify(hello({ kind: 'device', publicKey: key.slice(2), meetingId: null })),
    'a negative cursor': JSON.stringify({
      ...hello({ kind: 'device', publicKey: key, meetingId: null }),
      resume: [{ stream: 'meeting/mt_aaaaaa', seq: -1, mark: '', viewer: '' }],
    }),
    'too many cursors': JSON.stringify({
      ...hello({ kind: 'device', publicKey: key, meetingId: null }),
      resume: Array.from({ length: 201 }, () => ({ stream: 'meeting/mt_aaaaaa', seq: 0, mark: '', viewer: '' })),
    }),
    'a code with other digits': '{"t":"enter","code":"１２３４５６"}',
    'a seat that is no id': '{"t":"claim","seatId":"st_../../x","takeover":false}',
    'deep nesting': nested(30_000),
    'a huge array': `[${'0,'.repeat(30_000)}0]`,
    'bytes that are no text': Uint8Array.of(0, 1, 2, 255),
    'a frame in bytes': Buffer.from('{"t":"ping","sent":1}'),
  }

  it.each(Object.entries(cases))('%s is refused in words, and the connection goes on', async (_, frame) => {
    const client = await raw()
    client.send(frame)
    const refused = await client.heard('refused')
    expect(refused).toMatchObject({ to: 'frame', rejection: { code: 'malformed' }, sentence: /[一-鿿]。/ })
    await client.alive()
    expect(client.of('pong')).toHaveLength(1)
    await expectHealthy(hall)
  })

  it('is forgiven four times; at the fifth the connection is closed with 4000 and a sentence', async () => {
    const client = await raw()
    for (let times = 0; times < 5; times++) client.send('rubbish')
    expect(await client.end()).toEqual({ code: 4000, reason: '页面发来的内容主机看不懂。请刷新页面。' })
    expect(client.of('refused')).toHaveLength(4)
    expect(client.frames.at(-1)).toMatchObject({ t: 'goodbye', reason: 'malformed' })
    await expectHealthy(hall)
  })
})

describe('size', () => {
  const pingOf = (bytes: number) => {
    const frame = { t: 'ping', sent: 1, padding: '' }
    return JSON.stringify({ ...frame, padding: 'x'.repeat(bytes - JSON.stringify(frame).length) })
  }

  it('the largest frame allowed is read', async () => {
    const client = await raw()
    client.send(pingOf(MAX_FRAME_BYTES))
    await client.heard('pong')
  })

  it('a frame one byte larger closes the connection, and nobody else notices', async () => {
    const [client, bystander] = [await raw(), await raw()]
    client.send(pingOf(MAX_FRAME_BYTES + 1))
    expect(await client.end()).toMatchObject({ code: 4012 })
    await bystander.alive()
    await expectHealthy(hall)
  })

  it('the operator’s page may send a whole roster, and not a byte more than the largest', async () => {
    const client = await operator()
    client.send(pingOf(MAX_OPERATOR_FRAME_BYTES))
    await client.heard('pong')
    client.send(pingOf(MAX_OPERATOR_FRAME_BYTES + 1))
    expect(await client.end()).toMatchObject({ code: 1009 })
    await expectHealthy(hall)
  })
})

describe('a command that cannot be carried out', () => {
  const id = () => commandId.mint(hall.random)

  it('is answered under its id when its frame cannot be read', async () => {
    const client = await operator()
    const bad = id()
    client.send({ t: 'command', id: bad, stream: 'meeting/../../x', seatId: null, type: 'signIn', data: {} })
    expect(await client.answer(bad)).toMatchObject({ t: 'rejected', rejection: { code: 'malformed' } })
    await client.alive()
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'meetingOpened', 'signin', ''])(
    'is malformed when its type is “%s”',
    async (type) => {
      const client = await operator()
      const bad = id()
      client.send(commandFrame(bad, { stream: hall.stream, seatId: null, type, data: {} }))
      expect(await client.answer(bad)).toMatchObject({ t: 'rejected', rejection: { code: 'malformed' } })
      await expectHealthy(hall)
    },
  )

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['an array', []],
    ['members of another type', { seatId: 7 }],
    ['an id of another kind', { seatId: 'mt_aaaaaa' }],
    ['a seat in the prototype', JSON.parse('{"__proto__":{"seatId":"st_aaaaaa"}}')],
  ])('is malformed when its data are %s', async (_, data) => {
    const client = await operator()
    const bad = id()
    client.send(commandFrame(bad, { stream: hall.stream, seatId: null, type: 'signIn', data }))
    expect(await client.answer(bad)).toMatchObject({ t: 'rejected', rejection: { code: 'malformed' } })
    await expectHealthy(hall)
  })

  it('is malformed when its data are nested deeper than any command, whatever the stream', async () => {
    const client = await operator()
    const other = councilId.mint(hall.random)
    const data = `{"councilId":"${other}","deep":${nested(25_000)}}`
    for (const [stream, type] of [
      [hall.stream, 'signIn'],
      [councilStream(other), 'foundCouncil'],
      ['contacts', 'saveContact'],
    ] as const) {
      const bad = id()
      client.send(`{"t":"command","id":"${bad}","stream":"${stream}","seatId":null,"type":"${type}","data":${data}}`)
      expect(await client.answer(bad), stream).toMatchObject({ t: 'rejected', rejection: { code: 'malformed' } })
    }
    await client.alive()
    await expectHealthy(hall)
  })

  it('is refused for a stream that is not there, and for one that this device does not follow', async () => {
    const client = await operator()
    const unknown = id()
    const nowhere = meetingStream(meetingId.mint(hall.random))
    client.send(commandFrame(unknown, { stream: nowhere, seatId: null, type: 'closeMeeting', data: {} }))
    expect(await client.answer(unknown)).toMatchObject({ rejection: { code: 'streamUnknown' } })

    const key = await hall.admitted('主持')
    const chair = await (await raw()).device(key)
    await chair.heard('welcome')
    const foreign = id()
    chair.send(commandFrame(foreign, { stream: nowhere, seatId: hall.seat('主持'), type: 'closeMeeting', data: {} }))
    expect(await chair.answer(foreign)).toMatchObject({ rejection: { code: 'streamUnknown' } })
    expect(hall.host.hall.streams.get(nowhere)).toBeNull()

    const elsewhere = await hall.convene('另一次会议')
    const meddling = id()
    const stream = meetingStream(elsewhere.meetingId)
    chair.send(commandFrame(meddling, { stream, seatId: hall.seat('主持'), type: 'closeMeeting', data: {} }))
    expect(await chair.answer(meddling)).toMatchObject({ rejection: { code: 'streamUnknown' } })
    expect(hall.host.hall.streams.meeting(elsewhere.meetingId)?.accepted.phase).toBe('open')
    await expectHealthy(hall)
  })
})

describe('steps out of order', () => {
  const outOfOrder = (to: string) => ({ t: 'refused', to, rejection: { code: 'outOfOrder' }, sentence: /。/ })

  it('whoever has not said hello can do nothing, and is told so', async () => {
    const client = await raw()
    const ids = [commandId.mint(hall.random), commandId.mint(hall.random), commandId.mint(hall.random)] as const
    const publicKey = 'ab'.repeat(32)
    const seatId = hall.seat('主持')
    client.send({ t: 'proof', signature: 'ab'.repeat(64) })
    client.send({ t: 'enter', code: hall.joinCode })
    client.send({ t: 'claim', seatId, takeover: false })
    client.send({ t: 'walkIn', name: '路人' })
    client.send(commandFrame(ids[0], { stream: hall.stream, seatId: null, type: 'closeMeeting', data: {} }))
    client.send({ t: 'admit', id: ids[1], publicKey, seatId })
    client.send({ t: 'turnAway', id: ids[2], publicKey, seatId })
    await client.alive()
    expect(client.frames.slice(0, -1)).toEqual([
      ...['proof', 'enter', 'claim', 'walkIn'].map((to) => expect.objectContaining({ t: 'refused', to })),
      ...ids.map((id) => expect.objectContaining({ t: 'rejected', id })),
    ])
    for (const frame of [...client.of('refused'), ...client.of('rejected')]) {
      expect(frame).toMatchObject({ rejection: { code: 'outOfOrder' }, sentence: expect.stringMatching(/。/) })
    }
    await expectHealthy(hall)
  })

  it('a second hello is refused, before the proof and after', async () => {
    const key = await hall.admitted('委员甲')
    const client = await raw()
    const again = hello({ kind: 'operator', secret: hall.host.operatorSecret })
    client.send(hello({ kind: 'device', publicKey: key.publicKey, meetingId: null }))
    client.send(again)
    expect(await client.heard('refused')).toMatchObject({ ...outOfOrder('hello'), sentence: expect.any(String) })
    const live = await (await raw()).device(key)
    await live.heard('welcome')
    live.send(again)
    expect(await live.heard('refused')).toMatchObject({ to: 'hello', rejection: { code: 'outOfOrder' } })
    expect(live.of('welcome')).toHaveLength(1)
    expect(live.of('welcome')[0]?.viewer.role).toBe('member')
    await expectHealthy(hall)
  })

  it('no seat can be claimed and no name given before the right code', async () => {
    const client = await (await raw()).device(makeDeviceKey(hall.random))
    await client.heard('stranger')
    client.send({ t: 'claim', seatId: hall.seat('委员甲'), takeover: false })
    client.send({ t: 'walkIn', name: '路人' })
    await client.heard('refused', 2)
    expect(client.of('refused').map(({ rejection, to }) => [to, rejection.code])).toEqual([
      ['claim', 'outOfOrder'],
      ['walkIn', 'outOfOrder'],
    ])
    expect(hall.operator.admissions).toEqual([])
    await expectHealthy(hall)
  })

  it('a second proof on the same connection is refused', async () => {
    const client = await (await raw()).device(makeDeviceKey(hall.random))
    await client.heard('stranger')
    client.send({ t: 'proof', signature: 'ab'.repeat(64) })
    expect(await client.heard('refused')).toMatchObject({ to: 'proof', rejection: { code: 'outOfOrder' } })
  })
})

describe('the time to greet', () => {
  afterEach(() => void vi.useRealTimers())

  function liveHost() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { random, host } = hall
    return bareLiveHost(host.hall, random)
  }

  it('ten seconds without a hello close the connection with 4003, and not a moment earlier', () => {
    const client = new FakeSocket(liveHost(), { address: '192.168.1.7' })
    vi.advanceTimersByTime(9_999)
    expect(client.closed).toBeNull()
    vi.advanceTimersByTime(1)
    expect(client.closed).toEqual({ code: 4003, reason: '连接后没有及时应答。请检查网络后刷新页面。' })
    expect(client.frames).toEqual([expect.objectContaining({ t: 'goodbye', reason: 'tooSlowToGreet' })])
  })

  it('a hello without a proof closes it too; frames of other kinds gain no time', () => {
    const client = new FakeSocket(liveHost(), { address: '192.168.1.7' })
    client.say(hello({ kind: 'device', publicKey: 'ab'.repeat(32), meetingId: null }))
    vi.advanceTimersByTime(9_000)
    client.say({ t: 'ping', sent: 1 })
    vi.advanceTimersByTime(1_000)
    expect(client.closed?.code).toBe(4003)
  })

  it('whoever has proven a key may take time to find the code', () => {
    const client = new FakeSocket(liveHost(), { address: '192.168.1.7' }).greet(makeDeviceKey(hall.random))
    vi.advanceTimersByTime(600_000)
    expect(client.closed).toBeNull()
  })
})
