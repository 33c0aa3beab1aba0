/** Wrong codes before an address has to wait. */
const FREE_GUESSES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000
/** An address that has been quiet for so long starts anew. */
const FORGET_AFTER_MS = 3_600_000
const MAX_ADDRESSES = 10_000

type Record = { readonly wrong: number; readonly until: number; readonly at: number }

/**
 * Slows down whoever guesses meeting codes: after five wrong ones each further one doubles the wait. At the longest
 * wait a million codes take a lifetime from one address.
 */
export class GuessLimiter {
  readonly #records = new Map<string, Record>()

  /** How long this address must wait, ms; 0 when it may try. */
  waitFor(address: string, now: number): number {
    const record = this.#records.get(address)
    return record === undefined ? 0 : Math.max(0, record.until - now)
  }

  wrong(address: string, now: number): void {
    const record = this.#records.get(address)
    const wrong = (record === undefined || now - record.at > FORGET_AFTER_MS ? 0 : record.wrong) + 1
    const over = wrong - FREE_GUESSES
    const wait = over < 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** over)
    this.#records.delete(address)
    this.#records.set(address, { wrong, until: now + wait, at: now })
    if (this.#records.size <= MAX_ADDRESSES) return
    const oldest = this.#records.keys().next().value
    if (oldest !== undefined) this.#records.delete(oldest)
  }

  right(address: string): void {
    this.#records.delete(address)
  }
}
