import { describe, expect, it } from 'vitest'
import { asideWords } from '../../../../renderer/attendee/meeting/aside-words.ts'
import { ballotStanding, stillToVote } from '../../../../renderer/attendee/vote/ballot-standing.ts'
import { stillEntrusted } from '../../../../renderer/attendee/vote/delegations.ts'
import type { SeatId } from '../../../../shared/core/ids.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import type { CommandFrame } from '../../../../shared/protocol/client-frames.ts'
import { meetingStream } from '../../../../shared/streams/stream-name.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  ballotOf,
  chair,
  EARLIER,
  entered,
  firstItem,
  guest,
  itemStarted,
  memberA,
  memberB,
  opening,
  secondItem,
  signedIn,
  vote,
  voteOpened,
} from '../../../fixtures/small-meeting.ts'
import { heldAfter } from './held-meeting.ts'

const casting = (seatId: SeatId, option: string, voteId = vote): CommandFrame => ({
  t: 'command',
  id: id.command('000009'),
  stream: meetingStream(opening.meetingId),
  seatId,
  type: 'castBallot',
  data: { voteId, option, seatId },
})

const here = [signedIn(memberA), signedIn(memberB), itemStarted(firstItem)]
const voting = heldAfter(...here, voteOpened([memberA, memberB]))
const cast = heldAfter(...here, voteOpened([memberA, memberB]), entered(memberA, 'against'))

/** A vote held otherwise than by the plain terms. */
function held(terms: Partial<Terms>, ...events: readonly MeetingEvent[]): HeldMeeting {
  const opened = voteOpened([memberA, memberB])
  if (opened.type !== 'voteOpened') throw new Error('the fixture opens a vote')
  const data = { ...opened.data, terms: { ...plainTerms(opening.rule), ...terms } }
  return heldAfter(...here, { type: 'voteOpened', data }, ...events)
}

const signed = (seatId: SeatId, option: 'for' | 'against'): MeetingEvent => {
  const event = entered(seatId, option)
  return { ...event, data: { ...event.data, channel: 'device' } }
}

function openIn({ voting: { open } }: HeldMeeting) {
  if (open === null) throw new Error('a vote is open')
  return open
}

const standing = (meeting: HeldMeeting, seatId: SeatId, ...pending: readonly CommandFrame[]) =>
  ballotStanding(meeting, openIn(meeting), seatId, pending, NOW)

const delegated = (meeting: HeldMeeting): HeldMeeting => ({
  ...meeting,
  attendance: { ...meeting.attendance, delegations: [{ seatId: memberA, proxyId: memberB }] },
})

describe('a ballot, as a seat stands with it', () => {
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
    const consensus = { ...aside, rule: null, form: { ...plainForm, decision: 'consensus' as const } }
    expect(asideWords(consensus, firstItem, memberA)).toBe('本题回避')
    expect(standing(consensus, memberA)).toEqual({ at: 'outside', why: '本题回避，不参加表决。' })
    expect(asideWords(aside, secondItem, memberA)).toBeNull()
  })

  it('is on its way until the host has it, and names the choice', () => {
    expect(standing(voting, memberA, casting(memberA, 'abstain'))).toEqual({ at: 'sending', option: 'abstain' })
    const other = casting(memberA, 'abstain', id.vote('000099'))
    expect(standing(voting, memberA, other)).toEqual({ at: 'choosing' })
  })

  it('is recorded as first handed in, whatever is still on its way', () => {
    expect(standing(cast, memberA, casting(memberA, 'for'))).toEqual({
      at: 'recorded',
      option: 'against',
      voter: { seatId: memberA, channel: 'hands', number: null, at: EARLIER },
      revisable: false,
    })
  })

  it('can be changed where the last press counts, while devices vote and by whoever voted on one', () => {
    const revisable = { revisable: true }
    const mine = held(revisable, signed(memberA, 'for'))
    expect(standing(mine, memberA)).toMatchObject({ at: 'recorded', option: 'for', revisable: true })
    expect(standing(mine, memberA, casting(memberA, 'against'))).toEqual({ at: 'sending', option: 'against' })
    const stopped: MeetingEvent = { type: 'ballotsStopped', data: { voteId: vote, at: NOW } }
    expect(standing(held(revisable, signed(memberA, 'for'), stopped), memberA)).toMatchObject({ revisable: false })
    expect(standing(held(revisable, entered(memberA, 'for')), memberA)).toMatchObject({ revisable: false })
    expect(standing(held({}, signed(memberA, 'for')), memberA)).toMatchObject({ revisable: false })
  })

  it('is asked for seat by seat on a device with several', () => {
    expect(stillToVote(cast, openIn(cast), [memberA, memberB, guest], NOW)).toEqual([memberB])
  })

  it('is not asked of who has handed it to somebody else, until the desk has entered it', () => {
    const meeting = delegated(voting)
    expect(standing(meeting, memberA)).toEqual({ at: 'delegated', proxyId: memberB })
    expect(standing(meeting, memberB)).toEqual({ at: 'choosing' })
    expect(standing(delegated(cast), memberA)).toMatchObject({ at: 'recorded', option: 'against' })
    expect(stillToVote(meeting, openIn(meeting), [memberA, memberB], NOW)).toEqual([memberB])
  })

  it('is remembered by whoever holds it for somebody, until it is in', () => {
    const entrusted = (meeting: HeldMeeting, seatId: SeatId) => stillEntrusted(meeting, openIn(meeting), seatId)
    expect(entrusted(delegated(voting), memberB)).toEqual([memberA])
    expect(entrusted(delegated(voting), memberA)).toEqual([])
    expect(entrusted(delegated(cast), memberB)).toEqual([])
  })
})

