import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SpeechId } from '../../../../shared/core/ids.ts'
import type { Place } from '../../../../shared/meeting/floor/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { movedTo } from './queue-order.ts'

/** What moves a place, so that the focus can follow it. */
type Handle = 'up' | 'down' | 'menu'

/** 手工排: all who wait are sent in the order wanted; what is shown is the host's order alone. */
export function useReorder(queue: readonly Place[], list: RefObject<HTMLElement | null>) {
  const { act } = useDesk()
  const [dragged, setDragged] = useState<SpeechId | null>(null)
  const [target, setTarget] = useState<number | null>(null)
  const ids = queue.map((place) => place.speechId)
  const order = ids.join()
  const wanted = useRef<{ readonly speechId: SpeechId; readonly handle: Handle } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that moved is looked for when the order has changed
  useEffect(() => {
    if (wanted.current === null) return
    const { handle, speechId } = wanted.current
    wanted.current = null
    const row = list.current?.querySelector(`[data-speech="${speechId}"]`)
    const first = row?.querySelector<HTMLElement>(`[data-move="${handle}"]:not(:disabled)`)
    void (first ?? row?.querySelector<HTMLElement>('[data-move]:not(:disabled)'))?.focus()
  }, [order, list])
  const move = async (speechId: SpeechId, index: number, handle: Handle | null) => {
    const speechIds = movedTo(ids, speechId, index)
    if (speechIds === ids) return
    wanted.current = handle === null ? null : { speechId, handle }
    const answer = await act('reorderQueue', { speechIds: [...speechIds] })
    if (!answer.ok) wanted.current = null
  }
  const drop = () => {
    if (dragged !== null && target !== null) void move(dragged, target, null)
    setDragged(null)
    setTarget(null)
  }
  return { dragged, target, move, drag: setDragged, aim: setTarget, drop }
}

export type Reorder = ReturnType<typeof useReorder>
