import { useEffect, useState } from 'react'
import { devicePlace } from './keeping-place.ts'

const PREFIX = 'yishiting.draft.'

/**
 * What a person has typed or ticked but not sent: it survives other people's events, a lost connection and a reload.
 * `isOne` tells whether what was kept is of this kind.
 */
export function useDraft<T>(name: string, initial: T, isOne: (value: unknown) => value is T) {
  const [draft, setDraft] = useState<T>(() => {
    const kept = devicePlace.read(PREFIX + name)
    return isOne(kept) ? kept : initial
  })
  useEffect(() => devicePlace.write(PREFIX + name, draft), [name, draft])
  return [draft, setDraft] as const
}
