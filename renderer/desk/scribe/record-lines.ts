import type { ItemId, ResolutionId, VoteId } from '../../../shared/core/ids.ts'
import { entriesOf } from '../../../shared/core/per-item.ts'
import { conclusionOf } from '../../../shared/meeting/conclusions/state.ts'
import type { Place, Speaking, Speech, Unspoken } from '../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { outcomeOf } from '../../../shared/meeting/voting/outcome.ts'
import type { PastVote } from '../../../shared/meeting/voting/state.ts'
import { outcomeWord, unannouncedText } from '../../../shared/wording/vote-words.ts'

/** A speech as it is recorded, with the scribe's 要点 and a written answer. */
type RecordedSpeech = Pick<Place, 'speechId' | 'seatId' | 'kind' | 'stance' | 'category' | 'note' | 'writtenAnswer'>

/** What the machine recorded of an item, one line each; `at` in ms since 1970, durations in seconds. */
export type RecordLine = { readonly at: number } & (
  | { readonly kind: 'started' }
  | { readonly kind: 'speech'; readonly speech: RecordedSpeech; readonly seconds: number }
  | { readonly kind: 'speaking'; readonly speech: RecordedSpeech; readonly state: 'live' | 'paused' | 'interrupted' }
  /** Who had asked and did not speak, for one reason and at one moment. */
  | { readonly kind: 'unspoken'; readonly why: Unspoken['why']; readonly who: readonly Unspoken[] }
  | { readonly kind: 'voting'; readonly motion: string; readonly received: number; readonly electors: number }
  | {
      readonly kind: 'voted'
      readonly voteId: VoteId
      readonly motion: string
      /** How it ended, in a word. */
      readonly ended: string
      readonly sentence: string
    }
  | { readonly kind: 'void'; readonly motion: string; readonly reason: string; readonly found: string | null }
  | {
      readonly kind: 'concluded'
      readonly outcome: HeldMeeting['conclusions'][number]['outcome']
      readonly text: string
      readonly resolutionId: ResolutionId | null
    }
  | { readonly kind: 'finished'; readonly seconds: number }
)

/** An item's record as it grows by itself, oldest first. */
export function recordLines(meeting: HeldMeeting, itemId: ItemId): readonly RecordLine[] {
  const item = meeting.agenda.find((one) => one.itemId === itemId)
  if (item === undefined || item.phase === 'planned') return []
  const begin: RecordLine = { at: item.startedAt, kind: 'started' }
  const end: readonly RecordLine[] =
    item.phase === 'running'
      ? []
      : [{ at: item.finishedAt, kind: 'finished', seconds: secondsBetween(item.startedAt, item.finishedAt) }]
  // Sorting is stable: what happened in the same millisecond stays in this order.
  const held = [
    ...speeches(meeting, itemId),
    ...unspoken(meeting, itemId),
    ...votes(meeting, itemId),
    ...conclusions(meeting, itemId),
  ]
  return [begin, ...held, ...end].sort((a, b) => a.at - b.at)
}

function speeches({ floor }: HeldMeeting, itemId: ItemId): readonly RecordLine[] {
  const past = entriesOf(floor.speeches, itemId).map((speech): RecordLine => {
    const seconds = Math.round(speech.spokenMs / 1000)
    return { at: speech.startedAt, kind: 'speech', speech: recorded(speech), seconds }
  })
  const live = [floor.speaking, floor.interposed].flatMap((speech): readonly RecordLine[] => {
    if (speech?.itemId !== itemId) return []
    const interrupted = speech === floor.speaking && floor.interposed !== null
    const state = interrupted ? 'interrupted' : speech.runningSince === null ? 'paused' : 'live'
    return [{ at: speech.startedAt, kind: 'speaking', speech: recorded(speech), state }]
  })
  return [...past, ...live]
}

function recorded({
  category,
  kind,
  note,
  seatId,
  speechId,
  stance,
  writtenAnswer,
}: Speech | Speaking): RecordedSpeech {
  return { speechId, seatId, kind, stance, category, note, writtenAnswer }
}

function unspoken({ floor }: HeldMeeting, itemId: ItemId): readonly RecordLine[] {
  const groups: { readonly at: number; readonly why: Unspoken['why']; readonly who: Unspoken[] }[] = []
  for (const one of entriesOf(floor.unspoken, itemId)) {
    const last = groups[groups.length - 1]
    if (last !== undefined && last.at === one.endedAt && last.why === one.why) last.who.push(one)
    else groups.push({ at: one.endedAt, why: one.why, who: [one] })
  }
  return groups.map((group): RecordLine => ({ kind: 'unspoken', ...group }))
}

function endedWords({ terms, verdict }: Extract<PastVote, { phase: 'closed' }>): string {
  const word = outcomeWord(terms.question, verdict)
  return ['passed', 'notPassed'].includes(outcomeOf(verdict)) ? `表决${word}` : word
}

/** What a void vote had found, and whether anybody had been told. */
function foundBefore({ published, verdict }: Extract<PastVote, { phase: 'void' }>): string | null {
  if (verdict === null) return null
  return published ? `作废前宣布的结果：${verdict.sentence}` : unannouncedText(verdict.sentence)
}

function votes({ voting }: HeldMeeting, itemId: ItemId): readonly RecordLine[] {
  const past = voting.past
    .filter((vote) => vote.itemId === itemId)
    .map((vote): RecordLine => {
      const { motion, voteId } = vote
      if (vote.phase === 'void') {
        return { at: vote.voidedAt, kind: 'void', motion, reason: vote.reason, found: foundBefore(vote) }
      }
      const { sentence } = vote.verdict
      return { at: vote.closedAt, kind: 'voted', voteId, motion, ended: endedWords(vote), sentence }
    })
  if (voting.open?.itemId !== itemId) return past
  const { electors, motion, openedAt, received } = voting.open
  return [...past, { at: openedAt, kind: 'voting', motion, received, electors: electors.length }]
}

function conclusions(meeting: HeldMeeting, itemId: ItemId): readonly RecordLine[] {
  const conclusion = conclusionOf(meeting.conclusions, itemId)
  if (conclusion === null) return []
  const { at, outcome, resolutionId, text } = conclusion
  return [{ at, kind: 'concluded', outcome, text, resolutionId }]
}

const secondsBetween = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 1000))
