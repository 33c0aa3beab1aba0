/** As much of a speech as its clock needs; times are ms since 1970 by the host's clock. */
export type Clocked = {
  readonly usedMs: number
  /** Null: paused. */
  readonly runningSince: number | null
}

/** How long somebody has spoken at `now`, in ms, pauses left out. */
export const spokenMs = ({ runningSince, usedMs }: Clocked, now: number): number =>
  usedMs + (runningSince === null ? 0 : Math.max(0, now - runningSince))

/** When the time of a speech is up, ms since 1970; null while it is paused. */
export const deadline = ({ limitSeconds, runningSince, usedMs }: Clocked & { readonly limitSeconds: number }) =>
  runningSince === null ? null : runningSince + limitSeconds * 1000 - usedMs
