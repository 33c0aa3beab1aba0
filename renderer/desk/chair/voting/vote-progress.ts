import type { ChannelName } from '../../../../shared/meeting/voting/marks.ts'
import { presentIn } from '../../../../shared/meeting/voting/present-in.ts'
import type { OpenVote } from '../../../../shared/meeting/voting/state.ts'

type Progress = Readonly<Record<ChannelName, number>> & {
  /** Secret papers that are out: whether they are in the box nobody knows before it is emptied. */
  readonly issued: number
  /** Ballots received and papers given out. */
  readonly total: number
  /** How many may vote. */
  readonly expected: number
  readonly missing: number
}

/** How many have voted and by which channel, never how. */
export function progressOf(vote: OpenVote): Progress {
  const { hands, issued, voters } = vote
  const by = (channel: ChannelName) => voters.filter((voter) => voter.channel === channel).length
  const unnamed = hands !== null && hands.seatIds === null ? hands.ballots : 0
  const counts = { device: by('device'), hands: by('hands') + unnamed, paper: by('paper') }
  const total = counts.device + counts.hands + counts.paper
  const expected = presentIn(vote)
  return { ...counts, issued, total, expected, missing: Math.max(0, expected - total) }
}
