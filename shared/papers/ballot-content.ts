import type { VoteId } from '../core/ids.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { Draft, OpenVote } from '../meeting/voting/state.ts'
import { draftOf } from '../meeting/voting/state.ts'
import { MAX_PAPER_NUMBER } from '../protocol/limits.ts'
import { type BallotMarks, ballotMarks, ballotTitle, howToFill } from './ballot-marks.ts'
import { type PaperHead, paperHead } from './paper-head.ts'
import { oneLine } from './plain-text.ts'
import { voteRuleLine } from './rule-line.ts'

/** Characters of 说明材料 that a ballot has room for. */
const MOST_DETAILS = 100

/** What is printed on every ballot of one kind, and what on each one alone. */
export type BallotsContent = PaperHead & {
  readonly kind: 'ballots'
  readonly title: string
  /** The motion in full. */
  readonly question: string
  /** What stands beneath the question: how a proposal would read, 说明材料 of those who are asked at home. */
  readonly notes: readonly string[]
  readonly marks: BallotMarks
  readonly howTo: readonly string[]
  readonly rule: string
  /** Room for words of one's own, under this name; null: none. */
  readonly remarks: string | null
  /** To be written by hand on the ballot: 表决人签名. A secret ballot has none. */
  readonly blanks: readonly string[]
  /** To be written by hand on the stub. */
  readonly stubBlanks: readonly string[]
  /** Number and facts stand on the ballot too: a secret one carries nothing by which it could be known again. */
  readonly numbered: boolean
  readonly sheets: readonly BallotSheet[]
}

/** What sets one ballot apart from the others. */
export type BallotSheet = {
  /** On the stub; null: written by hand. */
  readonly number: number | null
  /** Whose paper it is: empty unless it was made for somebody. */
  readonly facts: readonly string[]
}

/**
 * 表决票 with stubs from number `from` on. Null when no such vote is drafted or open, when it takes no paper, or when the
 * numbers would leave what a stub can hold.
 */
export function ballotsContent(
  meeting: HeldMeeting,
  { count, from, voteId }: { readonly voteId: VoteId; readonly from: number; readonly count: number },
): BallotsContent | null {
  const vote = voteToCome(meeting, voteId)
  if (vote === null || from + count - 1 > MAX_PAPER_NUMBER) return null
  const { amendment, motion, terms } = vote
  const { channels, question } = terms
  if (channels.paper === null) return null
  const named = channels.paper === 'named'
  return {
    kind: 'ballots',
    ...paperHead(meeting),
    title: `${named ? '记名' : '无记名'}${ballotTitle(question)}`,
    question: oneLine(motion),
    notes: [
      ...(amendment === null ? [] : [`这是修正案，通过后原案改为：${oneLine(amendment.text)}`]),
      ...(terms.details === null ? [] : [detailsLine(oneLine(terms.details))]),
    ],
    marks: ballotMarks(question),
    howTo: howToFill(question, named),
    rule: voteRuleLine(terms),
    remarks: null,
    blanks: named ? ['表决人签名'] : [],
    stubBlanks: ['领票人签名'],
    numbered: false,
    sheets: Array.from({ length: count }, (_, index) => ({ number: from + index, facts: [] })),
  }
}

const voteToCome = ({ voting }: HeldMeeting, voteId: VoteId): Draft | OpenVote | null =>
  draftOf(voting, voteId) ?? (voting.open?.voteId === voteId ? voting.open : null)

/** Several ballots stand on one sheet: what is longer is handed out beside them. */
const detailsLine = (details: string): string =>
  [...details].length <= MOST_DETAILS ? `说明：${details}` : '说明材料另发，请看完再填票。'
