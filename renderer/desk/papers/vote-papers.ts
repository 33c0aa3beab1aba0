import type { VoteId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { electorateOf } from '../../../shared/meeting/voting/electorate.ts'
import { type Draft, draftOf, type OpenVote } from '../../../shared/meeting/voting/state.ts'
import { writtenVoteOf } from '../../../shared/meeting/written-votes/state.ts'
import { MAX_PAPER_NUMBER, MAX_PAPERS_AT_ONCE } from '../../../shared/protocol/limits.ts'

/** Ballots that can be printed, with what is proposed: as many as there are people, after the last number given out. */
export type BallotsToPrint = {
  readonly kind: 'ballots' | 'writtenPapers'
  readonly label: string
  readonly fromLabel: string
  readonly hint: string
  readonly from: number
  readonly count: number
  /** The last number, or place in the list, that there can be. */
  readonly last: number
}

type VotePapers = {
  readonly ballots: BallotsToPrint | null
  readonly tally: boolean
  readonly result: boolean
  /** 评议: there is a table of the months too. */
  readonly assessment: boolean
}

const nothing: VotePapers = { ballots: null, tally: false, result: false, assessment: false }

/** What can be printed of a vote as it stands. */
export function votePapers(meeting: HeldMeeting, voteId: VoteId): VotePapers {
  const { voting, writtenVotes } = meeting
  const written = writtenVoteOf(writtenVotes, voteId)
  if (written !== undefined) {
    if (written.phase !== 'open') return { ...nothing, result: true }
    return { ...nothing, ballots: writtenToPrint(written.kind, written.units.length) }
  }
  const past = voting.past.find((vote) => vote.voteId === voteId)
  if (past !== undefined) {
    const assessment = past.phase === 'closed' && past.terms.question.kind === 'assessment' && !meeting.practice
    return { ...nothing, result: true, assessment }
  }
  const vote = draftOf(voting, voteId) ?? (voting.open?.voteId === voteId ? voting.open : null)
  const paper = vote?.terms.channels.paper ?? null
  if (vote === null) return nothing
  const tally = paper === 'secret' || vote.terms.channels.hands === 'counted'
  return { ...nothing, ballots: paper === null ? null : ballotsToPrint(meeting, vote), tally }
}

function ballotsToPrint(meeting: HeldMeeting, vote: Draft | OpenVote): BallotsToPrint {
  const used = 'voters' in vote ? [...vote.voters, ...vote.spoilt].map(({ number }) => number ?? 0) : []
  const people =
    'electors' in vote ? (vote.headcount ?? vote.electors.length) : electorateOf(meeting, vote.itemId).entitled
  return {
    kind: 'ballots',
    label: '打印表决票',
    fromLabel: '从几号开始',
    hint: '编号只在存根上，投票前沿虚线撕下存根。',
    from: Math.min(MAX_PAPER_NUMBER, Math.max(0, ...used) + 1),
    count: Math.min(MAX_PAPERS_AT_ONCE, Math.max(1, people)),
    last: MAX_PAPER_NUMBER,
  }
}

const writtenToPrint = (kind: 'survey' | 'owners', asked: number): BallotsToPrint => ({
  kind: 'writtenPapers',
  label: kind === 'owners' ? '打印业主表决票' : '打印征求意见表',
  fromLabel: '从名单第几位开始',
  hint: '一位一张，票上已印好姓名；在主机上打印的还印有房号。',
  from: 1,
  count: Math.min(MAX_PAPERS_AT_ONCE, Math.max(1, asked)),
  last: Math.max(1, asked),
})
