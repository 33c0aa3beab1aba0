import type { ItemId } from '../core/ids.ts'
import type { Agenda, AgendaItem } from './agenda/state.ts'
import { deadline } from './floor/clock.ts'
import { rulesOf } from './floor/rules-in-use.ts'
import type { MeetingBody } from './state.ts'

/** Times are ms since 1970 by the host's clock. */
export type TimePlan = {
  /** When the meeting should end; null when no length was set. */
  readonly plannedEnd: number | null
  /** When it will end as things stand; null where nobody has set a time for anything. */
  readonly projectedEnd: number | null
  /** The items still to come whose time nobody has set: they are not in the projection. */
  readonly unplanned: readonly ItemId[]
  /** How long the running item has taken and may still take (negative: it is over its time); null when none runs. */
  readonly item: { readonly spentMs: number; readonly leftMs: number | null } | null
}

type Planned = Pick<
  MeetingBody,
  'agenda' | 'floor' | 'form' | 'openedAt' | 'plannedMinutes' | 'runningItem' | 'speakingSeconds'
>

const MINUTE = 60_000

/**
 * 时间安排 at `now`: what is left of the running item (its own time, or what those on the floor and in the queue may still take,
 * whichever is more) and then the times set for the items to come.
 */
export function timePlan(meeting: Planned, now: number): TimePlan {
  const { agenda, openedAt, plannedMinutes, runningItem } = meeting
  const plannedEnd = plannedMinutes === null ? null : openedAt + plannedMinutes * MINUTE
  const toCome = agenda.filter((item) => item.phase === 'planned')
  const running = agenda.find((item) => item.itemId === runningItem)
  const item = running === undefined ? null : itemTime(running, now)
  const unplanned = toCome.filter((one) => one.minutes === null).map((one) => one.itemId)
  const waiting = running === undefined ? 0 : queueMs(meeting, now)
  const ahead = item === null ? 0 : Math.max(item.leftMs ?? 0, waiting, 0)
  const later = sumOf(toCome)
  const known = plannedEnd !== null || item?.leftMs != null || later > 0
  return { plannedEnd, projectedEnd: known ? now + ahead + later : null, unplanned, item }
}

function itemTime(item: AgendaItem, now: number): TimePlan['item'] {
  if (item.phase === 'planned') return null
  const spentMs = Math.max(0, (item.phase === 'finished' ? item.finishedAt : now) - item.startedAt)
  return { spentMs, leftMs: item.minutes === null ? null : item.minutes * MINUTE - spentMs }
}

/** What those who speak and wait may still take, if everybody uses the time. */
function queueMs(meeting: Planned, now: number): number {
  const { floor, runningItem } = meeting
  const seconds = rulesOf(meeting, runningItem).seconds
  const live = [floor.speaking, floor.interposed].reduce((sum, speech) => {
    if (speech === null) return sum
    const until = deadline(speech)
    return sum + Math.max(0, until === null ? speech.limitSeconds * 1000 - speech.usedMs : until - now)
  }, 0)
  return floor.queue.reduce((sum, place) => {
    return sum + Math.max(0, (seconds + place.extraSeconds) * 1000 - place.usedMs)
  }, live)
}

const sumOf = (items: Agenda): number => items.reduce((sum, { minutes }) => sum + (minutes ?? 0) * MINUTE, 0)