describe('a ballot that does not come in by this device', () => {
  const mixed = { channels: { device: true, hands: 'counted', paper: 'secret' } } as const
  const paper = { seatId: memberA, number: 3 }
  const issued: MeetingEvent = {
    type: 'papersIssued',
    data: { voteId: vote, papers: [paper], issued: 1, at: EARLIER, by: 'operator' },
  }

  it('is a paper with a number, until that comes back', () => {
    expect(standing(held(mixed, issued), memberA)).toEqual({ at: 'paper', number: 3 })
    expect(stillToVote(voting, openIn(held(mixed, issued)), [memberA, memberB], NOW)).toEqual([memberB])
    const recalled: MeetingEvent = {
      type: 'paperRecalled',
      data: { voteId: vote, ...paper, reason: '写坏了', issued: 0, at: EARLIER, by: 'operator' },
    }
    expect(standing(held(mixed, issued, recalled), memberA)).toEqual({ at: 'choosing' })
  })

  it('is a raised hand that was counted, of which nobody wrote down what it said', () => {
    const counted: MeetingEvent = {
      type: 'handsCounted',
      data: {
        ...{ voteId: vote, seatIds: [memberA], change: 1, at: EARLIER, by: 'operator' },
        ...{ rows: [{ for: 1 }], said: null },
      },
    }
    expect(standing(held(mixed, counted), memberA)).toMatchObject({
      at: 'recorded',
      option: null,
      voter: { channel: 'hands', at: EARLIER },
    })
  })

  it('is given elsewhere where devices do not vote, and nobody is asked for it here', () => {
    const meeting = held({ channels: { device: false, hands: null, paper: 'secret' } })
    expect(standing(meeting, memberA)).toEqual({ at: 'elsewhere' })
    expect(stillToVote(meeting, openIn(meeting), [memberA], NOW)).toEqual([])
  })

  it('is a raised hand where nobody is signed in one by one, of whoever has a vote', () => {
    const meeting = held({ channels: { device: false, hands: 'counted', paper: null } })
    const vote = { ...openIn(meeting), electors: [], headcount: 30 }
    const bench = { ...meeting, voting: { ...meeting.voting, open: vote } }
    expect(standing(bench, memberA)).toEqual({ at: 'elsewhere' })
    expect(standing(bench, guest)).toMatchObject({ at: 'outside' })
  })

  it('is too late once the vote was stopped or its time is up, and may come after more time was given', () => {
    const stopped: MeetingEvent = { type: 'ballotsStopped', data: { voteId: vote, at: EARLIER } }
    expect(standing(held({}, stopped), memberA)).toEqual({ at: 'stopped' })
    const seconds = (NOW - EARLIER) / 1000
    expect(standing(held({ seconds: seconds + 1 }), memberA)).toEqual({ at: 'choosing' })
    expect(standing(held({ seconds }), memberA)).toEqual({ at: 'timeUp' })
    const extended: MeetingEvent = { type: 'voteExtended', data: { voteId: vote, seconds: 30 } }
    expect(standing(held({ seconds }, extended), memberA)).toEqual({ at: 'choosing' })
  })

  it('of several rows is known as the text that was signed', () => {
    const question = { kind: 'choice', rows: ['甲', '乙'], pick: { op: 'atMost', count: 1 }, elects: 1 } as const
    const event = entered(memberA)
    const chosen: MeetingEvent = { ...event, data: { ...event.data, ...ballotOf(memberA), option: 'chosen,not' } }
    expect(standing(held({ question }, chosen), memberA)).toMatchObject({ option: 'chosen,not' })
    expect(standing(held({ question }), memberA, casting(memberA, 'for'))).toEqual({ at: 'sending', option: null })
  })
})
