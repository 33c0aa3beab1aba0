import { describe, expect, it } from 'vitest'
import { HallClient } from '../../../../shared/client/hall-client.ts'
import type { Kept } from '../../../../shared/client/memory.ts'
import type { Who } from '../../../../shared/client/phase.ts'
import { makeDeviceKey } from '../../../../shared/identity/device-key.ts'
import type { HostFrame } from '../../../../shared/protocol/host-frames.ts'
import { meetingStream } from '../../../../shared/streams/stream-name.ts'
import { ScriptedHost } from '../../../fixtures/scripted-host.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'
import { memberA, memberB, opening, vote } from '../../../fixtures/small-meeting.ts'

const { meetingId } = opening
const stream = meetingStream(meetingId)
const device: Who = { kind: 'device', key: makeDeviceKey(seededBytes(9)), meetingId: null }
const welcome: HostFrame = {
  t: 'welcome',
  viewer: { role: 'member', seats: [memberA] },
  meetingId,
  streams: [stream],
  at: 0,
}
const door: HostFrame = { t: 'door', meetingId, title: '议事会', seats: [] }

/** A page's life: what it kept goes through text, as in a browser's storage. */
function page(kept: { text: string | null }, seed = 1, hasRoom = true) {
  const host = new ScriptedHost(seed)
  const memory = {
    load: () => (kept.text === null ? null : JSON.parse(kept.text)),
    save: (value: Kept) => {
      if (hasRoom) kept.text = JSON.stringify(value)
      return hasRoom
    },
  }
  const client = new HallClient({ ...host.runtime, memory }, device)
  host.socket.open()
  return { host, client }
}

describe('a page that is loaded again', () => {
  it('sends a ballot that had no answer, under its old id, and knows it as pending', () => {
    const kept = { text: null }
    const first = page(kept)
    first.host.socket.say(welcome)
    void first.client.castBallot(meetingId, vote, memberA, 'for')
    const [sent] = first.host.socket.of('command')

    const second = page(kept, 2)
    expect(second.client.pending).toEqual([sent])
    second.host.socket.say(welcome)
    expect(second.host.socket.of('command')).toEqual([sent])
    second.host.socket.say({ t: 'ack', id: sent?.id as never, seq: 3 })
    expect(second.client.pending).toEqual([])

    const third = page(kept, 3)
    third.host.socket.say(welcome)
    expect(third.host.socket.of('command')).toEqual([])
  })

  it('says why something that an earlier page had sent was refused', () => {
    const kept = { text: null }
    const first = page(kept)
    first.host.socket.say(welcome)
    void first.client.send(stream, memberA, 'signIn', { seatId: memberA })
    const [sent] = first.host.socket.of('command')
    const second = page(kept, 2)
    const rejection = { code: 'alreadySignedIn' } as const
    second.host.socket.say(welcome, { t: 'rejected', id: sent?.id as never, rejection, sentence: '已经签到过了。' })
    expect(second.client.lateRefusals).toEqual(['“签到”没有办成：已经签到过了。'])
    second.client.forgetLateRefusals()
    expect(second.client.lateRefusals).toEqual([])
  })

  it('goes on waiting for the seat that it had asked for', () => {
    const kept = { text: null }
    const first = page(kept)
    first.host.socket.say({ t: 'stranger' })
    first.client.enter('123456')
    first.host.socket.say(door)
    first.client.claim(memberB)

    const second = page(kept, 2)
    second.host.socket.say({ t: 'stranger' })
    expect(second.host.socket.of('enter')).toMatchObject([{ code: '123456' }])
    second.host.socket.say(door)
    expect(second.host.socket.of('claim')).toMatchObject([{ seatId: memberB, takeover: false }])
  })

  it('remembers its meeting, so that it is not taken to another one', () => {
    const kept = { text: null }
    page(kept).host.socket.say(welcome)
    expect(page(kept, 2).host.socket.of('hello')).toMatchObject([{ as: { meetingId } }])
  })

  it('starts afresh when what was kept is of no use', () => {
    for (const text of ['null', '7', '{"outbox":[["x",1]]}', '{"outbox":[]}']) {
      const { client, host } = page({ text })
      expect(client.pending).toEqual([])
      expect(host.socket.of('hello')).toMatchObject([{ as: { meetingId: null } }])
    }
  })
})

