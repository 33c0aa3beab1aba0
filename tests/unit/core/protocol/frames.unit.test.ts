import { describe, expect, it } from 'vitest'
import { anyHello, type ClientFrame, clientFrame } from '../../../../shared/protocol/client-frames.ts'
import { viewerKey } from '../../../../shared/protocol/host-frames.ts'
import { MAX_FRAME_BYTES, MAX_RESUMED_STREAMS } from '../../../../shared/protocol/limits.ts'
import { PROTOCOL } from '../../../../shared/protocol/version.ts'
import { viewerRoles } from '../../../../shared/roles/roles.ts'
import { meetingStream } from '../../../../shared/streams/stream-name.ts'
import { id } from '../../../fixtures/ids.ts'
import { chair, guest, keyA, memberA, memberB, opening } from '../../../fixtures/small-meeting.ts'

const { meetingId } = opening
const cursor = { stream: meetingStream(meetingId), seq: 0, mark: '', viewer: 'member' }
const device = { kind: 'device', publicKey: keyA, meetingId } as const
const hello = { t: 'hello', protocol: PROTOCOL.current, as: device, resume: [cursor] } as const
const command = {
  t: 'command',
  id: id.command('000001'),
  stream: meetingStream(meetingId),
  seatId: memberA,
  type: 'signIn',
  data: { seatId: memberA },
} as const

const frames: readonly ClientFrame[] = [
  { ...hello, resume: [cursor] },
  { ...hello, as: { kind: 'operator', secret: 'x' }, resume: [] },
  { ...hello, as: { kind: 'screen', code: '123456' }, resume: [] },
  { ...hello, as: { ...device, meetingId: null }, resume: [] },
  { t: 'proof', signature: 'ab'.repeat(64) },
  { t: 'enter', code: '012345' },
  { t: 'claim', seatId: memberA, takeover: false },
  { t: 'walkIn', name: '王师傅' },
  { t: 'admit', id: id.command('000001'), publicKey: keyA, seatId: memberA },
  { t: 'turnAway', id: id.command('000001'), publicKey: keyA, seatId: memberA },
  command,
  { ...command, stream: 'contacts', seatId: null },
  { t: 'ping', sent: 1.5 },
]

describe('what a client may send', () => {
  it.each(frames)('$t', (frame) => {
    expect(clientFrame.parse(JSON.parse(JSON.stringify(frame)))).toEqual(frame)
  })

  it.each([
    ['an unknown frame', { t: 'shutdown' }],
    ['a frame of the host', { t: 'welcome' }],
    ['a prototype’s name', { t: 'constructor' }],
    ['no object', 'hello'],
    ['a code of five digits', { t: 'enter', code: '12345' }],
    ['a code with a line break', { t: 'enter', code: '123456\n' }],
    ['a code in wide digits', { t: 'enter', code: '１２３４５６' }],
    ['a short signature', { t: 'proof', signature: 'ab'.repeat(63) }],
    ['a signature in capitals', { t: 'proof', signature: 'AB'.repeat(64) }],
    ['a name of nothing', { t: 'walkIn', name: '  ' }],
    ['a very long name', { t: 'walkIn', name: '王'.repeat(41) }],
    ['an id of another kind', { ...command, id: memberA }],
    ['a stream of another kind', { ...command, stream: 'minutes/mt_000001' }],
    ['a seat left out', { ...command, seatId: undefined }],
    ['too many streams to resume', { ...hello, resume: Array.from({ length: MAX_RESUMED_STREAMS + 1 }, () => cursor) }],
    ['a place before the beginning', { ...hello, resume: [{ ...cursor, seq: -1 }] }],
    ['a screen without a code', { ...hello, as: { kind: 'screen' } }],
  ])('not %s', (_name, frame) => {
    expect(clientFrame.safeParse(frame).success).toBe(false)
  })

  it('a hello of a later version is still read as a hello, to be answered in words', () => {
    const later = { t: 'hello', protocol: 99, as: { kind: 'hologram' }, more: true }
    expect(clientFrame.safeParse(later).success).toBe(false)
    expect(anyHello.parse(later)).toEqual({ t: 'hello', protocol: 99 })
  })

  it('the longest point of the minutes fits a frame, whatever script it is written in', () => {
    const data = { pointId: id.point('a'.repeat(26)), itemId: id.item('a'.repeat(26)), kind: 'opinion' }
    const frame = { ...command, type: 'addPoint', data: { ...data, text: '𠀀'.repeat(1_000) } }
    expect(new TextEncoder().encode(JSON.stringify(frame)).length).toBeLessThan(MAX_FRAME_BYTES)
  })

  it('the oldest version that is spoken is not newer than the current', () => {
    expect(PROTOCOL.oldest).toBeLessThanOrEqual(PROTOCOL.current)
  })
})

describe('viewers as one text', () => {
  it('seats in any order are the same viewer', () => {
    expect(viewerKey({ role: 'member', seats: [memberA, memberB] })).toBe(
      viewerKey({ role: 'member', seats: [memberB, memberA] }),
    )
  })

  it('another role or another seat is another viewer', () => {
    const seatSets = [[], [memberA], [memberB], [memberA, memberB], [chair, guest]]
    const texts = viewerRoles.flatMap((role) => seatSets.map((seats) => viewerKey({ role, seats })))
    expect(new Set(texts).size).toBe(viewerRoles.length * seatSets.length)
  })
})
