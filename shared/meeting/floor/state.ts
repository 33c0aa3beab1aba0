import { assertNever } from '../../core/assert-never.ts'
import type { ItemId, SeatId, SpeechId } from '../../core/ids.ts'
import { entriesOf, groupFor, type PerItem, withEntries } from '../../core/per-item.ts'
import type { SpeakingRules } from '../../formats/speaking-rules.ts'
import type { MeetingEventOf } from '../messages.ts'
import { spokenMs } from './clock.ts'
import type { FloorEvent } from './messages.ts'

export type SpeechKind = MeetingEventOf<'speechStarted'>['kind']
export type Stance = NonNullable<MeetingEventOf<'speechStarted'>['stance']>

/** What a speech is from the request on. */
type Asked = {
  readonly speechId: SpeechId
  readonly kind: SpeechKind
  /** Null: 不记名. */
  readonly seatId: SeatId | null
  readonly stance: Stance | null
  readonly category: { readonly name: string; readonly rank: number } | null
  /** The speech that a question interrupts or that an answer answers. */
  readonly to: SpeechId | null
  /** When the floor was asked for, by the host's clock. */
  readonly askedAt: number
}

/** 要点 and 书面答复. */
type Kept = { readonly note: string | null; readonly writtenAnswer: string | null }

/** Where somebody waits or waited. */
type Standing = {
  /** Put back by an undo: at the head, whatever the order. */
  readonly restored: boolean
  /** What is equal stands in the order of turns: those of requests rise, those of undos fall, and none is given twice. */
  readonly turn: number
}

/** A place in the queue. What it has of time and notes it has from before it was put back. */
export type Place = Asked &
  Kept &
  Standing & {
    /** When it was called last; null: not yet. */
    readonly startedAt: number | null
    readonly usedMs: number
    readonly extraSeconds: number
  }

/** A speech that is live or paused. */
export type Speaking = Asked &
  Kept &
  Standing & {
    readonly itemId: ItemId
    readonly startedAt: number
    /** All that it may take, what was granted on top included. */
    readonly limitSeconds: number
    readonly extraSeconds: number
    /** What had been used when the clock last stood still. */
    readonly usedMs: number
    /** Since when the clock runs; null: paused. */
    readonly runningSince: number | null
  }

export type Speech = Asked &
  Kept & {
    readonly startedAt: number
    readonly endedAt: number
    /** How long it was live, pauses left out. */
    readonly spokenMs: number
    readonly extraSeconds: number
    /** The questions that ended with it. */
    readonly dropped: readonly Place[]
  }

/** A request that never became a speech. */
export type Unspoken = Asked & {
  readonly endedAt: number
  readonly why: 'withdrawn' | 'passed' | 'left' | 'tookChair' | 'dropped' | 'itemFinished'
}

/** 发言: who waits (`inOrder` says who is next); who speaks; who has spoken on which item. */
export type Floor = {
  readonly queue: readonly Place[]
  /** How many turns were given. */
  readonly turns: number
  /** The order that was made by hand; null: by the rules alone. */
  readonly handOrder: readonly SpeechId[] | null
  readonly closed: boolean
  /** The speech that has the floor, live or paused. */
  readonly speaking: Speaking | null
  /** A question, or the answer to it, while `speaking` is interrupted. */
  readonly interposed: Speaking | null
  readonly speeches: PerItem<Speech>
  readonly unspoken: PerItem<Unspoken>
  /** What was set for single items; the others follow the meeting's form. */
  readonly itemRules: readonly { readonly itemId: ItemId; readonly seconds: number; readonly rules: SpeakingRules }[]
  /** What every group of an item was given on top. */
  readonly quotaExtras: readonly { readonly itemId: ItemId; readonly seconds: number }[]
}

export const floorOf = (items: readonly { readonly itemId: ItemId }[]): Floor => ({
  queue: [],
  turns: 0,
  handOrder: null,
  closed: false,
  speaking: null,
  interposed: null,
  speeches: items.map((item) => groupFor(item.itemId)),
  unspoken: items.map((item) => groupFor(item.itemId)),
  itemRules: [],
  quotaExtras: [],
})

export const withFloorItem = (state: Floor, itemId: ItemId): Floor => ({
  ...state,
  speeches: [...state.speeches, groupFor(itemId)],
  unspoken: [...state.unspoken, groupFor(itemId)],
})

/** A finished item takes its waiting speakers with it; that they had asked stays. */
export const cleared = (state: Floor, itemId: ItemId, at: number): Floor => ({
  ...withUnspoken(state, itemId, state.queue, at, 'itemFinished'),
  queue: [],
  handOrder: null,
  closed: false,
})

/** The speech that is live, or that would go on first: an interposed one before the one that it interrupts. */
export const onFloor = ({ interposed, speaking }: Floor): Speaking | null => interposed ?? speaking

