import type { HeldMeeting } from '../meeting/state.ts'
import type { WrittenFigures } from '../meeting/written-votes/messages.ts'
import type { WrittenVote } from '../meeting/written-votes/state.ts'
import { dateAt } from './chinese-dates.ts'
import { oneLine, sentence } from './plain-text.ts'

/** What fits on a phone without 展开 being pressed twice. */
const MOST = 500
/** So much of the motion always stands there. */
const LEAST_MOTION = 20
const CLOSING = '有不同意见请找话事员。'

/** The result of a written vote for the residents' group: at most 500 characters, the sentence as it was announced. */
export function writtenVoteText(meeting: HeldMeeting, vote: Exclude<WrittenVote, { phase: 'open' }>): string {
  const name = vote.kind === 'owners' ? '业主书面表决' : '书面征求意见'
  const head = `${meeting.practice ? '【练习】' : ''}【${name}${vote.phase === 'void' ? '作废' : '结果'}】`
  const end = vote.phase === 'void' ? vote.voidedAt : vote.closedAt
  const dates = `${oneLine(meeting.councilName)}，${dateAt(vote.openedAt)}至${dateAt(end)}。`
  const told = vote.phase === 'void' ? `已宣布作废，原因：${sentence(oneLine(vote.reason))}` : vote.verdict.sentence
  // The motion gives way before the sentence does, and of that only the source at its end.
  const rest = [dates, clipped(told, MOST - LEAST_MOTION - [head, dates, CLOSING].join('\n').length - 2), CLOSING]
  return [head, clipped(oneLine(vote.motion), MOST - [head, ...rest].join('\n').length - 1), ...rest].join('\n')
}

/** The figures in one line: 收回 80 份；赞成 60 户，反对 15 户，弃权 4 户; of owners heads and area beside each other. */
export function writtenFiguresText(figures: WrittenFigures): string {
  const { abstain, against, owners, returned } = figures
  const papers = `收回 ${returned} 份；`
  if (owners === undefined) return `${papers}赞成 ${figures.for} 户，反对 ${against} 户，弃权 ${abstain} 户`
  const both = (name: string, heads: number, area: string) => `${name} ${heads} 人、${area} 平方米`
  const choices = [
    both('赞成', figures.for, owners.forArea),
    both('反对', against, owners.againstArea),
    both('弃权', abstain, owners.abstainArea),
  ]
  return `${papers}${choices.join('，')}`
}

function clipped(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, Math.max(0, length - 1)).replace(/[\ud800-\udbff]$/, '')}…`
}
