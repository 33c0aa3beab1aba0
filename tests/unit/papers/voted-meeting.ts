import type { SeatId, VoteId } from '../../../shared/core/ids.ts'
import { decideMeeting } from '../../../shared/meeting/decide.ts'
import type { MeetingCommand, MeetingCommandOf, MeetingEvent } from '../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../shared/meeting/state.ts'
import { plainTerms } from '../../../shared/meeting/voting/marks.ts'
import type { Question, Terms } from '../../../shared/meeting/voting/terms.ts'
import { voteSentence } from '../../../shared/wording/vote-sentence.ts'
import { contextOf, NOW, operator } from '../../fixtures/given-when-then.ts'
import { id } from '../../fixtures/ids.ts'
import {
  chair,
  firstItem,
  guest,
  itemStarted,
  memberA,
  memberB,
  opened,
  rule,
  scribe,
  signedIn,
} from '../../fixtures/small-meeting.ts'

export const names: Readonly<Record<string, string>> = {
  [chair]: '王召集',
  [scribe]: '李话事',
  [memberA]: '赵委员',
  [memberB]: '钱委员',
  [guest]: '周列席',
}

/** 主持, 甲 and 乙 are there, and the first item is on. */
const begun: readonly MeetingEvent[] = [
  opened,
  ...[chair, memberA, memberB].map((seat) => signedIn(seat)),
  itemStarted(firstItem),
]

export const voteCalled = (key: string): VoteId => id.vote(key.padStart(6, '0'))

/** By the meeting's rule unless said otherwise. */
export const termsOf = (question: Question, more: Partial<Terms> = {}): Terms => ({
  ...plainTerms(rule),
  question,
  ...more,
})

export const motionTerms = (more: Partial<Terms> = {}): Terms => termsOf({ kind: 'motion' }, more)

/** The meeting after these commands of the operator, each a second after the other, with the sentences of the product. */
export function voted(...commands: readonly MeetingCommand[]): HeldMeeting {
  let state = begun.reduce(evolveMeeting, unopenedMeeting)
  for (const [index, command] of commands.entries()) {
    const context = contextOf(operator, { now: NOW + index * 1000, announce: voteSentence })
    const decided = decideMeeting(state, command, context)
    if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.refusal)}`)
    state = decided.value.reduce(evolveMeeting, state)
  }
  if (state.phase === 'unopened') throw new Error('the meeting is open')
  return state
}

export const opens = (key: string, motion: string, terms: Terms): MeetingCommand => ({
  type: 'openVote',
  data: { voteId: voteCalled(key), itemId: firstItem, motion, terms },
})

export const drafts = (
  key: string,
  motion: string,
  terms: Terms,
  amendment?: MeetingCommandOf<'draftVote'>['amendment'],
): MeetingCommand => ({
  type: 'draftVote',
  data: {
    voteId: voteCalled(key),
    itemId: firstItem,
    motion,
    terms,
    ...(amendment === undefined ? {} : { amendment }),
  },
})

export const enters = (
  key: string,
  seatId: SeatId,
  option: string,
  channel: 'hands' | 'paper' = 'hands',
): MeetingCommand => ({
  type: 'enterBallot',
  data: { voteId: voteCalled(key), ballotId: id.ballot(`${key}${seatId.slice(3)}`), option, seatId, channel },
})

export const closes = (key: string): MeetingCommand => ({
  type: 'closeVote',
  data: { voteId: voteCalled(key), resolutionId: id.resolution(key.padStart(6, '0')) },
})

export const voids = (key: string, reason: string): MeetingCommand => ({
  type: 'voidVote',
  data: { voteId: voteCalled(key), reason },
})

/** Everybody on a secret paper, counted once. */
export const onPaper = (
  key: string,
  rows: MeetingCommandOf<'enterTally'>['rows'],
  valid = 3,
): readonly MeetingCommand[] => [
  {
    type: 'issuePapers',
    data: {
      voteId: voteCalled(key),
      papers: [chair, memberA, memberB].map((seatId, index) => ({ seatId, number: index + 1 })),
    },
  },
  {
    type: 'nameTellers',
    data: { voteId: voteCalled(key), supervisors: [scribe], counters: [guest], callers: [memberA] },
  },
  { type: 'stopBallots', data: { voteId: voteCalled(key) } },
  {
    type: 'enterTally',
    data: { voteId: voteCalled(key), entry: 1, counter: null, rows, returned: 3, valid, invalid: 3 - valid },
  },
]

export const secretPaper = { channels: { device: false, hands: null, paper: 'secret' }, doubleEntry: false } as const
