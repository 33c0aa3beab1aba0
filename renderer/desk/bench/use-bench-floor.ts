import { useState } from 'react'
import { type SeatId, seatId } from '../../../shared/core/ids.ts'
import { isPresent } from '../../../shared/meeting/attendance/state.ts'
import { inOrder } from '../../../shared/meeting/floor/order.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { useDesk, useNotices } from '../desk-context.tsx'

/** When somebody without a name began to speak, by the host's clock: nothing of it is recorded. */
const isUnnamed = (value: unknown): value is number | null => value === null || typeof value === 'number'

/**
 * 轮流 on a bench: 一位居民 whose name nobody asks speaks by this laptop's clock alone; whoever is named stands on record.
 */
export function useBenchFloor() {
  const { act, client, meeting } = useDesk()
  const { refused } = useNotices()
  const { floor, form, meetingId, phase, runningItem } = meeting
  const [unnamed, setUnnamed] = useDraft<number | null>(`bench.clock.${meetingId}`, null, isUnnamed)
  const [calling, setCalling] = useState(false)
  const { speaking } = floor
  const queue = inOrder(floor, runningItem, form.speeches.policy)
  const running = phase === 'open' && runningItem !== null
  const startedAt = !running ? null : (speaking?.startedAt ?? unnamed)

  const end = async () => {
    setUnnamed(null)
    if (speaking !== null) await act('endSpeech', { seatId: speaking.seatId })
  }
  /** 下一位: whoever waits, in the meeting's order, else somebody without a name. */
  const next = async () => {
    if (!running) return
    if (queue.length > 0) {
      setUnnamed(null)
      await act('callNextSpeaker', {})
      return
    }
    if (speaking !== null) await act('endSpeech', { seatId: speaking.seatId })
    setUnnamed(client.hostNow())
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
    const free = startedAt === null && queue.length === 0
    const id = seatNamed(name) ?? (await register(name))
    const here = id !== null && (isPresent(meeting.attendance, id) || (await act('signIn', { seatId: id })).ok)
    const waits = here && (await act('requestFloor', { seatId: id, stance: 'addition' })).ok
    if (waits && free) await act('callNextSpeaker', {})
    setCalling(false)
    return waits
  }
  return { call, calling, end, next, queue, running, speaking, startedAt }
}
