import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { outcomeNames } from '../../shared/wording/vote-words.ts'
import { lastEnded } from './written-shown.ts'

/** What is told of 书面表决 beside the item: how it ended, and the sentence of the result. */
type WrittenLine = { readonly words: string; readonly sentence: string | null }

/** The result that came in writing while the item runs, once something else is on; null: none, or papers are still out. */
export function writtenLine({ agenda, runningItem, writtenVotes }: HeldMeeting): WrittenLine | null {
  const item = agenda.find((one) => one.itemId === runningItem)
  if (item?.phase !== 'running') return null
  const last = lastEnded(writtenVotes.filter((vote) => vote.itemId === item.itemId && vote.phase === 'closed'))
  if (last?.phase !== 'closed' || last.closedAt < item.startedAt) return null
  const { outcome, sentence } = last.verdict
  // What has passed stands above it already, in its own words.
  return {
    words: `书面表决，${outcomeNames[outcome]}：${last.motion}`,
    sentence: outcome === 'passed' ? null : sentence,
  }
}
