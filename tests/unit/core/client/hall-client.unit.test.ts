import { describe, expect, it } from 'vitest'
import { HallClient } from '../../../../shared/client/hall-client.ts'
import type { Answer } from '../../../../shared/client/outbox.ts'
import type { Who } from '../../../../shared/client/phase.ts'
import { makeDeviceKey } from '../../../../shared/identity/device-key.ts'
import { ballotText, challengeText } from '../../../../shared/identity/signed-text.ts'
import { clientFrame } from '../../../../shared/protocol/client-frames.ts'
import { type CloseReason, closeCodes } from '../../../../shared/protocol/close-codes.ts'
import type { HostFrame } from '../../../../shared/protocol/host-frames.ts'
import { viewerKey } from '../../../../shared/protocol/host-frames.ts'
import { PROTOCOL } from '../../../../shared/protocol/version.ts'
import type { Viewer } from '../../../../shared/roles/roles.ts'
import {
  councilStream,
  meetingStream,
  type StreamName,
  worksheetStream,
} from '../../../../shared/streams/stream-name.ts'
import { nodeVerifies } from '../../../fixtures/node-verifies.ts'
import { ScriptedHost, type ScriptedSocket } from '../../../fixtures/scripted-host.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'
import { memberA, memberB, opened, opening, pointAdded, signedIn, vote } from '../../../fixtures/small-meeting.ts'

const { councilId, meetingId } = opening
const stream = meetingStream(meetingId)
const key = makeDeviceKey(seededBytes(9))
const device: Who = { kind: 'device', key, meetingId }
const operator: Who = { kind: 'operator', secret: '秘密' }
const member: Viewer = { role: 'member', seats: [memberA] }

const challenge: HostFrame = { t: 'challenge', protocol: PROTOCOL.current, hostId: 'host', nonce: 'nonce', at: 0 }
const door: HostFrame = { t: 'door', meetingId, title: '议事会', seats: [] }
const welcome = (streams: readonly StreamName[] = [stream], viewer: Viewer = member): HostFrame => ({
  t: 'welcome',
  viewer,
  meetingId,
  streams,
  at: 0,
})
const snapshot = (of: StreamName, seq: number, state: unknown = { phase: 'unopened' }): HostFrame => ({
  t: 'snapshot',
  stream: of,
  seq,
  mark: `mark${seq}`,
  viewer: viewerKey(member),
  state,
})
const refused = (to: string, code: 'wrongJoinCode' | 'seatTaken' | 'tooFast' | 'turnedAway'): HostFrame => ({
  t: 'refused',
  to,
  rejection: { code },
  sentence: '没有成功。',
})

/** A client that is in, with what it hears as a member. */
function live(who: Who = device) {
  const host = new ScriptedHost()
  const client = new HallClient(host.runtime, who)
  host.socket.open()
  host.socket.say(welcome())
  return { host, client }
}

/** Passes the time of one retry, and says how long it took. */
function nextSocket(host: ScriptedHost): number {
  const count = host.sockets.length
  const since = host.now
  for (let waited = 0; host.sockets.length === count; waited += 1) {
    if (waited > 20_000) throw new Error('the client does not come back')
    host.pass(1)
  }
  return host.socket.openedAt - since
}

const signIn = (client: HallClient) => client.send(stream, memberA, 'signIn', { seatId: memberA })

/** What has become of an answer by now. */
async function settled(answer: Promise<Answer>): Promise<Answer | 'open'> {
  return Promise.race([answer, Promise.resolve('open' as const).then((open) => open)])
}

const idsOf = (socket: ScriptedSocket) => socket.of('command').map((frame) => frame.id)

