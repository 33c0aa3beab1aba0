import type { Circumstances, Figures, Verdict, VerdictReason } from '../../rules/evaluate.ts'
import { evaluate, inOrder } from '../../rules/evaluate.ts'
import { faultsOf } from './balance.ts'
import {
  addCounts,
  type ChannelName,
  type Counts,
  countBallots,
  countOf,
  isWrittenIn,
  type Mark,
  rowNames,
} from './marks.ts'
import { presentIn } from './present-in.ts'
import type { OpenVote, StoredVerdict } from './state.ts'
import type { Question } from './terms.ts'

/** What a vote came to, without the sentence in which it is announced. */
export type VoteResult = Omit<StoredVerdict, 'sentence'>

/** All that is counted so far, of every channel; papers only where their count stands. */
export const countsOf = ({ ballots, hands, tallies, terms }: Counted): Counts =>
  addCounts(terms.question, [
    countBallots(terms.question, ballots),
    ...(hands?.rows == null ? [] : [hands.rows]),
    ...tallies.slice(0, 1).flatMap(({ figures }) => (figures === null ? [] : [figures.rows])),
  ])

type Counted = Pick<OpenVote, 'ballots' | 'hands' | 'tallies' | 'terms'>

/**
 * The result of a vote as it stands, by the rule that was frozen when it opened. It depends on the ballots alone, never
 * on the order in which they came in.
 */
export function resultOf(vote: OpenVote, circumstances: Circumstances, here = presentIn(vote)): VoteResult {
  const { hands, terms } = vote
  const counts = countsOf(vote)
  const faults = faultsOf(vote)
  const channels = channelCounts(vote)
  const shared = {
    ruleId: terms.rule?.ruleId ?? null,
    channels,
    ...(secretPapers(vote) ?? {}),
    ...(faults.length === 0 ? {} : { faults }),
  }
  if (hands?.said != null) {
    const reasons: readonly VerdictReason[] = ['notCounted']
    return { ...shared, ...none, outcome: 'notCounted', reasons, figures: figuresOf(vote, counts), said: hands.said }
  }
  const ballots = channels.device + channels.hands + channels.paper
  const found = decided(vote, counts, circumstances, { ballots, here })
  if (faults.length === 0) return { ...shared, ...found }
  const { tie: _, ...rest } = found
  const reasons = inOrder(new Set([...found.reasons, 'ballotsUnbalanced']))
  return {
    ...shared,
    ...rest,
    ...none,
    outcome: 'invalid',
    reasons,
    ...(found.rows === undefined ? {} : { rows: found.rows.map(({ counts }) => ({ counts, elected: false })) }),
  }
}

/** The numbers that a rule compares, of the first row; whoever did not vote does not take part. */
export function figuresOf(
  vote: Pick<OpenVote, 'entitled' | 'electors' | 'headcount' | 'recused'>,
  counts: Counts,
  row = 0,
): Figures {
  return {
    entitled: vote.entitled,
    present: presentIn(vote),
    for: countOf(counts, row, 'for'),
    against: countOf(counts, row, 'against'),
    abstain: countOf(counts, row, 'abstain'),
    ...(vote.recused === undefined ? {} : { recused: vote.recused }),
  }
}

const none = { valid: false, passed: false } as const

type Found = Pick<VoteResult, 'figures' | 'outcome' | 'passed' | 'reasons' | 'rows' | 'tie' | 'valid'>

function decided(
  vote: OpenVote,
  counts: Counts,
  circumstances: Circumstances,
  { ballots, here }: { readonly ballots: number; readonly here: number },
): Found {
  const { question, rule } = vote.terms
  const figures = figuresOf(vote, counts)
  switch (question.kind) {
    case 'motion': {
      if (rule === null) return { ...counted, figures }
      const verdict = evaluate(rule, figures, circumstances)
      // 平局不通过: also where the rule alone would let half of the votes be enough.
      const tie = verdict.valid && figures.for === figures.against && figures.for > 0
      return {
        ...outcomeOf({ ...verdict, passed: verdict.passed && !tie }),
        figures,
        ...(tie ? { tie: true as const } : {}),
      }
    }
    case 'objection':
      return objected(vote, countOf(counts, 0, 'object'), circumstances, here)
    case 'assessment':
      return { ...counted, figures, rows: counts.map((row) => ({ counts: row, elected: false })) }
    case 'choice':
    case 'election':
      return chosen(vote, question, counts, { circumstances, ballots })
  }
}

const counted = { valid: true, passed: false, outcome: 'counted', reasons: [] } as const

const outcomeOf = ({ passed, reasons, valid }: Pick<Verdict, 'passed' | 'reasons' | 'valid'>) => ({
  valid,
  passed,
  reasons,
  outcome: valid ? (passed ? ('passed' as const) : ('notPassed' as const)) : ('invalid' as const),
})

