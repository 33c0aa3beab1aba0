import { useState } from 'react'
import type { Phase } from '../../../shared/client/phase.ts'

export type Standing = Exclude<Phase, { at: 'offline' }>

/** How far the page has come; while the line is down it goes on showing what it had reached. */
export function useStanding(phase: Phase): Standing {
  const [standing, setStanding] = useState<Standing>({ at: 'connecting' })
  if (phase.at !== 'offline' && phase.at !== 'connecting' && phase !== standing) setStanding(phase)
  return standing
}