describe('greeting', () => {
  it('the first frame says the protocol, who is there and where the copies stand', () => {
    const host = new ScriptedHost()
    const client = new HallClient(host.runtime, device)
    expect(client.phase).toEqual({ at: 'connecting' })
    expect(host.socket.sent).toEqual([])
    host.socket.open()
    expect(host.socket.sent).toEqual([
      {
        t: 'hello',
        protocol: PROTOCOL.current,
        as: { kind: 'device', publicKey: key.publicKey, meetingId },
        resume: [],
      },
    ])
  })

  it('a device proves its key, and never sends the secret one', () => {
    const host = new ScriptedHost()
    new HallClient(host.runtime, device)
    host.socket.open()
    host.socket.say(challenge)
    const [proof] = host.socket.of('proof')
    expect(nodeVerifies(key.publicKey, challengeText('host', 'nonce', key.publicKey), proof?.signature ?? '')).toBe(
      true,
    )
    expect(JSON.stringify(host.socket.sent)).not.toContain(key.secretKey)
  })

  it('the operator answers no challenge', () => {
    const host = new ScriptedHost()
    new HallClient(host.runtime, operator)
    host.socket.open()
    host.socket.say(challenge)
    expect(host.socket.sent.map((frame) => frame.t)).toEqual(['hello'])
  })

  it('every frame that a client sends is one that the host reads', () => {
    const { client, host } = live()
    signIn(client)
    client.castBallot(meetingId, vote, memberA, 'for')
    client.admit({ publicKey: key.publicKey, seatId: memberA })
    client.turnAway({ publicKey: key.publicKey, seatId: memberA })
    client.enter('123456')
    client.claim(memberA)
    client.walkIn('王师傅')
    host.socket.say(challenge)
    const types = new Set(host.socket.sent.map((frame) => frame.t))
    expect(types).toEqual(
      new Set(['hello', 'proof', 'ping', 'command', 'admit', 'turnAway', 'enter', 'claim', 'walkIn']),
    )
    for (const frame of host.socket.sent) expect(clientFrame.safeParse(frame)).toMatchObject({ success: true })
  })
})

