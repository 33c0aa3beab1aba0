import { bytesToHex } from '@noble/hashes/utils.js'
import type { MeetingId, RandomBytes } from '../../../shared/core/ids.ts'
import type { NotesHolder } from './notes-holder.ts'

/** A pass that was not used within this time is void: a page uses it at once. */
const PASS_VALID_MS = 30_000
const TOKEN_BYTES = 16
/** Passes waiting to be used; beyond that the oldest become void. */
const MAX_WAITING = 2_000

type Waiting = { readonly meetingId: MeetingId; readonly holder: NotesHolder; readonly until: number }

/** Tokens, each good for one connection soon after it was given out. */
export class Passes {
  readonly #waiting = new Map<string, Waiting>()
  readonly #now: () => number
  readonly #random: RandomBytes

  constructor({ now, random }: { readonly now: () => number; readonly random: RandomBytes }) {
    this.#now = now
    this.#random = random
  }

  give(meetingId: MeetingId, holder: NotesHolder): string {
    const token = bytesToHex(this.#random(TOKEN_BYTES))
    for (const [old, { until }] of this.#waiting) {
      if (until >= this.#now() && this.#waiting.size < MAX_WAITING) break
      this.#waiting.delete(old)
    }
    this.#waiting.set(token, { meetingId, holder, until: this.#now() + PASS_VALID_MS })
    return token
  }

  /** Whose token this is, once; null when it is nobody's, was used or is too old. */
  take(token: string): { readonly meetingId: MeetingId; readonly holder: NotesHolder } | null {
    const found = this.#waiting.get(token)
    this.#waiting.delete(token)
    return found !== undefined && found.until >= this.#now() ? found : null
  }
}
