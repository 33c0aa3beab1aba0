import { type SeatId, speechId } from '../../shared/core/ids.ts'
import { inOrder, placeReasons, timesSpoken } from '../../shared/meeting/floor/order.ts'
import { currentRules } from '../../shared/meeting/floor/rules-in-use.ts'
import type { Place, Stance } from '../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { placeReasonText } from '../../shared/wording/speech-words.ts'

type Speaking = Pick<HeldMeeting, 'floor' | 'form' | 'runningItem' | 'speakingSeconds'>

/** Who waits, whoever is next first. */
export const speakingQueue = (meeting: Speaking): readonly Place[] =>
  inOrder(meeting.floor, meeting.runningItem, currentRules(meeting).policy)

/** The foremost place of everybody who waits; whoever has no name is somebody else each time. */
export function foremostPlaces(meeting: Speaking): readonly Place[] {
  const seen = new Set<SeatId>()
  return speakingQueue(meeting).filter(({ seatId }) => {
    if (seatId === null) return true
    const isFirst = !seen.has(seatId)
    seen.add(seatId)
    return isFirst
  })
}

/** How many people wait: fewer than places where somebody waits with several. */
export const peopleWaiting = (meeting: Speaking): number => foremostPlaces(meeting).length

/** Why somebody stands where he stands: `本题尚未发言，与上一位意见相反`. */
export const placeReason = (meeting: Speaking, place: Place): string =>
  placeReasonText(placeReasons(meeting.floor, meeting.runningItem, currentRules(meeting).policy, place))

const nobodysId = speechId.mint((length) => new Uint8Array(length))

/** How many would come before a seat that asks for the floor now, in its turn. */
export function aheadOf(meeting: Speaking, seatId: SeatId, stance: Stance | null = null): number {
  const { floor } = meeting
  const last = floor.queue[floor.queue.length - 1]?.askedAt ?? 0
  const place: Place = {
    speechId: nobodysId,
    kind: 'ordinary',
    seatId,
    stance,
    category: null,
    to: null,
    askedAt: last,
    restored: false,
    turn: floor.turns + 1,
    startedAt: null,
    usedMs: 0,
    extraSeconds: 0,
    note: null,
    writtenAnswer: null,
  }
  const queue = [...floor.queue, place]
  return speakingQueue({ ...meeting, floor: { ...floor, queue } }).findIndex((one) => one.speechId === nobodysId)
}

/** `本题可发言 2 次`, `本题已发言 1/2 次`; without a limit `本题说过 1 次`. */
export function spokenWords(meeting: Speaking, seatId: SeatId): string {
  const { floor, runningItem } = meeting
  const spoken = runningItem === null ? 0 : timesSpoken(floor, runningItem, seatId)
  const { times } = currentRules(meeting)
  if (spoken === 0) return times === null ? '本题还没说过' : `本题可发言 ${times} 次`
  return times === null ? `本题说过 ${spoken} 次` : `本题已发言 ${spoken}/${times} 次`
}

/** The turn that somebody has now: `本题第 2 次`, `本题第 2/2 次`. */
export const turnWords = (turn: number, times: number | null): string =>
  `本题第 ${turn}${times === null ? '' : `/${times}`} 次`