describe('commands', () => {
  it('are sent at once and answered with the batch that holds them', async () => {
    const { client, host } = live()
    const answer = signIn(client)
    const [id] = idsOf(host.socket)
    expect(client.unanswered).toBe(1)
    if (id !== undefined) host.socket.say({ t: 'ack', id, seq: 7 })
    expect(await answer).toEqual({ ok: true, seq: 7 })
    expect(client.unanswered).toBe(0)
  })

  it('are refused with a code and a sentence, and are not sent again', async () => {
    const { client, host } = live()
    const answer = signIn(client)
    const [id] = idsOf(host.socket)
    if (id !== undefined) {
      host.socket.say({ t: 'rejected', id, rejection: { code: 'alreadySignedIn' }, sentence: '已经签到过了。' })
    }
    expect(await answer).toEqual({ ok: false, rejection: { code: 'alreadySignedIn' }, sentence: '已经签到过了。' })
    host.socket.close()
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome())
    expect(idsOf(host.socket)).toEqual([])
  })

  it('without an answer are sent again in their order under the same ids, once in again and not before', async () => {
    const { client, host } = live()
    const answers = [signIn(client), signIn(client), signIn(client)]
    const first = host.socket
    const ids = idsOf(first)
    expect(new Set(ids).size).toBe(3)
    const [, second] = ids
    if (second !== undefined) first.say({ t: 'ack', id: second, seq: 1 })
    first.close()
    nextSocket(host)
    host.socket.open()
    host.socket.say(challenge)
    expect(host.socket.of('command')).toEqual([])
    host.socket.say(welcome())
    expect(host.socket.of('command')).toEqual([first.of('command')[0], first.of('command')[2]])
    for (const id of idsOf(host.socket)) host.socket.say({ t: 'ack', id, seq: 2 })
    expect(await Promise.all(answers)).toEqual([1, 2, 2].map((_, index) => ({ ok: true, seq: index === 1 ? 1 : 2 })))
  })

  it('given while offline wait for the connection', () => {
    const { client, host } = live()
    host.socket.close()
    signIn(client)
    expect(client.unanswered).toBe(1)
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome())
    expect(host.socket.of('command')).toHaveLength(1)
  })

  it('are not sent twice by a second welcome on the same connection', () => {
    const { client, host } = live()
    signIn(client)
    host.socket.say(welcome([stream], { role: 'chair', seats: [memberA] }))
    expect(host.socket.of('command')).toHaveLength(1)
    expect(client.phase).toMatchObject({ at: 'live', viewer: { role: 'chair' } })
  })

  it('dropped by a host that was too busy are sent again a little later, once for all of them', () => {
    const { client, host } = live()
    signIn(client)
    signIn(client)
    const sent = idsOf(host.socket)
    host.socket.say(refused('frame', 'tooFast'), refused('frame', 'tooFast'))
    expect(idsOf(host.socket)).toEqual(sent)
    host.pass(2_000)
    expect(idsOf(host.socket)).toEqual([...sent, ...sent])
    host.pass(9_000)
    expect(idsOf(host.socket)).toEqual([...sent, ...sent])
  })

  it('an answer that nobody waits for, or that comes twice, does no harm', async () => {
    const { client, host } = live()
    const answer = signIn(client)
    const other = signIn(client)
    const [id] = idsOf(host.socket)
    if (id === undefined) throw new Error('nothing was sent')
    host.socket.say({ t: 'ack', id, seq: 3 }, { t: 'ack', id, seq: 4 })
    expect(await answer).toEqual({ ok: true, seq: 3 })
    expect(await settled(other)).toBe('open')
    expect(client.unanswered).toBe(1)
  })

  it('a ballot is signed over its meeting, vote, choice, seat and command', () => {
    const { client, host } = live()
    client.castBallot(meetingId, vote, memberA, 'against')
    const [frame] = host.socket.of('command')
    const data = frame?.data as { ballotId: never; signature: string }
    expect(frame).toMatchObject({ stream, seatId: memberA, type: 'castBallot' })
    expect(frame?.data).toMatchObject({ voteId: vote, option: 'against', seatId: memberA })
    const signed = (option: string) =>
      ballotText({
        meetingId,
        voteId: vote,
        ballotId: data.ballotId,
        option,
        seatId: memberA,
        commandId: frame?.id ?? '',
      })
    expect(nodeVerifies(key.publicKey, signed('against'), data.signature)).toBe(true)
    expect(nodeVerifies(key.publicKey, signed('for'), data.signature)).toBe(false)
  })

  it('whoever has no key cannot hand in a signed ballot', () => {
    const { client } = live(operator)
    expect(() => client.castBallot(meetingId, vote, memberA, 'for')).toThrow('only a device has a key')
  })
})

