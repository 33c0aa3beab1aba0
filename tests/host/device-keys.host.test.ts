import { expect, it } from 'vitest'
import { makeDeviceKey, signText } from '../../shared/identity/device-key.ts'
import { ballotText, challengeText } from '../../shared/identity/signed-text.ts'
import { bareLiveHost } from '../fixtures/bare-live-host.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { FakeSocket } from '../fixtures/fake-socket.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { hello, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, type TestHall } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
const raw = (hall: TestHall) => closing(new RawClient(hall.host.port)).opened()

const notProven = { code: 4004, reason: '没有通过设备验证。请重新扫码进入。' }

async function challenged(hall: TestHall, publicKey: string) {
  const client = await raw(hall)
  client.send(hello({ kind: 'device', publicKey, meetingId: null }))
  return { client, challenge: await client.heard('challenge') }
}

it('a proof by another key, for another challenge or for another host is turned away', async () => {
  const hall = closing(await startTestHall())
  const key = await hall.admitted('主持')
  const thief = makeDeviceKey(hall.random)
  const { publicKey } = key
  const earlier = (await challenged(hall, publicKey)).challenge
  const forgeries: readonly ((hostId: string, nonce: string) => string)[] = [
    (hostId, nonce) => signText(thief, challengeText(hostId, nonce, publicKey)),
    (hostId, nonce) => signText(thief, challengeText(hostId, nonce, thief.publicKey)),
    (hostId, nonce) => signText(key, challengeText(hostId, nonce, thief.publicKey)),
    (hostId) => signText(key, challengeText(hostId, earlier.nonce, publicKey)),
    (_, nonce) => signText(key, challengeText('0'.repeat(32), nonce, publicKey)),
    () => '00'.repeat(64),
  ]
  for (const forge of forgeries) {
    const { client, challenge } = await challenged(hall, publicKey)
    client.send({ t: 'proof', signature: forge(challenge.hostId, challenge.nonce) })
    expect(await client.end(), forge.toString()).toEqual(notProven)
    expect(client.frames.map((frame) => frame.t)).toEqual(['challenge', 'goodbye'])
  }
  await expectHealthy(hall)
})

it('the same text signed with the right key is let in: the forgeries above fail for their flaw alone', async () => {
  const hall = closing(await startTestHall())
  const key = await hall.admitted('主持')
  const { client, challenge } = await challenged(hall, key.publicKey)
  const signature = signText(key, challengeText(challenge.hostId, challenge.nonce, key.publicKey))
  client.send({ t: 'proof', signature })
  expect(await client.heard('welcome')).toMatchObject({ viewer: { role: 'chair', seats: [hall.seat('主持')] } })
})

/** The neutral point: whatever the text, R = neutral and S = 0 fit it (RFC 8032 leaves it to us to refuse such keys). */
const NEUTRAL = `01${'00'.repeat(31)}`

it('a key that fits a signature nobody made, and bytes that are no key at all, prove nothing and do no harm', async () => {
  const hall = closing(await startTestHall())
  for (const publicKey of [NEUTRAL, 'ff'.repeat(32), '00'.repeat(32), `${'00'.repeat(31)}80`]) {
    const { client } = await challenged(hall, publicKey)
    client.send({ t: 'proof', signature: `${NEUTRAL}${'00'.repeat(32)}` })
    expect((await client.end()).code, publicKey).toBe(4004)
  }
  await expectHealthy(hall)
})

it('two challenges are never the same', async () => {
  const hall = closing(await startTestHall())
  const { publicKey } = makeDeviceKey(hall.random)
  const seen = new Set<string>()
  for (let times = 0; times < 5; times++) seen.add((await challenged(hall, publicKey)).challenge.nonce)
  expect(seen.size).toBe(5)
})

it('the operator is let in by the secret alone, and only by all of it', async () => {
  const hall = closing(await startTestHall())
  const { operatorSecret } = hall.host
  const flipped = `${operatorSecret.slice(0, -1)}${operatorSecret.endsWith('0') ? '1' : '0'}`
  for (const secret of ['', 'x', operatorSecret.slice(1), `${operatorSecret} `, flipped]) {
    const client = await raw(hall)
    client.send(hello({ kind: 'operator', secret }))
    expect(await client.end()).toEqual(notProven)
    expect(client.of('welcome')).toEqual([])
  }
  await expectHealthy(hall)
})

it('the operator’s secret is worth nothing from another machine', async () => {
  const hall = closing(await startTestHall())
  const live = bareLiveHost(hall.host.hall, hall.random)
  const as = hello({ kind: 'operator', secret: 'secret' })
  const elsewhere = new FakeSocket(live, { address: '192.168.1.7' })
  elsewhere.say(as)
  expect(elsewhere.closed).toEqual(notProven)
  expect(elsewhere.of('welcome')).toEqual([])
  const here = new FakeSocket(live, { address: '127.0.0.1', isLoopback: true })
  here.say(as)
  expect(here.of('welcome')).toHaveLength(1)
})

it('a ballot that another key signed, or that was signed for another choice or vote, is not counted', async () => {
  const hall = closing(await startTestHall())
  const voteId = await hall.openVote('主持', '委员甲', '委员乙', '委员丙')
  const { client, key } = await hall.seated('委员甲')
  const seatId = hall.seat('委员甲')
  const { meetingId, stream } = hall
  const thief = makeDeviceKey(hall.random)
  const ballot = { voteId, ballotId: 'bl_aaaaaa', option: 'for', seatId } as const
  const signed = { ...ballot, meetingId, commandId: 'cm_aaaaaa' }
  const forgeries = [
    signText(thief, ballotText(signed as never)),
    signText(key, ballotText({ ...signed, option: 'against' } as never)),
    // The id of the command is drawn by the client: a signature for another one is a copy of an earlier ballot.
    signText(key, ballotText(signed as never)),
  ]
  for (const signature of forgeries) {
    const answer = await client.send(stream, seatId, 'castBallot', { ...ballot, signature })
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'badSignature' } })
  }
  expect(hall.meeting().voting.open?.received).toBe(0)
  expect(await client.castBallot(meetingId, voteId, seatId, 'for')).toMatchObject({ ok: true })
})
