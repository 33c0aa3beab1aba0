import { useEffect, useRef, useState } from 'react'
import type { ItemId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'

/**
 * The item whose record is open: the one under discussion, and it follows when the next one starts, unless `busy` says
 * that something is being typed here. The tabs then show where the meeting is.
 */
export function useShownItem(meeting: HeldMeeting, busy: () => boolean) {
  const { agenda, runningItem } = meeting
  const [shown, show] = useState<ItemId | null>(() => runningItem ?? lastBegun(meeting) ?? agenda[0]?.itemId ?? null)
  const before = useRef(runningItem)
  useEffect(() => {
    const started = runningItem !== null && runningItem !== before.current
    before.current = runningItem
    if (started && !busy()) show(runningItem)
  })
  return [shown ?? agenda[0]?.itemId ?? null, show] as const
}

const lastBegun = ({ agenda }: HeldMeeting): ItemId | null =>
  agenda.filter((item) => item.phase !== 'planned').at(-1)?.itemId ?? null