describe('copies', () => {
  it('are folded from a snapshot and the events after it', () => {
    const { client, host } = live()
    host.socket.say(snapshot(stream, 4), { t: 'events', stream, seq: 5, mark: 'mark5', events: [opened] })
    host.socket.say(
      { t: 'events', stream, seq: 6, mark: 'mark6', events: [] },
      { t: 'events', stream, seq: 9, mark: 'mark9', events: [pointAdded] },
    )
    const state = client.copies.meeting(meetingId)
    expect(client.copies.seq(stream)).toBe(9)
    expect(state).toMatchObject({ phase: 'open', title: opening.title })
    expect(JSON.stringify(state)).toContain('噪声要小')
  })

  it('ignore batches that they have already', () => {
    const { client, host } = live()
    const events: HostFrame = { t: 'events', stream, seq: 6, mark: 'mark6', events: [pointAdded] }
    host.socket.say(snapshot(stream, 4), { t: 'events', stream, seq: 5, mark: 'mark5', events: [opened] }, events)
    const before = client.copies.meeting(meetingId)
    host.socket.say(
      events,
      { t: 'events', stream, seq: 5, mark: 'mark5', events: [opened] },
      { t: 'events', stream, seq: 3, mark: 'mark3', events: [] },
    )
    expect(client.copies.meeting(meetingId)).toBe(before)
    expect(client.copies.seq(stream)).toBe(6)
  })

  it('of a stream that is not followed are not begun by events', () => {
    const { client, host } = live()
    host.socket.say({ t: 'events', stream, seq: 5, mark: 'mark5', events: [opened] })
    expect(client.copies.meeting(meetingId)).toBeNull()
    expect(client.copies.seq(stream)).toBeNull()
    expect(client.copies.names()).toEqual([])
  })

  it('a later snapshot replaces the copy', () => {
    const { client, host } = live()
    host.socket.say(
      snapshot(stream, 4),
      { t: 'events', stream, seq: 5, mark: 'mark5', events: [opened] },
      snapshot(stream, 8),
    )
    expect(client.copies.meeting(meetingId)).toEqual({ phase: 'unopened' })
    expect(client.copies.seq(stream)).toBe(8)
  })

  it('are kept for the streams that a welcome names, and forgotten otherwise', () => {
    const { client, host } = live(operator)
    const council = councilStream(councilId)
    const ledger = worksheetStream(councilId)
    host.socket.say(
      welcome([stream, council, ledger]),
      snapshot(stream, 4),
      snapshot(council, 2, { phase: 'absent' }),
      snapshot(ledger, 1, { worksheets: [] }),
    )
    expect(client.copies.council(councilId)).toEqual({ phase: 'absent' })
    expect(client.copies.ledger(councilId)).toEqual({ worksheets: [] })
    host.socket.say(welcome([stream]))
    expect(client.copies.names()).toEqual([stream])
    expect(client.copies.council(councilId)).toBeNull()
    expect(client.copies.ledger(councilId)).toBeNull()
  })

  it('outlive a broken connection, and the next hello says where they stand', () => {
    const { client, host } = live()
    host.socket.say(snapshot(stream, 4), {
      t: 'events',
      stream,
      seq: 7,
      mark: 'mark7',
      events: [opened, signedIn(memberA)],
    })
    host.socket.close()
    expect(client.copies.meeting(meetingId)).toMatchObject({ phase: 'open' })
    nextSocket(host)
    host.socket.open()
    expect(host.socket.of('hello')[0]?.resume).toEqual([{ stream, seq: 7, mark: 'mark7', viewer: viewerKey(member) }])
  })
})

