import { useEffect, useState } from 'react'
import { useHall } from './hall-context.tsx'

type Speech = { readonly startedAt: number; readonly limitSeconds: number }

/** So late, at most, a clock shows the next second. */
const LOOK_EVERY_MS = 100

/**
 * Whole seconds that a speech has left at `now`, by the host's clock: the limit during its first second, 0 when the time
 * is up, then negative. The same on every surface.
 */
export function secondsLeft({ limitSeconds, startedAt }: Speech, now: number): number {
  return Math.min(limitSeconds, limitSeconds - Math.floor((now - startedAt) / 1000))
}

/** As `secondsLeft`, second by second; `limitSeconds` while nobody speaks (`startedAt` is null). */
export function useSecondsLeft(startedAt: number | null, limitSeconds: number): number {
  const client = useHall()
  const look = () => (startedAt === null ? limitSeconds : secondsLeft({ startedAt, limitSeconds }, client.hostNow()))
  const [, draw] = useState(0)
  useEffect(() => {
    if (startedAt === null) return
    const timer = setInterval(() => draw(secondsLeft({ startedAt, limitSeconds }, client.hostNow())), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [client, limitSeconds, startedAt])
  return look()
}
