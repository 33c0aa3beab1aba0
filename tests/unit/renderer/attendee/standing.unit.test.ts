import { describe, expect, it } from 'vitest'
import { floorStanding } from '../../../../renderer/attendee/floor/floor-standing.ts'
import { asideWords } from '../../../../renderer/attendee/meeting/aside-words.ts'
import { quorumOf } from '../../../../renderer/attendee/meeting/quorum.ts'
import { signInStanding, toSignIn } from '../../../../renderer/attendee/meeting/sign-in.ts'
import { ballotStanding, stillToVote } from '../../../../renderer/attendee/vote/ballot-standing.ts'
import { stillEntrusted } from '../../../../renderer/attendee/vote/delegations.ts'
import type { SeatId } from '../../../../shared/core/ids.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import type { CommandFrame } from '../../../../shared/protocol/client-frames.ts'
import { meetingStream } from '../../../../shared/streams/stream-name.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  chair,
  closed,
  EARLIER,
  entered,
  firstItem,
  guest,
  itemStarted,
  memberA,
  memberB,
  onLeave,
  opening,
  secondItem,
  signedIn,
  signedOut,
  vote,
  voteOpened,
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

describe('a ballot, as a seat stands with it', () => {
  const voting = heldAfter(signedIn(memberA), signedIn(memberB), itemStarted(firstItem), voteOpened([memberA, memberB]))
  const cast = heldAfter(
    signedIn(memberA),
    signedIn(memberB),
    itemStarted(firstItem),
    voteOpened([memberA, memberB]),
    entered(memberA, 'against'),
  )
  const delegated = (meeting: HeldMeeting): HeldMeeting => ({
    ...meeting,
    attendance: { ...meeting.attendance, delegations: [{ seatId: memberA, proxyId: memberB }] },
  })
  const standing = (meeting: HeldMeeting, seatId: SeatId, ...pending: readonly CommandFrame[]) => {
    if (meeting.voting.open === null) throw new Error('a vote is open')
    return ballotStanding(meeting, meeting.voting.open, seatId, pending)
  }

  it('is to be chosen by an elector', () => expect(standing(voting, memberA)).toEqual({ at: 'choosing' }))

  it('tells who may not vote why', () => {
    expect(standing(voting, guest)).toMatchObject({ at: 'outside', why: expect.stringContaining('没有表决权') })
    expect(standing(voting, chair)).toMatchObject({ at: 'outside', why: expect.stringContaining('没有签到') })
  })

  it('is not for who stands aside on the item, nor for 公众委员 who are not invited', () => {
    const recused = {
      type: 'recusalRecorded',
      data: { itemId: firstItem, seatId: memberA, reason: '亲戚', at: EARLIER, enteredBy: null },
    } as const
    const aside = heldAfter(signedIn(memberA), recused, itemStarted(firstItem), voteOpened([chair, memberB]))
    expect(standing(aside, memberA)).toEqual({ at: 'outside', why: '本题回避，不参加表决。' })
    const agenda = aside.agenda.map((item) => ({ ...item, invited: [] }))
    const uninvited = { ...heldAfter(signedIn(memberB), itemStarted(firstItem), voteOpened([chair, memberA])), agenda }
    expect(standing(uninvited, memberB)).toMatchObject({
      at: 'outside',
      why: '本题没有邀请公众委员表决，您可以旁听、发言。',
    })
    expect(
      asideWords({ ...aside, rule: null, form: { ...plainForm, decision: 'consensus' } }, firstItem, memberA),
    ).toBe('本题回避')
    expect(asideWords(aside, secondItem, memberA)).toBeNull()
  })

  it('is on its way until the host has it, and names the choice', () => {
    const frame = sent('castBallot', memberA, { voteId: vote, option: 'abstain', seatId: memberA })
    expect(standing(voting, memberA, frame)).toEqual({ at: 'sending', option: 'abstain' })
    const other = sent('castBallot', memberA, { voteId: id.vote('000099'), option: 'abstain', seatId: memberA })
    expect(standing(voting, memberA, other)).toEqual({ at: 'choosing' })
  })

  it('is recorded as first handed in, whatever is still on its way', () => {
    const late = sent('castBallot', memberA, { voteId: vote, option: 'for', seatId: memberA })
    expect(standing(cast, memberA, late)).toEqual({ at: 'recorded', option: 'against' })
  })

  it('is asked for seat by seat on a device with several', () => {
    if (cast.voting.open === null) throw new Error('a vote is open')
    expect(stillToVote(cast, cast.voting.open, [memberA, memberB, guest])).toEqual([memberB])
  })

  it('is not asked of who has handed it to somebody else, until the desk has entered it', () => {
    const meeting = delegated(voting)
    expect(standing(meeting, memberA)).toEqual({ at: 'delegated', proxyId: memberB })
    expect(standing(meeting, memberB)).toEqual({ at: 'choosing' })
    expect(standing(delegated(cast), memberA)).toEqual({ at: 'recorded', option: 'against' })
    if (meeting.voting.open === null) throw new Error('a vote is open')
    expect(stillToVote(meeting, meeting.voting.open, [memberA, memberB])).toEqual([memberB])
  })

  it('is remembered by whoever holds it for somebody, until it is in', () => {
    const entrusted = (meeting: HeldMeeting, seatId: SeatId) =>
      meeting.voting.open === null ? null : stillEntrusted(meeting, meeting.voting.open, seatId)
    expect(entrusted(delegated(voting), memberB)).toEqual([memberA])
    expect(entrusted(delegated(voting), memberA)).toEqual([])
    expect(entrusted(delegated(cast), memberB)).toEqual([])
  })
})
