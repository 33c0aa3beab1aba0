import { describe, expect, it } from 'vitest'
import { floorStanding } from '../../../../renderer/attendee/floor/floor-standing.ts'
import { quorumOf } from '../../../../renderer/attendee/meeting/quorum.ts'
import { signInStanding, toSignIn } from '../../../../renderer/attendee/meeting/sign-in.ts'
import type { SeatId } from '../../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import type { CommandFrame } from '../../../../shared/protocol/client-frames.ts'
import { meetingStream } from '../../../../shared/streams/stream-name.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  chair,
  closed,
  EARLIER,
  firstItem,
  guest,
  itemStarted,
  memberA,
  memberB,
  onLeave,
  opening,
  signedIn,
  signedOut,
} from '../../../fixtures/small-meeting.ts'
import { heldAfter, withRules } from './held-meeting.ts'

const sent = (type: string, seatId: SeatId, data: unknown): CommandFrame => ({
  t: 'command',
  id: id.command('000009'),
  stream: meetingStream(opening.meetingId),
  seatId,
  type,
  data,
})

describe('signing in', () => {
  it('happens by itself for a seat of which nothing is known yet', () => {
    expect(toSignIn(heldAfter(), [memberA, memberB])).toEqual([memberA, memberB])
  })

  it('never happens by itself for who is here, has left, or is excused, nor after the end', () => {
    const meeting = heldAfter(signedIn(memberA), signedIn(memberB), signedOut(memberB), onLeave(guest))
    expect(toSignIn(meeting, [memberA, memberB, guest])).toEqual([])
    expect(toSignIn(heldAfter(closed), [memberA])).toEqual([])
    expect(signInStanding(meeting, memberA)).toEqual({ at: 'present', since: EARLIER })
    expect(signInStanding(meeting, memberB).at).toBe('left')
    expect(signInStanding(meeting, guest).at).toBe('excused')
  })

  it('says how many are missing to a quorum', () => {
    expect(quorumOf(heldAfter(signedIn(memberA)))).toEqual({ entitled: 3, present: 1, missing: 1 })
    expect(quorumOf(heldAfter(signedIn(memberA), signedIn(memberB)))?.missing).toBe(0)
  })
})

describe('the floor, as a seat stands with it', () => {
  const talking = [signedIn(chair), signedIn(memberA), signedIn(memberB), itemStarted(firstItem)]
  const at = (meeting: HeldMeeting, seatId: SeatId, ...pending: readonly CommandFrame[]) =>
    floorStanding(meeting, seatId, pending)

  it('asks for the sign-in first, but where nobody has to be here to speak', () => {
    expect(at(heldAfter(), memberA).at).toBe('notHere')
    expect(at(heldAfter(), memberA, sent('signIn', memberA, { seatId: memberA })).at).toBe('signingIn')
    const elsewhere = withRules(heldAfter(itemStarted(firstItem)), { presentOnly: false })
    expect(at(elsewhere, memberA)).toMatchObject({ at: 'floor', isHere: false, ways: [{ refusal: null }] })
  })

  it('waits for an item, and tells the chair to find a stand-in first', () => {
    expect(at(heldAfter(signedIn(memberA)), memberA).at).toBe('noItem')
    expect(at(heldAfter(...talking), chair)).toEqual({ at: 'chairing', standsInFor: null })
    const handed = { type: 'chairHandedOver', data: { seatId: memberA, standsInFor: chair } } as const
    expect(at(heldAfter(...talking, handed), memberA)).toEqual({ at: 'chairing', standsInFor: chair })
    expect(at(heldAfter(...talking, handed), chair).at).toBe('floor')
  })

  it('ends with the meeting', () => expect(at(heldAfter(...talking, closed), memberA).at).toBe('over'))
})
