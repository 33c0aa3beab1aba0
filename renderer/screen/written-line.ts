import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { outcomeNames } from '../../shared/wording/vote-words.ts'

/** What is told of 书面表决 beside the item: how it ended or how far it is, and the sentence of a result. */
type WrittenLine = { readonly words: string; readonly sentence: string | null }

/** What the running item has in writing: the papers that are out, else the result that came while it runs; null: nothing. */
export function writtenLine({ agenda, runningItem, writtenVotes }: HeldMeeting): WrittenLine | null {
  const item = agenda.find((one) => one.itemId === runningItem)
  if (item?.phase !== 'running') return null
  const votes = writtenVotes.filter((vote) => vote.itemId === item.itemId)
  const open = votes.filter((vote) => vote.phase === 'open')
  if (open.length > 0) {
    const counts = open.map(({ handedOut, returned }) => `发出 ${handedOut}，收回 ${returned}`)
    return { words: `书面表决：${counts.join('；')}`, sentence: null }
  }
  const closed = votes.flatMap((vote) => (vote.phase === 'closed' ? [vote] : []))
  const last = closed.reduce((found, vote) => (vote.closedAt >= (found?.closedAt ?? 0) ? vote : found), closed[0])
  if (last === undefined || last.closedAt < item.startedAt) return null
  const { outcome, sentence } = last.verdict
  // What has passed stands above it already, in its own words.
  return {
    words: `书面表决，${outcomeNames[outcome]}：${last.motion}`,
    sentence: outcome === 'passed' ? null : sentence,
  }
}
