import type { SeatId } from '../../../../../shared/core/ids.ts'
import { projectMeeting } from '../../../../../shared/meeting/project.ts'
import type { HeldMeeting } from '../../../../../shared/meeting/state.ts'
import { plainTerms } from '../../../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'
import type { Channels, Question, Terms } from '../../../../../shared/meeting/voting/terms.ts'
import { id } from '../../../../fixtures/ids.ts'
import { chair, firstItem, memberA, memberB, scribe, vote } from '../../../../fixtures/small-meeting.ts'
import { type Done, talked } from '../../scribe/talked-meeting.ts'

export const motion: Question = { kind: 'motion' }
export const rating: Question = {
  kind: 'assessment',
  rows: ['保洁', '保安'],
  scale: { kind: 'satisfaction' },
}
export const twoOfThree: Question = {
  kind: 'choice',
  rows: ['路灯', '健身器材', '停车棚'],
  pick: { op: 'exactly', count: 2 },
  elects: 2,
}

export const counted: Channels = { device: false, hands: 'counted', paper: null }
export const secret: Channels = { device: false, hands: null, paper: 'secret' }
export const mixed: Channels = { device: true, hands: 'counted', paper: 'secret' }
export const named: Channels = { device: true, hands: 'named', paper: 'named' }

/** What the scribe's page knows of a vote that was opened by these terms, after all this was done. */
export function seenAtDesk(terms: Partial<Terms>, ...done: readonly Done[]): [OpenVote, HeldMeeting] {
  const opened = { voteId: vote, itemId: firstItem, motion: '装三盏路灯', terms: { ...plainTerms(null), ...terms } }
  const meeting = talked({}, [0, { type: 'openVote', data: opened }], ...done)
  const seen = projectMeeting(meeting, { role: 'scribe', seats: [scribe] })
  if (seen.phase === 'unopened' || seen.voting.open === null) throw new Error('the vote is open')
  return [seen.voting.open, seen]
}

const names: Readonly<Record<string, string>> = { [chair]: '主持', [memberA]: '委员甲', [memberB]: '委员乙' }
export const nameIn = (seatId: SeatId): string => names[seatId] ?? '别人'

/** This seat has a device that was let in. */
export const withDevice = (meeting: HeldMeeting, seatId: SeatId): HeldMeeting => ({
  ...meeting,
  attendance: {
    ...meeting.attendance,
    devices: [...meeting.attendance.devices, { seatId, publicKey: 'aa'.repeat(32) }],
  },
})

export const hands = (
  seatIds: readonly SeatId[] | null,
  rows: readonly Readonly<Record<string, number>>[],
  seconds = 1,
): Done => [
  seconds,
  {
    type: 'countHands',
    data: { voteId: vote, seatIds: seatIds && [...seatIds], rows: rows.map((row) => ({ ...row })) },
  },
]

export const issued = (papers: readonly (readonly [SeatId, number])[]): Done => [
  1,
  { type: 'issuePapers', data: { voteId: vote, papers: papers.map(([seatId, number]) => ({ seatId, number })) } },
]

export const recalled = (seatId: SeatId): Done => [
  2,
  { type: 'recallPaper', data: { voteId: vote, seatId, reason: '写坏了' } },
]

export const stopped: Done = [3, { type: 'stopBallots', data: { voteId: vote } }]

export const tallied = (
  entry: 1 | 2,
  counter: SeatId,
  figures: {
    readonly rows: readonly Readonly<Record<string, number>>[]
    readonly returned: number
    readonly valid: number
    readonly invalid: number
  },
): Done => [
  4,
  {
    type: 'enterTally',
    data: { voteId: vote, entry, counter, ...figures, rows: figures.rows.map((row) => ({ ...row })) },
  },
]

export const entered = (seatId: SeatId, channel: 'hands' | 'paper' = 'hands', option = 'for'): Done => [
  1,
  {
    type: 'enterBallot',
    data: { voteId: vote, ballotId: id.ballot(`${channel}${seatId.slice(3)}`), option, seatId, channel },
  },
]