describe('coming back', () => {
  const FINAL: readonly CloseReason[] = ['malformed', 'pageTooOld', 'hostTooOld', 'notProven', 'replaced', 'removed']
  const reasons = Object.keys(closeCodes) as readonly CloseReason[]

  it.each(FINAL)('%s is the end', (reason) => {
    const { client, host } = live()
    host.socket.close(closeCodes[reason])
    host.pass(120_000)
    expect(client.phase).toEqual({ at: 'ended', reason })
    expect(host.sockets).toHaveLength(1)
  })

  it.each(reasons.filter((reason) => !FINAL.includes(reason)))('after %s it comes back by itself', (reason) => {
    const { client, host } = live()
    host.socket.close(closeCodes[reason])
    expect(client.phase).toEqual({ at: 'offline', reason })
    nextSocket(host)
    expect(host.sockets).toHaveLength(2)
  })

  it('a broken line is no end either', () => {
    const { client, host } = live()
    host.socket.close()
    expect(client.phase).toEqual({ at: 'offline', reason: null })
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome())
    expect(client.phase).toEqual({ at: 'live', viewer: member, meetingId })
  })

  it('the waits grow, each between half and all of the last doubled, and stay at a few seconds', () => {
    const { host } = live()
    const waits = [200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000].map((longest) => {
      host.socket.close()
      return nextSocket(host) / longest
    })
    expect(waits.filter((share) => share < 0.5 || share > 1)).toEqual([])
  })

  it('a room full of clients does not come back in one instant', () => {
    const waits = Array.from({ length: 40 }, (_, seed) => {
      const host = new ScriptedHost(seed + 1)
      new HallClient(host.runtime, device)
      host.socket.close()
      return nextSocket(host)
    })
    expect(new Set(waits).size).toBeGreaterThan(20)
    expect(Math.max(...waits)).toBeLessThanOrEqual(200)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(100)
  })

  it('once in, the waits begin small again', () => {
    const { host } = live()
    for (const _ of [1, 2, 3, 4, 5]) {
      host.socket.close()
      nextSocket(host)
    }
    host.socket.open()
    host.socket.say(welcome())
    host.socket.close()
    expect(nextSocket(host)).toBeLessThanOrEqual(200)
  })

  it('a connection that opens but does not let the client in does not shorten the waits', () => {
    const { host } = live()
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      host.socket.open()
      host.socket.say(challenge)
      host.socket.close()
      nextSocket(host)
    }
    host.socket.close()
    expect(nextSocket(host)).toBeGreaterThanOrEqual(2_500)
  })

  it('whoever left for good does not come back', () => {
    const { client, host } = live()
    client.close()
    host.socket.close()
    host.pass(120_000)
    expect(host.socket.closedByClient).toBe(true)
    expect(host.sockets).toHaveLength(1)
  })

  it('whoever left while waiting for the next try does not come back either', () => {
    const { client, host } = live()
    host.socket.close()
    client.close()
    host.pass(120_000)
    expect(host.sockets).toHaveLength(1)
  })

  it('listeners hear of every change until they have enough', () => {
    const { client, host } = live()
    let heard = 0
    const stop = client.subscribe(() => {
      heard += 1
    })
    host.socket.say({ t: 'names', names: { [memberA]: '王' } })
    host.socket.close()
    expect(heard).toBe(2)
    expect(client.names).toEqual({ [memberA]: '王' })
    stop()
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome())
    expect(heard).toBe(2)
  })
})

describe('size', () => {
  it('a command too large for a frame is refused by the client itself and never sent', async () => {
    const { client, host } = live()
    const before = host.socket.sent.length
    const answer = await client.send('contacts', null, 'saveContact', { name: '长'.repeat(30_000) })
    expect(answer).toMatchObject({
      ok: false,
      rejection: { code: 'tooLarge' },
      sentence: expect.stringContaining('请'),
    })
    expect(host.socket.sent).toHaveLength(before)
    expect(client.unanswered).toBe(0)
  })
})

describe('a further seat', () => {
  it('that a device in the meeting has asked for is asked for again after a break, until it has come', () => {
    const { client, host } = live()
    client.claim(memberB)
    host.socket.close()
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome())
    expect(host.socket.of('claim')).toEqual([{ t: 'claim', seatId: memberB, takeover: false }])
    host.socket.say(welcome([stream], { role: 'member', seats: [memberA, memberB] }))
    host.socket.close()
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome([stream], { role: 'member', seats: [memberA, memberB] }))
    expect(host.socket.of('claim')).toEqual([])
  })
})

