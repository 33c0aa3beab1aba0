import { presentIn } from '../../shared/meeting/voting/present-in.ts'
import type { OpenVote } from '../../shared/meeting/voting/state.ts'

type Progress = {
  /** How many may vote. */
  readonly expected: number
  /** Ballots that are in: sent or entered by name, counted by raised hands. */
  readonly named: number
  readonly hands: number
  /** Secret papers that are out: whoever holds one votes no other way. */
  readonly papers: number
}

/** How far a vote is, by channel: how many, never how. */
export function progressOf(vote: OpenVote): Progress {
  const hands = vote.hands?.ballots ?? 0
  return { expected: presentIn(vote), named: vote.received - hands, hands, papers: vote.issued }
}

export const STOPPED_WORDS = '投票已截止，正在计票'

/** What the room waits for. */
export function waitingWords({ stoppedAt }: Pick<OpenVote, 'stoppedAt'>, progress: Progress): string | null {
  if (stoppedAt !== null) return STOPPED_WORDS
  const { expected, hands, named, papers } = progress
  if (named + hands + papers < expected) return null
  return papers === 0 ? '都收齐了，等主持人宣布' : '票都发齐了，等主持人截止'
}
