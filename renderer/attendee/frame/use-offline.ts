import { useHall } from '../../connection/hall-context.tsx'
import { useLasting } from '../../ui/use-lasting.ts'

/** After so long the line will not come back by itself within a breath: then the person is told what to look at. */
const LONG_MS = 20_000

/** Whether the line is down, and whether it has been for long. */
export function useOffline(): 'no' | 'offline' | 'long' {
  const { phase } = useHall()
  const down = phase.at === 'offline' || phase.at === 'connecting'
  const long = useLasting(down, LONG_MS)
  if (!down) return 'no'
  return long ? 'long' : 'offline'
}
