import { useState } from 'react'

/**
 * What is shown: what the person chose, until what the meeting is at moves on; then again what the meeting is at.
 */
export function useChosen<T>(natural: T): readonly [shown: T, choose: (value: T) => void] {
  const [chosen, setChosen] = useState<{ readonly value: T; readonly at: T } | null>(null)
  // Dropped for good: when the meeting later comes back to the same step, that is another time.
  if (chosen !== null && chosen.at !== natural) setChosen(null)
  const shown = chosen !== null && chosen.at === natural ? chosen.value : natural
  return [shown, (value) => setChosen({ value, at: natural })]
}