/** 无异议: nobody objects, so everybody who is still here agrees; a single objection leaves it to a vote. */
function objected(vote: OpenVote, objections: number, circumstances: Circumstances, here: number): Found {
  const agreeing = Math.max(0, here - objections)
  const figures = { ...figuresOf(vote, []), for: objections === 0 ? agreeing : 0, against: objections }
  const { rule } = vote.terms
  if (rule === null && objections === 0) return { ...counted, figures }
  const verdict = rule === null ? { valid: true, passed: false, reasons: [] } : evaluate(rule, figures, circumstances)
  if (verdict.valid && objections > 0) {
    return { valid: true, passed: false, reasons: [], outcome: 'objected', figures }
  }
  return { ...outcomeOf(verdict), figures }
}

type Chosen = Extract<Question, { kind: 'choice' | 'election' }>

/**
 * The rows that are chosen: each by the rule where there is one, then as many as there are places by the votes for them.
 * Rows level at the last place are all left out: that is a tie.
 */
function chosen(
  vote: OpenVote,
  question: Chosen,
  counts: Counts,
  { ballots, circumstances }: { readonly ballots: number; readonly circumstances: Circumstances },
): Found {
  const { rule } = vote.terms
  const places = question.kind === 'election' ? question.posts : question.elects
  const whole = figuresOf(vote, [])
  const rows = rowNames(question).map((_, row) => {
    const picked = question.kind === 'choice' || isWrittenIn(question, row)
    const figures = picked
      ? pickedFigures(whole, countOf(counts, row, forMark(question)), ballots)
      : figuresOf(vote, counts, row)
    const verdict = rule === null ? null : evaluate(rule, figures, circumstances)
    const votes = countOf(counts, row, forMark(question))
    // 平局不通过; who did not choose something is not against it.
    const carried = (verdict?.passed ?? true) && (question.kind === 'choice' || moreFor(figures, verdict))
    return { counts: counts[row] ?? {}, votes, verdict, fit: votes > 0 && carried }
  })
  if (places === null) {
    return { ...counted, figures: whole, rows: rows.map((row) => ({ counts: row.counts, elected: false })) }
  }
  const reasons = inOrder(new Set(rows.flatMap(({ verdict }) => verdict?.reasons ?? [])))
  const valid = reasons.length === 0
  const inFront = (votes: number) => rows.filter((row) => row.fit && row.votes >= votes).length
  const elected = (row: (typeof rows)[number]) => valid && row.fit && inFront(row.votes) <= places
  const taken = rows.filter(elected).length
  const behind = valid && taken < places ? rows.filter((row) => row.fit && !elected(row)) : []
  const last = Math.max(...behind.map((row) => row.votes))
  const level = (row: (typeof rows)[number]) => behind.includes(row) && row.votes === last
  return {
    ...outcomeOf({ valid, passed: taken > 0, reasons }),
    figures: whole,
    rows: rows.map((row) => ({
      counts: row.counts,
      elected: elected(row),
      ...(level(row) ? { level: true as const } : {}),
    })),
    ...(behind.length > 0 ? { tie: true as const } : {}),
  }
}

/** Nobody is elected with as many against him as for him; without a rule, more must be for him. */
const moreFor = ({ against, for: votes }: Figures, verdict: Verdict | null): boolean =>
  verdict === null ? votes > against : votes !== against

export const forMark = (question: Question): Mark => (question.kind === 'choice' ? 'chosen' : 'for')

/**
 * A ballot on which a row was not picked, or a name not written in, is not in favour of it: who is written in has to
 * reach what the candidates have to reach, of the same ballots.
 */
const pickedFigures = (whole: Figures, picked: number, ballots: number): Figures => ({
  ...whole,
  for: picked,
  against: Math.max(0, ballots - picked),
})

/** How many ballots came in by each channel; secret papers are those that are valid. */
function channelCounts(vote: OpenVote): Readonly<Record<ChannelName, number>> {
  const by = (channel: ChannelName) =>
    vote.ballots.filter((ballot) => vote.voters.some((one) => one.seatId === ballot.seatId && one.channel === channel))
  return {
    device: by('device').length,
    hands: by('hands').length + (vote.hands?.ballots ?? 0),
    paper: by('paper').length + (vote.tallies[0]?.figures?.valid ?? 0),
  }
}

function secretPapers({ issued, tallies, terms }: OpenVote): Pick<VoteResult, 'papers'> | null {
  if (terms.channels.paper !== 'secret') return null
  const { invalid = 0, returned = 0, valid = 0 } = tallies[0]?.figures ?? {}
  return { papers: { issued, returned, valid, invalid } }
}