it('what was spoilt in the kept commands is left out, and the rest is sent', () => {
  const kept = { text: null as string | null }
  const first = page(kept)
  first.host.socket.say(welcome)
  void first.client.send(stream, memberA, 'signIn', { seatId: memberA })
  const [sent] = first.host.socket.of('command')
  const whole = JSON.parse(kept.text ?? '') as Kept
  const spoilt = ['{', 'null', '7', '{}', '{"t":"ping"}', `{"t":"enter","id":"${sent?.id}"}`, '{"t":"command","id":1}']
  const outbox = [...spoilt.map((text) => [sent?.id, text]), ...whole.outbox]
  const second = page({ text: JSON.stringify({ ...whole, outbox }) }, 2)
  expect(second.client.pending).toEqual([sent])
  second.host.socket.say(welcome)
  expect(second.host.socket.of('command')).toEqual([sent])
  const onlySpoilt = page({ text: JSON.stringify({ ...whole, outbox: outbox.slice(0, -1) }) }, 3)
  expect(onlySpoilt.client.unanswered).toBe(0)
})

it('a page knows whether what it has sent would survive a reload', () => {
  const full = page({ text: null }, 1, false)
  full.host.socket.say(welcome)
  void full.client.castBallot(meetingId, vote, memberA, 'for')
  expect(full.client.keptSafely).toBe(false)
  const roomy = page({ text: null })
  void roomy.client.castBallot(meetingId, vote, memberA, 'for')
  expect(roomy.client.keptSafely).toBe(true)
  expect(new HallClient(new ScriptedHost().runtime, device).keptSafely).toBe(false)
})

describe('choosing another name', () => {
  it('leads back to the list, and the old wish is not told again', () => {
    const kept = { text: null }
    const { client, host } = page(kept)
    host.socket.say({ t: 'stranger' })
    client.enter('123456')
    host.socket.say(door)
    client.claim(memberB)
    host.socket.say({ t: 'waiting', seatId: memberB })
    expect(client.phase.at).toBe('waiting')
    client.chooseAgain()
    expect(client.phase.at).toBe('door')
    const again = page(kept, 2)
    again.host.socket.say({ t: 'stranger' }, door)
    expect(again.host.socket.of('claim')).toEqual([])
  })
})

it('a seat that was refused is not asked for again by the next page', () => {
  const kept = { text: null }
  const { client, host } = page(kept)
  host.socket.say({ t: 'stranger' })
  client.enter('123456')
  host.socket.say(door)
  client.claim(memberB)
  host.socket.say({ t: 'refused', to: 'claim', rejection: { code: 'turnedAway' }, sentence: '没有同意。' })
  const again = page(kept, 2)
  again.host.socket.say({ t: 'stranger' }, door)
  expect(again.host.socket.of('claim')).toEqual([])
})

describe('questions that only this connection answers', () => {
  it('a pass to the notes and a paper come back to who asked', async () => {
    const { client, host } = page({ text: null })
    host.socket.say(welcome)
    const pass = client.notesPass(meetingId)
    const paper = client.paper({ kind: 'minutes', meetingId })
    const [askedPass] = host.socket.of('notesPass')
    const [askedPaper] = host.socket.of('paper')
    const given = { token: 'token', write: true, room: null }
    host.socket.say({ t: 'paper', id: askedPaper?.id as never, name: '纪要.docx', base64: 'AAAA' })
    host.socket.say({ t: 'notesPass', id: askedPass?.id as never, pass: given })
    expect(await pass).toEqual(given)
    expect(await paper).toEqual({ ok: true, name: '纪要.docx', base64: 'AAAA' })
  })

  it('are over when the connection breaks, and are not sent again', async () => {
    const { client, host } = page({ text: null })
    host.socket.say(welcome)
    const [pass, paper] = [client.notesPass(meetingId), client.paper({ kind: 'minutes', meetingId })]
    host.socket.close()
    expect(await pass).toBeNull()
    expect(await paper).toMatchObject({ ok: false, sentence: expect.stringContaining('连') })
    expect(client.unanswered).toBe(0)
  })

  it('are over when the host keeps silent for twenty seconds, though the line holds', async () => {
    const { client, host } = page({ text: null })
    host.socket.say(welcome)
    const paper = client.paper({ kind: 'minutes', meetingId })
    let answer: unknown = null
    void paper.then((value) => {
      answer = value
    })
    const alive = () => host.socket.say({ t: 'names', names: {} })
    host.pass(10_000)
    alive()
    host.pass(9_999)
    await Promise.resolve()
    expect(answer).toBeNull()
    host.pass(1)
    expect(await paper).toMatchObject({ ok: false, sentence: expect.stringContaining('没有回应') })
    expect(host.socket.closedByClient).toBe(false)
  })

  it('a refused paper says why', async () => {
    const { client, host } = page({ text: null })
    host.socket.say(welcome)
    const paper = client.paper({ kind: 'minutes', meetingId })
    const [asked] = host.socket.of('paper')
    const rejection = { code: 'paperNotYours' } as const
    host.socket.say({ t: 'rejected', id: asked?.id as never, rejection, sentence: '请向话事员要一份。' })
    expect(await paper).toEqual({ ok: false, sentence: '请向话事员要一份。' })
  })
})
