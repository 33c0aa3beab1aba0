import { useRef } from 'react'
import type { Phase } from '../../shared/client/phase.ts'

/** The phase to draw: while the line is down, the one before, so that the work stays in view. */
export function useLastPhase(phase: Phase): Phase {
  const last = useRef(phase)
  if (phase.at !== 'offline' && phase.at !== 'connecting') last.current = phase
  return phase.at === 'offline' ? last.current : phase
}