/** `runningItem` is the item to which requests belong. */
export function evolveFloor(state: Floor, event: FloorEvent, runningItem: ItemId | null): Floor {
  switch (event.type) {
    case 'floorRequested': {
      const { at, enteredBy: _, ...asked } = event.data
      const turns = state.turns + 1
      return { ...state, turns, queue: [...state.queue, { ...asked, askedAt: at, turn: turns, ...unused }] }
    }
    case 'requestWithdrawn': {
      const { at, speechId, why } = event.data
      const own = state.queue.filter((place) => place.speechId === speechId)
      const behind = fallingWith(state.queue, speechId)
      const rest = without(state, [...own, ...behind])
      if (runningItem === null) return rest
      return withUnspoken(withUnspoken(rest, runningItem, own, at, why), runningItem, behind, at, 'dropped')
    }
    case 'speechStarted':
      return started(state, event.data)
    case 'speechPaused':
      return withSpeaking(state, event.data.speechId, (speech) => {
        return { ...speech, usedMs: spokenMs(speech, event.data.at), runningSince: null }
      })
    case 'speechResumed':
      return withSpeaking(state, event.data.speechId, (speech) => ({ ...speech, runningSince: event.data.at }))
    case 'speechExtended':
      return withSpeaking(state, event.data.speechId, (speech) => ({
        ...speech,
        limitSeconds: speech.limitSeconds + event.data.seconds,
        extraSeconds: speech.extraSeconds + event.data.seconds,
      }))
    case 'speechEnded':
      return ended(state, event.data)
    case 'speechRestored':
      return restored(state, event.data.speechId, runningItem)
    case 'speechReturned':
      return returned(state, event.data)
    case 'queueReordered':
      return { ...state, handOrder: event.data.speechIds }
    case 'queueClosed':
      return { ...state, closed: true }
    case 'queueReopened':
      return { ...state, closed: false }
    case 'speakingRulesSet': {
      const others = state.itemRules.filter(({ itemId }) => itemId !== event.data.itemId)
      return { ...state, itemRules: [...others, event.data] }
    }
    case 'quotasEqualised':
      return { ...state, quotaExtras: [...state.quotaExtras, event.data] }
    case 'speechNoted':
      return withKept(state, event.data.speechId, { note: event.data.text })
    case 'writtenAnswerAttached':
      return withKept(state, event.data.speechId, { writtenAnswer: event.data.text })
    default:
      return assertNever(event)
  }
}

function started(state: Floor, { at, interposed, ...begun }: MeetingEventOf<'speechStarted'>): Floor {
  const place = state.queue.find(({ speechId }) => speechId === begun.speechId)
  const extraSeconds = place?.extraSeconds ?? 0
  const turns = place === undefined ? state.turns + 1 : state.turns
  const speech: Speaking = {
    ...begun,
    restored: place?.restored ?? false,
    turn: place?.turn ?? turns,
    limitSeconds: begun.limitSeconds + extraSeconds,
    extraSeconds,
    askedAt: place?.askedAt ?? at,
    startedAt: at,
    usedMs: place?.usedMs ?? 0,
    runningSince: at,
    note: place?.note ?? null,
    writtenAnswer: place?.writtenAnswer ?? null,
  }
  const rest = place === undefined ? state : without(state, [place])
  return { ...rest, turns, ...(interposed ? { interposed: speech } : { speaking: speech }) }
}

function ended(state: Floor, { at, speechId }: MeetingEventOf<'speechEnded'>): Floor {
  const { interposed, speaking } = state
  if (interposed?.speechId === speechId) {
    return { ...withSpeech(state, interposed, at, []), interposed: null }
  }
  if (speaking?.speechId !== speechId) return state
  const falling = fallingWith(state.queue, speechId)
  const rest = withUnspoken(without(state, falling), speaking.itemId, falling, at, 'dropped')
  const dropped = falling.filter((place) => place.startedAt === null)
  return { ...withSpeech(rest, speaking, at, dropped), speaking: null }
}

/** The last speech of the running item is as if it had never ended, but that it waits, first of all. */
function restored(state: Floor, id: SpeechId, itemId: ItemId | null): Floor {
  const last = itemId === null ? null : lastSpeech(state, itemId)
  if (itemId === null || last?.speechId !== id) return state
  const { dropped, endedAt: _, spokenMs: usedMs, ...asked } = last
  const turns = state.turns + 1
  const isDropped = (speechId: SpeechId) => dropped.some((place) => place.speechId === speechId)
  return {
    ...state,
    turns,
    queue: [...state.queue, { ...asked, usedMs, restored: true, turn: -turns }, ...dropped],
    speeches: withEntries(state.speeches, itemId, (all) => all.filter((speech) => speech !== last)),
    unspoken: withEntries(state.unspoken, itemId, (all) => all.filter(({ speechId }) => !isDropped(speechId))),
  }
}

