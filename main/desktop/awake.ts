import type { PowerSaveBlocker } from 'electron'

export type Awake = {
  /** While the host runs the laptop must not sleep: the room would lose it. */
  hosting(on: boolean): void
  /** While somebody looks, the display stays on; each reason counts for itself. */
  looking(reason: 'screen' | 'page', on: boolean): void
}

/** Holds off sleep for as long as there is a reason, and no longer. */
export function keepAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>): Awake {
  const reasons = new Set<'screen' | 'page'>()
  const app = held('prevent-app-suspension')
  const display = held('prevent-display-sleep')
  return {
    hosting: app,
    looking: (reason, on) => {
      if (on) reasons.add(reason)
      else reasons.delete(reason)
      display(reasons.size > 0)
    },
  }

  function held(type: 'prevent-app-suspension' | 'prevent-display-sleep') {
    let id: number | null = null
    return (on: boolean): void => {
      if (on && id === null) id = blocker.start(type)
      else if (!on && id !== null) {
        blocker.stop(id)
        id = null
      }
    }
  }
}
