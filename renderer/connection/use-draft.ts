import { useEffect, useRef, useState } from 'react'
import { DRAFT_PREFIX, devicePlace } from './keeping-place.ts'

/**
 * What a person has typed or ticked but not sent: it survives other people's events, a lost connection and a reload.
 * `isOne` tells whether what was kept is of this kind.
 */
export function useDraft<T>(name: string, initial: T, isOne: (value: unknown) => value is T) {
  const [draft, setDraft] = useState<T>(() => {
    const kept = devicePlace.read(DRAFT_PREFIX + name)
    return isOne(kept) ? kept : initial
  })
  /** Nothing is kept of what nobody has touched. */
  const untouched = useRef({ name, draft })
  useEffect(() => {
    if (untouched.current.name === name && untouched.current.draft === draft) return
    untouched.current = { name, draft }
    devicePlace.write(DRAFT_PREFIX + name, draft)
  }, [name, draft])
  return [draft, setDraft] as const
}

/** Nothing of it stays on the device: it was sent, or what it was for is over. */
export function forgetDraft(name: string): void {
  devicePlace.remove(DRAFT_PREFIX + name)
}
