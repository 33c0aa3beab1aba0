import { canonicalJson } from '../../../shared/core/canonical.ts'
import { chinaDate } from '../../../shared/core/china-time.ts'
import type { MeetingEvent, MeetingEventOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { unfitRule } from '../../../shared/meeting/written-votes/fitting-rule.ts'
import { type WrittenVerdict, writtenVoteEvents } from '../../../shared/meeting/written-votes/messages.ts'
import { foundIn, writtenResult } from '../../../shared/meeting/written-votes/result.ts'
import { type WrittenVote, writtenVoteOf } from '../../../shared/meeting/written-votes/state.ts'
import { rosterUnits, sumsOf, tooSmall, unitOf } from '../../../shared/meeting/written-votes/units.ts'
import { checkAddition, checkCorrection } from './check-written-lists.ts'

/** What is wrong with an event of a written vote, given the meeting as it stood before it. */
export type WrittenFault =
  | 'wrongUnits'
  | 'noticedLater'
  | 'unfitRule'
  | 'noSuchVote'
  | 'paperImpossible'
  | 'returnedTwice'
  | 'papersMiscounted'
  | 'ballotsDiffer'
  | 'verdictDiffers'
  | 'sentenceDiffers'
  | 'resolutionWithoutVote'
  | 'resolutionMissing'

/**
 * Checks one event against all that went before, and against the `next` of its batch. Null when nothing is wrong, or
 * when the event is none of a written vote.
 */
export function checkWrittenVote(
  meeting: HeldMeeting,
  event: MeetingEvent,
  next: MeetingEvent | undefined,
): WrittenFault | null {
  switch (event.type) {
    case 'writtenVoteOpened':
      return checkOpening(meeting, event.data)
    case 'unitAdded': {
      const vote = openVote(meeting, event.data.voteId)
      return vote === null ? 'noSuchVote' : checkAddition(vote, meeting.attendance.seats, event.data)
    }
    case 'unitCorrected': {
      const vote = openVote(meeting, event.data.voteId)
      return vote === null ? 'noSuchVote' : checkCorrection(vote, event.data)
    }
    case 'papersHandedOut':
    case 'paperSpoilt':
    case 'returnRecorded':
    case 'returnWithdrawn':
      return checkPapers(meeting, event)
    case 'writtenVoteClosed':
      return checkClosing(meeting, event.data, next)
    case 'writtenVoteVoided': {
      const vote = writtenVoteOf(meeting.writtenVotes, event.data.voteId)
      return vote === undefined || vote.phase === 'void' ? 'noSuchVote' : null
    }
    case 'resolutionAdopted':
      return checkResolution(meeting, event.data)
    default:
      return null
  }
}

/** Whether an event belongs to a written vote: its own, or the resolution that rests on one. */
export function isOfWrittenVote({ writtenVotes }: HeldMeeting, { data, type }: MeetingEvent): boolean {
  if (type !== 'resolutionAdopted') return Object.hasOwn(writtenVoteEvents, type)
  return writtenVotes.some((vote) => vote.voteId === data.voteId)
}

function checkOpening(meeting: HeldMeeting, data: MeetingEventOf<'writtenVoteOpened'>): WrittenFault | null {
  if (data.noticedOn !== undefined && data.noticedOn > chinaDate(data.at)) return 'noticedLater'
  if (data.rule !== null && unfitRule(data.rule, meeting, data, data.at) !== null) return 'unfitRule'
  const listed = new Set(data.units.map(({ unitId }) => unitId))
  const known = rosterUnits(meeting.attendance.seats, data.kind).filter(({ unitId }) => listed.has(unitId))
  if (data.units.length === 0 || canonicalJson(known.map(unitOf)) !== canonicalJson(data.units)) return 'wrongUnits'
  if (data.kind === 'survey') return data.totals === undefined ? null : 'wrongUnits'
  const small = data.totals === undefined || tooSmall(data.totals, sumsOf(data.units)) !== null
  return small ? 'wrongUnits' : null
}

type OfPapers = Extract<
  MeetingEvent,
  { type: 'papersHandedOut' | 'paperSpoilt' | 'returnRecorded' | 'returnWithdrawn' }
>

function checkPapers(meeting: HeldMeeting, event: OfPapers): WrittenFault | null {
  const vote = openVote(meeting, event.data.voteId)
  if (vote === null) return 'noSuchVote'
  const fault = paperFault(vote, event)
  if (fault !== null) return fault
  const [out, back] = changeBy(event)
  const counts = { handedOut: vote.papers.length + out, returned: vote.returns.length + back }
  return canonicalJson(counts) === canonicalJson(event.data.counts) ? null : 'papersMiscounted'
}

function paperFault({ dueOn, papers, returns, spoilt, units }: WrittenVote, event: OfPapers): WrittenFault | null {
  if (event.type === 'papersHandedOut') {
    const holders = [...papers, ...event.data.papers].map(({ unitId }) => unitId)
    const numbers = [...spoilt, ...[...papers, ...event.data.papers].map(({ number }) => number)]
    const asked = new Set(units.map(({ unitId }) => unitId))
    const once = new Set(holders).size === holders.length && new Set(numbers).size === numbers.length
    return once && holders.every((unitId) => asked.has(unitId)) ? null : 'paperImpossible'
  }
  const { unitId } = event.data
  const paper = papers.find((one) => one.unitId === unitId)
  const isBack = returns.some((one) => one.unitId === unitId)
  switch (event.type) {
    case 'paperSpoilt':
      return paper?.number === event.data.number && !isBack ? null : 'paperImpossible'
    case 'returnRecorded': {
      if (isBack) return 'returnedTwice'
      const { on } = event.data
      const inTime = paper !== undefined && on >= paper.on && (dueOn === null || on <= dueOn)
      return inTime ? null : 'paperImpossible'
    }
    case 'returnWithdrawn':
      return isBack ? null : 'paperImpossible'
  }
}

/** By how many the papers that are out, and those that are back, change. */
function changeBy(event: OfPapers): readonly [number, number] {
  switch (event.type) {
    case 'papersHandedOut':
      return [event.data.papers.length, 0]
    case 'paperSpoilt':
      return [-1, 0]
    case 'returnRecorded':
      return [0, 1]
    case 'returnWithdrawn':
      return [0, -1]
  }
}

function checkClosing(
  meeting: HeldMeeting,
  data: MeetingEventOf<'writtenVoteClosed'>,
  next: MeetingEvent | undefined,
): WrittenFault | null {
  const vote = openVote(meeting, data.voteId)
  if (vote === null) return 'noSuchVote'
  const { choices, opinions } = vote
  if (canonicalJson({ choices, opinions }) !== canonicalJson({ choices: data.choices, opinions: data.opinions })) {
    return 'ballotsDiffer'
  }
  const { sentence, ...found } = data.verdict
  if (canonicalJson(found) !== canonicalJson(foundIn(writtenResult(meeting, vote)))) return 'verdictDiffers'
  if (!sentenceFits(data.verdict, vote.rule)) return 'sentenceDiffers'
  const resolves = next?.type === 'resolutionAdopted' && next.data.voteId === data.voteId
  return found.outcome === 'passed' && !resolves ? 'resolutionMissing' : null
}

/**
 * The words of a later version may differ, the numbers and the conclusion may not: every figure stands behind its word,
 * and 通过 is said exactly when the motion passed. The rule's own name and source, quoted at the end, say nothing here.
 */
function sentenceFits({ figures, outcome, sentence }: WrittenVerdict, rule: WrittenVote['rule']): boolean {
  const said = rule === null ? sentence : upTo(upTo(sentence, rule.source), `“${rule.name}”`)
  const { owners } = figures
  const words: readonly (readonly [string, number | string])[] = [
    ...(owners === undefined ? [['征求', figures.asked] as const] : []),
    ['发出', figures.handedOut],
    ['收回', figures.returned],
    ['有效', figures.valid],
    ['无效', figures.invalid],
    ['赞成', figures.for],
    ['反对', figures.against],
    ['弃权', figures.abstain],
    ...(owners === undefined
      ? []
      : ([
          ['业主总人数', owners.total],
          ['专有总面积', owners.totalArea],
          ['赞成[^，。；]*、', owners.forArea],
          ['反对[^，。；]*、', owners.againstArea],
          ['弃权[^，。；]*、', owners.abstainArea],
        ] as const)),
  ]
  const complete = words.every(([word, figure]) => {
    return new RegExp(`${word}\\s*([\\d.]+)`).exec(said)?.[1] === String(figure)
  })
  const saysPassed = /(?<![未不没有])通过/.test(said)
  const saysNotPassed = /[未不没有]通过/.test(said)
  return complete && saysPassed === (outcome === 'passed') && !(saysPassed && saysNotPassed)
}

function upTo(sentence: string, quoted: string): string {
  const place = sentence.lastIndexOf(quoted)
  return place === -1 ? sentence : sentence.slice(0, place)
}

function checkResolution(meeting: HeldMeeting, data: MeetingEventOf<'resolutionAdopted'>): WrittenFault | null {
  const vote = data.voteId === null ? undefined : writtenVoteOf(meeting.writtenVotes, data.voteId)
  const passed = vote?.phase === 'closed' && vote.verdict.outcome === 'passed'
  const same = vote?.itemId === data.itemId && vote.motion === data.text
  const first = meeting.voting.resolutions.every((resolution) => resolution.voteId !== data.voteId)
  return passed && same && first ? null : 'resolutionWithoutVote'
}

function openVote({ writtenVotes }: HeldMeeting, voteId: string): WrittenVote | null {
  const vote = writtenVoteOf(writtenVotes, voteId)
  return vote?.phase === 'open' ? vote : null
}