describe('silence', () => {
  it('an echo is asked for every ten seconds', () => {
    const { host } = live()
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      host.pass(10_000)
      host.socket.say({ t: 'pong', sent: host.now, at: host.now })
    }
    expect(host.socket.of('ping')).toHaveLength(7)
    expect(host.socket.closedByClient).toBe(false)
  })

  it('a host that says nothing for half a minute is given up, and tried again', () => {
    const { host } = live()
    host.pass(20_000)
    expect(host.socket.closedByClient).toBe(false)
    host.pass(10_000)
    expect(host.socket.closedByClient).toBe(true)
    nextSocket(host)
    expect(host.sockets).toHaveLength(2)
  })

  it('the person is told at once, and what a given-up line still says is not heard', () => {
    const { client, host } = live()
    const dead = host.socket
    host.pass(30_000)
    expect(client.phase).toEqual({ at: 'offline', reason: null })
    dead.say({ t: 'names', names: { st_aaaaaa: '迟到的名字' } })
    dead.close()
    expect(client.names).toEqual({})
    nextSocket(host)
    expect(host.sockets).toHaveLength(2)
  })

  it('a host that says anything at all is not silent', () => {
    const { host } = live()
    for (const _ of [1, 2, 3, 4]) {
      host.pass(10_000)
      host.socket.say({ t: 'names', names: {} })
    }
    expect(host.socket.closedByClient).toBe(false)
  })

  it('no echo is asked for on a line that is gone', () => {
    const { host } = live()
    const { socket } = host
    const before = socket.of('ping').length
    socket.close()
    host.pass(60_000)
    expect(socket.of('ping')).toHaveLength(before)
  })

  it('the host’s time is our own and the offset measured', () => {
    const { client, host } = live()
    const sent = host.now
    host.pass(100)
    host.socket.say({ t: 'pong', sent, at: sent + 50 + 90_000 })
    expect(client.hostNow()).toBe(host.now + 90_000)
  })
})

describe('the host’s time before the first echo', () => {
  it('is what the welcome says, and any echo beats it', () => {
    const host = new ScriptedHost()
    const client = new HallClient(host.runtime, device)
    expect(client.hostNow()).toBe(host.now)
    host.socket.open()
    host.socket.say({ ...welcome(), at: host.now + 70_000 } as HostFrame)
    host.pass(1_000)
    expect(client.hostNow()).toBe(host.now + 70_000)
    expect(client.savedAt).toBe(host.now - 1_000 + 70_000)
    const sent = host.now
    host.pass(4_000)
    host.socket.say({ t: 'pong', sent, at: sent + 2_000 + 90_000 })
    expect(client.hostNow()).toBe(host.now + 90_000)
  })
})

describe('a command that is refused after a break', () => {
  const voteClosed = { rejection: { code: 'voteUnknown' }, sentence: '这次表决已经结束。' } as const

  it('is told to whoever still waits, and is kept for a page that has gone on: a ballot that came too late', async () => {
    const { client, host } = live()
    host.socket.close()
    const ballot = client.castBallot(meetingId, vote, memberA, 'for')
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome())
    const [id] = idsOf(host.socket)
    host.socket.say({ t: 'rejected', id: id as never, ...voteClosed })
    expect(await ballot).toEqual({ ok: false, ...voteClosed })
    expect(client.lateRefusals).toEqual(['“投票”没有办成：这次表决已经结束。'])
  })

  it('also when it had been sent before the break', () => {
    const { client, host } = live()
    void client.admit({ publicKey: key.publicKey, seatId: memberB })
    const [sent] = host.socket.of('admit')
    host.socket.close()
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome(), { t: 'rejected', id: sent?.id as never, ...voteClosed })
    expect(client.lateRefusals).toEqual(['“准入”没有办成：这次表决已经结束。'])
  })

  it('one refused on the connection that it was given on is told to who gave it alone', async () => {
    const { client, host } = live()
    const answer = signIn(client)
    const [id] = idsOf(host.socket)
    host.socket.say({ t: 'rejected', id: id as never, ...voteClosed })
    expect(await answer).toMatchObject({ ok: false })
    expect(client.lateRefusals).toEqual([])
  })

  it('one that is done after a break is no refusal', async () => {
    const { client, host } = live()
    host.socket.close()
    const answer = signIn(client)
    nextSocket(host)
    host.socket.open()
    host.socket.say(welcome())
    host.socket.say({ t: 'ack', id: idsOf(host.socket)[0] as never, seq: 3 })
    expect(await answer).toEqual({ ok: true, seq: 3 })
    expect(client.lateRefusals).toEqual([])
  })
})

