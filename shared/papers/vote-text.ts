import { chineseNumber } from '../core/chinese-number.ts'
import type { SeatId } from '../core/ids.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { Voting } from '../meeting/voting/state.ts'
import { cautionSentences } from '../wording/cautions.ts'
import { NOT_COUNTED, outcomeWord } from '../wording/vote-words.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import { dateAt } from './chinese-dates.ts'
import { oneLine, sentence } from './plain-text.ts'
import { type ClosedVote, countTable, electedWord } from './vote-figures.ts'
import { channelsText, voteName } from './vote-manner.ts'
import { withoutRows } from './without-rows.ts'

/** What fits on a phone without 展开 being pressed twice. */
const TEXT_LENGTH = 500
const CLOSING = '完整内容见会议纪要，有不同意见请找话事员。'
/** Rows of a long list that are told. */
const TOLD_ROWS = 8

type PastVote = Voting['past'][number]

type Detail = {
  /** How long what people have written may be. */
  readonly clip: number
  /** Every row, or the foremost. */
  readonly rows: boolean
  readonly manner: boolean
}

const details: readonly Detail[] = [
  { clip: Number.POSITIVE_INFINITY, rows: true, manner: true },
  { clip: Number.POSITIVE_INFINITY, rows: false, manner: true },
  { clip: 100, rows: false, manner: false },
  { clip: 40, rows: false, manner: false },
]

/**
 * The result of one vote for the residents' group: plain lines, at most 500 characters. The figures and the stored
 * sentence, never who voted how. `names` are for those who counted.
 */
export function voteText(meeting: HeldMeeting, vote: PastVote, names: Names | null = null): string {
  const end = endLines(meeting)
  const texts = details.map((detail) => [
    ...headLines(meeting, vote, detail),
    ...bodyLines(meeting, vote, names, detail),
  ])
  const whole = texts.find((lines) => [...lines, ...end].join('\n').length <= TEXT_LENGTH)
  if (whole !== undefined) return [...whole, ...end].join('\n')
  const room = TEXT_LENGTH - end.join('\n').length - 1
  const [shortest = []] = texts.slice(-1)
  return [clipped(shortest.join('\n'), room), ...end].join('\n')
}

function headLines(meeting: HeldMeeting, vote: PastVote, { clip }: Detail): readonly string[] {
  const place = meeting.agenda.findIndex(({ itemId }) => itemId === vote.itemId)
  const item = meeting.agenda[place]
  return [
    `${meeting.practice ? '【练习】' : ''}【${clipped(oneLine(meeting.councilName), clip)}】表决结果`,
    `${clipped(oneLine(meeting.title), clip)}，${dateAt(meeting.startsAt)}`,
    ...(item === undefined ? [] : [`第${chineseNumber(place + 1)}项议题：${clipped(oneLine(item.title), clip)}`]),
    `${vote.amendment === null ? '表决事项' : '修正案'}：${clipped(oneLine(vote.motion), clip)}`,
    ...(vote.amendment === null ? [] : [`通过后提案改为：${clipped(oneLine(vote.amendment.text), clip)}`]),
  ]
}

function bodyLines(meeting: HeldMeeting, vote: PastVote, names: Names | null, detail: Detail): readonly string[] {
  const how = detail.manner ? [`方式：${voteName(vote.terms)}（${channelsText(vote.terms.channels)}）`] : []
  const counted = detail.manner && names !== null ? tellerLines(vote, names) : []
  if (vote.phase === 'void') {
    const reason = `这次表决已经作废，票都不算。原因：${sentence(clipped(oneLine(vote.reason), detail.clip))}`
    return [...how, reason, ...repeated(meeting, vote)]
  }
  return [...how, ...counted, ...resultLines(vote, detail), ...repeated(meeting, vote)]
}

function resultLines(vote: ClosedVote, { rows }: Detail): readonly string[] {
  const { terms, verdict } = vote
  const outcome = `结果：${outcomeWord(terms.question, verdict)}`
  if (rows || !('rows' in terms.question)) return [outcome, verdict.sentence]
  return [outcome, ...foremost(vote), withoutRows(terms.question, verdict.sentence)]
}

/** The first rows of a result, those with the most votes first; how many there are in all. */
function foremost(vote: ClosedVote): readonly string[] {
  const { columns = [], rows = [] } = countTable(vote, '') ?? {}
  const { question } = vote.terms
  const sorted = question.kind === 'assessment' ? rows : [...rows].sort((a, b) => Number(b[1]) - Number(a[1]))
  const told = sorted.slice(0, TOLD_ROWS).map(([name = '', ...cells]) => {
    const said = cells.flatMap((cell, index) => {
      if (cell === '' || cell === NOT_COUNTED) return []
      return cell === electedWord(question) ? [cell] : [`${columns[index + 1] ?? ''} ${cell}`]
    })
    return `${clipped(name, 20)}：${said.join('，')}`
  })
  return rows.length > told.length ? [...told, `等 ${rows.length} 项`] : told
}

/** 重新表决: nobody takes the one for the other. */
function repeated({ voting }: HeldMeeting, vote: PastVote): readonly string[] {
  if (vote.phase === 'void') {
    return heldAgain(voting.past, vote) ? ['这件事后来重新表决过，以重新表决的结果为准。'] : []
  }
  const earlier = voidBefore(voting.past, vote)
  return earlier === 0 ? [] : [`此前有 ${earlier} 次表决作废，这是重新表决的结果。`]
}

/** Whether there is a result of a repetition, or of a repetition of one that was void as well. */
const heldAgain = (past: readonly PastVote[], { voteId }: PastVote): boolean =>
  past.some((other) => other.repeats === voteId && (other.phase === 'closed' || heldAgain(past, other)))

function voidBefore(past: readonly PastVote[], { repeats }: PastVote): number {
  const before = repeats === null ? undefined : past.find(({ voteId }) => voteId === repeats)
  return before === undefined ? 0 : 1 + voidBefore(past, before)
}

function tellerLines({ tellers }: PastVote, names: Names): readonly string[] {
  const roles: readonly (readonly [string, readonly SeatId[]])[] = [
    ['监票', tellers.supervisors],
    ['计票', tellers.counters],
    ['唱票', tellers.callers],
  ]
  const said = roles.flatMap(([role, seatIds]) =>
    seatIds.length === 0 ? [] : [`${role}：${seatIds.map((seatId) => nameOf(names, seatId)).join('、')}`],
  )
  return said.length === 0 ? [] : [said.join('；')]
}

const endLines = ({ form }: HeldMeeting): readonly string[] => [
  ...(form.cautions.includes('owners') ? [cautionSentences.owners] : []),
  CLOSING,
]

function clipped(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(HALF_PAIR, '')}…`
}

/** The first half of a pair, of which the cut took the second. */
const HALF_PAIR = /[\ud800-\udbff]$/
