import { useEffect, useState } from 'react'
import { useHall } from '../../connection/hall-context.tsx'

const EVERY_MS = 1_000

/** The host's clock in ms since 1970, second by second while something runs. */
export function useRunningNow(runs: boolean): number {
  const client = useHall()
  const [, draw] = useState(0)
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => draw(client.hostNow()), EVERY_MS)
    return () => clearInterval(timer)
  }, [client, runs])
  return client.hostNow()
}