/** Whoever spoke last on an item, and has ended. */
export function lastSpeech({ speeches }: Floor, itemId: ItemId): Speech | null {
  const entries = entriesOf(speeches, itemId)
  return entries[entries.length - 1] ?? null
}

/**
 * To whom a question or an intervention was put: whoever was interrupted, or spoke before it; null when that was nobody with a
 * name, or when it is not known any more.
 */
export function addresseeOf(
  { interposed, queue, speaking, speeches }: Floor,
  itemId: ItemId,
  id: SpeechId,
): SeatId | null {
  const heard = entriesOf(speeches, itemId)
  const all = [...heard, ...[speaking, interposed].filter((speech) => speech !== null)]
  const index = all.findIndex((speech) => speech.speechId === id)
  const asked = all[index] ?? queue.find((place) => place.speechId === id)
  if (asked?.kind === 'question') return all.find((speech) => speech.speechId === asked.to)?.seatId ?? null
  const before = all.slice(0, index === -1 ? all.length : index).filter(({ kind }) => kind !== 'question')
  return before[before.length - 1]?.seatId ?? null
}

/** Back where it waited. */
function returned(state: Floor, { at, speechId }: MeetingEventOf<'speechReturned'>): Floor {
  const { speaking } = state
  if (speaking?.speechId !== speechId) return state
  const { itemId: _, limitSeconds: __, runningSince: ___, ...asked } = speaking
  return { ...state, speaking: null, queue: [...state.queue, { ...asked, usedMs: spokenMs(speaking, at) }] }
}

const unused = { restored: false, startedAt: null, usedMs: 0, extraSeconds: 0, note: null, writtenAnswer: null }

const without = (state: Floor, gone: readonly Place[]): Floor =>
  gone.length === 0 ? state : { ...state, queue: state.queue.filter((place) => !gone.includes(place)) }

/**
 * What falls with a speech or a place: the questions to it that have not begun and the answers to these; with a place also the
 * answers to it. An answer to what was said still stands.
 */
export function fallingWith(queue: readonly Place[], speechId: SpeechId): readonly Place[] {
  const waits = queue.some((place) => place.speechId === speechId)
  const behind = queue.filter(({ kind, to }) => to === speechId && (waits || kind === 'question'))
  return behind.flatMap((place) => [place, ...fallingWith(queue, place.speechId)])
}

function withSpeech(state: Floor, speaking: Speaking, at: number, dropped: readonly Place[]): Floor {
  const { itemId, limitSeconds: _, restored: __, runningSince: ___, turn: ____, usedMs: _____, ...rest } = speaking
  const speech: Speech = { ...rest, endedAt: at, spokenMs: spokenMs(speaking, at), dropped }
  return { ...state, speeches: withEntries(state.speeches, itemId, (all) => [...all, speech]) }
}

/** What was asked for and never said; who had begun and was put back has spoken, as long as it was. */
function withUnspoken(
  state: Floor,
  itemId: ItemId,
  places: readonly Place[],
  endedAt: number,
  why: Unspoken['why'],
): Floor {
  if (places.length === 0) return state
  const speeches = places.flatMap(({ restored: _, startedAt, turn: __, usedMs, ...asked }): readonly Speech[] =>
    startedAt === null ? [] : [{ ...asked, startedAt, endedAt, spokenMs: usedMs, dropped: [] }],
  )
  const gone = places.flatMap((place): readonly Unspoken[] => {
    const { extraSeconds: _, note: __, restored: ___, startedAt, turn: ____, usedMs: _____, ...asked } = place
    const { writtenAnswer: ______, ...rest } = asked
    return startedAt === null ? [{ ...rest, endedAt, why }] : []
  })
  return {
    ...state,
    speeches: withEntries(state.speeches, itemId, (all) => [...all, ...speeches]),
    unspoken: withEntries(state.unspoken, itemId, (all) => [...all, ...gone]),
  }
}

function withSpeaking(state: Floor, speechId: SpeechId, change: (speech: Speaking) => Speaking): Floor {
  const { interposed, speaking } = state
  if (interposed?.speechId === speechId) return { ...state, interposed: change(interposed) }
  return speaking?.speechId === speechId ? { ...state, speaking: change(speaking) } : state
}

function withKept(state: Floor, speechId: SpeechId, change: Partial<Kept>): Floor {
  const live = withSpeaking(state, speechId, (speech) => ({ ...speech, ...change }))
  if (live !== state) return live
  // In meetings of data version 2 a seat's speeches share one id: what is written is about the last.
  const group = state.speeches.filter(({ entries }) => entries.some((speech) => speech.speechId === speechId)).pop()
  if (group === undefined) return state
  return {
    ...state,
    speeches: withEntries(state.speeches, group.itemId, (entries) => {
      const last = entries.filter((speech) => speech.speechId === speechId).pop()
      return entries.map((speech) => (speech === last ? { ...speech, ...change } : speech))
    }),
  }
}
