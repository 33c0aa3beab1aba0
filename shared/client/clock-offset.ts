/** Samples kept: the best of the last minutes decides. */
const SAMPLES = 16
/** What two good clocks may drift apart within the samples kept, ms. */
const DRIFT_MS = 50

type Sample = { readonly roundTrip: number; readonly offset: number }

/**
 * How far the host's clock is ahead of ours, ms. Of several echoes the one with the shortest round trip is the best
 * measure: its error is at most half that round trip.
 */
export class ClockOffset {
  #samples: readonly Sample[] = []
  #hint = 0

  /** A word of the host's stamped `at`, received at `received`: it counts until the first echo. */
  hint(at: number, received: number): void {
    this.#hint = at - received
  }

  /** An echo: sent at `sent` and received at `received` by our clock, stamped `at` by the host's. */
  add(sent: number, at: number, received: number): void {
    const roundTrip = received - sent
    if (!(roundTrip >= 0)) return
    const sample = { roundTrip, offset: at - (sent + received) / 2 }
    const agreeing = this.#samples.filter((one) => agree(one, sample))
    this.#samples = [...agreeing, sample].slice(-SAMPLES)
  }

  /** The offset in ms; what was hinted before the first echo, 0 before that. */
  get(): number {
    let best: Sample | null = null
    for (const sample of this.#samples) if (best === null || sample.roundTrip <= best.roundTrip) best = sample
    return best?.offset ?? this.#hint
  }
}

/** Both can be right; where they cannot, one of the clocks was set in between, and the older says nothing any more. */
const agree = (a: Sample, b: Sample): boolean =>
  Math.abs(a.offset - b.offset) <= (a.roundTrip + b.roundTrip) / 2 + DRIFT_MS
