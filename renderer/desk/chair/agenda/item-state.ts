import type { ItemId } from '../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { conclusionOf } from '../../../../shared/meeting/conclusions/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { type Outcome, outcomeOf } from '../../../../shared/meeting/voting/outcome.ts'
import { outcomeWord } from '../../../../shared/wording/vote-words.ts'
import { conclusionNames } from '../../../ui/conclusion-words.ts'
import { progressOf } from '../voting/vote-progress.ts'

/** How an item stands, in the words and with the mark of its line in the agenda. */
export type ItemState = {
  readonly tone: 'planned' | 'running' | 'finished' | 'passed' | 'failed'
  readonly words: string
  readonly time: string
}

const outcomeTones: Readonly<Record<Outcome, ItemState['tone']>> = {
  passed: 'passed',
  notPassed: 'failed',
  invalid: 'failed',
  counted: 'finished',
  objected: 'failed',
  notCounted: 'finished',
}

export function itemState({ conclusions, voting }: HeldMeeting, item: AgendaItem, now: number): ItemState {
  if (item.phase === 'planned') return { tone: 'planned', words: '待议', time: '' }
  if (item.phase === 'running') {
    const open = voting.open?.itemId === item.itemId ? voting.open : null
    if (open === null) return { tone: 'running', words: '正在议', time: `已用 ${minutes(now - item.startedAt)}` }
    const { expected, total } = progressOf(open)
    return { tone: 'running', words: '正在表决', time: `${total} / ${expected}` }
  }
  const time = minutes(item.finishedAt - item.startedAt)
  const conclusion = conclusionOf(conclusions, item.itemId)
  if (conclusion !== null) {
    // Gold is for what a vote has passed alone.
    const tone = conclusion.outcome === 'notReached' ? 'failed' : 'finished'
    return { tone, words: conclusionNames[conclusion.outcome], time }
  }
  const vote = lastClosed(voting, item.itemId)
  if (vote === null) return { tone: 'finished', words: '议完', time }
  const { terms, verdict } = vote
  return { tone: outcomeTones[outcomeOf(verdict)], words: outcomeWord(terms.question, verdict), time }
}

/** The vote that stands for an item; one that was declared void does not. */
function lastClosed({ past }: HeldMeeting['voting'], itemId: string) {
  const standing = past.flatMap((vote) => (vote.itemId === itemId && vote.phase === 'closed' ? [vote] : []))
  return standing[standing.length - 1] ?? null
}

const minutes = (ms: number): string => `${Math.max(0, Math.floor(ms / 60_000))} 分`

/** The item that comes next when none runs: the first that was not discussed yet. */
export const nextItem = (meeting: HeldMeeting): AgendaItem | null =>
  meeting.agenda.find((item) => item.phase === 'planned') ?? null

/** The item that is in hand: the running one, else the next, else the last. */
export const itemToShow = ({ agenda, runningItem }: HeldMeeting): ItemId | null =>
  runningItem ?? [...agenda].reverse().find((item) => item.phase === 'finished')?.itemId ?? agenda[0]?.itemId ?? null