describe('at the door', () => {
  function stranger() {
    const host = new ScriptedHost()
    const client = new HallClient(host.runtime, { kind: 'device', key, meetingId: null })
    host.socket.open()
    host.socket.say(challenge, { t: 'stranger' })
    return { host, client }
  }

  function back(host: ScriptedHost) {
    host.socket.close()
    nextSocket(host)
    host.socket.open()
    host.socket.say(challenge, { t: 'stranger' })
  }

  it('a stranger enters a code, picks a name, waits and is let in', () => {
    const { client, host } = stranger()
    expect(client.phase).toEqual({ at: 'stranger' })
    client.enter('123456')
    host.socket.say(door)
    expect(client.phase).toMatchObject({ at: 'door', meetingId })
    client.claim(memberA)
    host.socket.say({ t: 'waiting', seatId: memberA })
    expect(client.phase).toEqual({ at: 'waiting', seatId: memberA })
    host.socket.say(welcome())
    expect(client.phase).toMatchObject({ at: 'live', meetingId })
    expect(host.socket.sent.slice(2, 4)).toEqual([
      { t: 'enter', code: '123456' },
      { t: 'claim', seatId: memberA, takeover: false },
    ])
  })

  it('whoever waits asks again after a break, with the same code and for the same seat', () => {
    const { client, host } = stranger()
    client.enter('123456')
    host.socket.say(door)
    client.claim(memberA, true)
    host.socket.say({ t: 'waiting', seatId: memberA })
    back(host)
    expect(host.socket.of('enter')).toEqual([{ t: 'enter', code: '123456' }])
    expect(host.socket.of('claim')).toEqual([])
    host.socket.say(door)
    expect(host.socket.of('claim')).toEqual([{ t: 'claim', seatId: memberA, takeover: true }])
  })

  it('a walk-in who waits asks again after a break', () => {
    const { client, host } = stranger()
    client.enter('123456')
    host.socket.say(door)
    client.walkIn('王师傅')
    back(host)
    host.socket.say(door)
    expect(host.socket.of('walkIn')).toEqual([{ t: 'walkIn', name: '王师傅' }])
  })

  it('whoever is in asks for nothing any more', () => {
    const { client, host } = stranger()
    client.enter('123456')
    host.socket.say(door)
    client.claim(memberA)
    host.socket.say(welcome())
    host.socket.close()
    nextSocket(host)
    host.socket.open()
    host.socket.say(challenge, welcome())
    expect([...host.socket.of('claim'), ...host.socket.of('enter')]).toEqual([])
  })

  it('a wrong code is shown and not tried again by itself', () => {
    const { client, host } = stranger()
    client.enter('000000')
    host.socket.say(refused('enter', 'wrongJoinCode'))
    expect(client.refusal).toMatchObject({ to: 'enter', rejection: { code: 'wrongJoinCode' } })
    back(host)
    expect(host.socket.of('enter')).toEqual([])
    client.enter('123456')
    expect(client.refusal).toBeNull()
  })

  it.each(['seatTaken', 'turnedAway'] as const)('a name refused with %s is not asked for again by itself', (code) => {
    const { client, host } = stranger()
    client.enter('123456')
    host.socket.say(door)
    client.claim(memberA)
    host.socket.say({ t: 'waiting', seatId: memberA }, refused('claim', code))
    expect(client.phase).toMatchObject({ at: 'door' })
    back(host)
    host.socket.say(door)
    expect(host.socket.of('claim')).toEqual([])
  })

  it('a screen whose code is wrong stops trying', () => {
    const host = new ScriptedHost()
    const client = new HallClient(host.runtime, { kind: 'screen', code: '000000' })
    host.socket.open()
    host.socket.say(refused('hello', 'wrongJoinCode'))
    host.socket.close()
    host.pass(120_000)
    expect(client.phase).toEqual({ at: 'ended', reason: 'notProven' })
    expect(host.sockets).toHaveLength(1)
  })
})
