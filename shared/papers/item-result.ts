import { assertNever } from '../core/assert-never.ts'
import type { ItemId, ResolutionId } from '../core/ids.ts'
import type { AgendaItem } from '../meeting/agenda/state.ts'
import { conclusionOf } from '../meeting/conclusions/state.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import { cautionSentences } from '../wording/cautions.ts'
import type { LedgerState } from '../worksheets/ledger.ts'
import type { Names } from './attendance-lists.ts'
import { writtenDate } from './chinese-dates.ts'
import { linesOf, oneLine, sentence } from './plain-text.ts'
import { type CountTable, countTable } from './vote-figures.ts'
import { pendingLine, voteLines } from './vote-record.ts'
import { worksheetNumber } from './worksheet-number.ts'

/** One matter: its first line may be numbered, the others follow. */
type Matter = readonly string[]

type Outcome = HeldMeeting['conclusions'][number]['outcome']

/** What was carried in votes on this item, and who does it by when. */
export function decided(meeting: HeldMeeting, { itemId }: AgendaItem, ledger: LedgerState | null): readonly Matter[] {
  return meeting.voting.resolutions
    .filter((resolution) => resolution.itemId === itemId && resolution.voteId !== null)
    .map(({ resolutionId, text }) => [
      `经表决通过：${sentence(oneLine(text))}`,
      givenTo(meeting, resolutionId, ledger) ?? '责任单位和完成时限：待交办时确定。',
    ])
}

/** 结论 of an item on which nothing was voted, in the words in which it was drawn. */
export function concluded(meeting: HeldMeeting, { itemId }: AgendaItem, ledger: LedgerState | null): readonly Matter[] {
  const conclusion = conclusionOf(meeting.conclusions, itemId)
  if (conclusion === null) return []
  const { outcome, resolutionId, text } = conclusion
  const given = resolutionId === null ? null : givenTo(meeting, resolutionId, ledger)
  const lines = linesOf(text).map(sentence)
  // What was done, told in several lines, has words of its own to begin with: 何时何地, 到场单位….
  const worded =
    outcome !== 'handled' || lines.length === 1
      ? lines.map((line, index) => (index === 0 ? `${leadingTo(outcome)}：${line}` : line))
      : lines
  return [given === null ? worded : [...worded, given]]
}

function leadingTo(outcome: Outcome): string {
  switch (outcome) {
    case 'reached':
      return '会议形成共识'
    case 'notReached':
      return '未形成共识'
    case 'handled':
      return '现场处置'
    default:
      return assertNever(outcome)
  }
}

/** The votes on an item with what was announced of each, and those that have no result yet. */
export function votes(meeting: HeldMeeting, { itemId }: AgendaItem, names: Names): readonly Matter[] {
  const { held, open, past } = meeting.voting
  return [
    ...past.filter((vote) => vote.itemId === itemId).map((vote) => voteLines(meeting, vote, names)),
    ...(held?.itemId === itemId ? [[pendingLine(held, true)]] : []),
    ...(open?.itemId === itemId ? [[pendingLine(open, false)]] : []),
  ]
}

/** What was counted row by row in the votes on an item, those that are void left out. */
export const countTables = ({ voting }: HeldMeeting, { itemId }: AgendaItem): readonly CountTable[] =>
  voting.past.flatMap((vote) => {
    const table = vote.itemId === itemId && vote.phase === 'closed' ? countTable(vote, oneLine(vote.motion)) : null
    return table === null ? [] : [table]
  })

/** What must be said at the result of this item: of the meeting's first result alone. */
export function cautionAt(meeting: HeldMeeting, { itemId }: AgendaItem): string | null {
  if (!meeting.form.cautions.includes('owners')) return null
  const first = meeting.agenda.find((item) => hasResult(meeting, item.itemId))
  return first?.itemId === itemId ? cautionSentences.owners : null
}

const hasResult = ({ conclusions, voting }: HeldMeeting, itemId: ItemId): boolean =>
  voting.past.some((vote) => vote.itemId === itemId) || conclusionOf(conclusions, itemId) !== null

function givenTo(
  { followUp, meetingId, practice }: HeldMeeting,
  resolutionId: ResolutionId,
  ledger: LedgerState | null,
): string | null {
  const given = followUp.find((assignment) => assignment.resolutionId === resolutionId)
  if (given === undefined) return null
  const worksheet = worksheetNumber(ledger, { meetingId, resolutionId, practice })
  const numbered = worksheet === null ? '' : `工单编号：${worksheet}。`
  return `责任单位：${oneLine(given.unit)}。完成时限：${writtenDate(given.dueOn)}。${numbered}`
}
