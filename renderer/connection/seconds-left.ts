import { useEffect, useState } from 'react'
import { type Clocked, spokenMs } from '../../shared/meeting/floor/clock.ts'
import { useHall } from './hall-context.tsx'

type Timed = Clocked & { readonly limitSeconds: number }

/** So late, at most, a clock shows the next second. */
const LOOK_EVERY_MS = 100

/**
 * Whole seconds that a speech has left at `now`, by the host's clock: the limit during its first second, 0 when the time
 * is up, then negative; it stands still while the speech is paused. The same on every surface.
 */
export function secondsLeft(speech: Timed, now: number): number {
  return speech.limitSeconds - Math.floor(spokenMs(speech, now) / 1000)
}

/** As `secondsLeft`, second by second; `limitSeconds` while nobody speaks (null). */
export function useSecondsLeft(speech: Timed | null, limitSeconds: number): number {
  const client = useHall()
  const look = () => (speech === null ? limitSeconds : secondsLeft(speech, client.hostNow()))
  const [, draw] = useState(0)
  const runs = speech !== null && speech.runningSince !== null
  useEffect(() => {
    if (speech === null || !runs) return
    const timer = setInterval(() => draw(secondsLeft(speech, client.hostNow())), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [client, runs, speech])
  return look()
}
