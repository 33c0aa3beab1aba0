import { useMemo, useState } from 'react'
import { type SeatId, seatId, speechId } from '../../../shared/core/ids.ts'
import { isPresent } from '../../../shared/meeting/attendance/state.ts'
import { rulesOf } from '../../../shared/meeting/floor/rules-in-use.ts'
import { onFloor } from '../../../shared/meeting/floor/state.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { speakingQueue } from '../../ui/speaking-queue.ts'
import { useDesk, useNotices } from '../desk-context.tsx'
import { benchSpeech } from './bench-speech.ts'

/** Since when somebody speaks whom the rules keep off the record, by the host's clock. */
const isUnrecorded = (value: unknown): value is number | null => value === null || typeof value === 'number'

/**
 * 轮流 on a bench: one press calls whoever waits, else 一位居民 whose name nobody asks. Where the rules know nobody without a
 * name, that one speaks by this laptop's clock alone.
 */
export function useBenchFloor() {
  const { act, client, meeting } = useDesk()
  const { refused } = useNotices()
  const { floor, meetingId, phase, runningItem } = meeting
  const [unrecorded, setUnrecorded] = useDraft<number | null>(`bench.clock.${meetingId}`, null, isUnrecorded)
  const [calling, setCalling] = useState(false)
  const { rules, seconds } = rulesOf(meeting, runningItem)
  const live = onFloor(floor)
  const queue = speakingQueue(meeting)
  const [first] = queue
  const running = phase === 'open' && runningItem !== null
  const speech = useMemo(
    () => (running ? benchSpeech(live, rules.anonymous ? null : unrecorded, seconds) : null),
    [live, rules.anonymous, running, seconds, unrecorded],
  )
  /** A bench knows no sides: where the rules want to hear one, it is 补充. */
  const stance = rules.stanceRequired ? 'addition' : null

  const endLive = async () => live === null || (await act('endSpeech', { speechId: live.speechId })).ok
  const end = async () => {
    setUnrecorded(null)
    await endLive()
  }
  const callUnnamed = async () => {
    if (!rules.anonymous) {
      if (await endLive()) setUnrecorded(client.hostNow())
      return
    }
    const id = speechId.mint(randomBytes)
    const asked = await act('requestFloor', { speechId: id, seatId: null, kind: 'ordinary', stance })
    if (asked.ok) await act('callSpeaker', { speechId: id, onFloor: live?.speechId ?? null })
  }
  /** 下一位: whoever waits, in the meeting's order, else somebody without a name. */
  const next = async () => {
    if (!running || calling) return
    setCalling(true)
    if (first === undefined) await callUnnamed()
    else {
      setUnrecorded(null)
      await act('callNextSpeaker', { onFloor: live?.speechId ?? null, speechId: first.speechId })
    }
    setCalling(false)
  }
  const seatNamed = (name: string) =>
    meeting.attendance.seats.find((seat) => nameOf(client, seat.seatId) === name)?.seatId ?? null
  /** 现场登记 of somebody who is not on the roster; null when it was refused. */
  const register = async (name: string): Promise<SeatId | null> => {
    const id = seatId.mint(randomBytes)
    const named = await refused(client.send('contacts', null, 'saveContact', { seatId: id, name }))
    return named.ok && (await act('registerWalkIn', { seatId: id })).ok ? id : null
  }
  /** By name: speaks at once when nobody does, else waits. Whether that was done. */
  const call = async (name: string): Promise<boolean> => {
    if (calling || !running) return false
    setCalling(true)
    const free = speech === null && queue.length === 0
    const id = seatNamed(name) ?? (await register(name))
    const here = id !== null && (isPresent(meeting.attendance, id) || (await act('signIn', { seatId: id })).ok)
    const asked = { speechId: speechId.mint(randomBytes), kind: 'ordinary', stance } as const
    const waits = here && (await act('requestFloor', { ...asked, seatId: id })).ok
    if (waits && free) await act('callNextSpeaker', { onFloor: null, speechId: asked.speechId })
    setCalling(false)
    return waits
  }
  return { call, calling, end, next, queue, running, rules, seconds, speech }
}
