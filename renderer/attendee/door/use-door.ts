import { useState } from 'react'
import type { AtDoor, Phase } from '../../../shared/client/phase.ts'

/** The door at which this page last stood: whoever waits there is still told whose name was picked. */
export function useDoor(phase: Phase): AtDoor | null {
  const [door, setDoor] = useState<AtDoor | null>(null)
  if (phase.at === 'door' && phase !== door) setDoor(phase)
  return door
}
