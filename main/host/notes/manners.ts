import { TokenBucket } from '../live/token-bucket.ts'

/** A page gathers what is typed within 40 ms into one frame, so 30 a second is more than a person makes. */
const FRAMES_PER_SECOND = 30
const FRAME_BURST = 120
/** 64 KiB a second, and half a megabyte at once for whoever comes back with much. */
const BYTES_PER_TOKEN = 1024
const BYTE_TOKENS_PER_SECOND = 64
const BYTE_TOKEN_BURST = 512
/** Asking for the document costs the host most; a page does so when it connects and after it met peers. */
const SYNCS_PER_SECOND = 1
const SYNC_BURST = 5

/** What one connection may send. */
export class Manners {
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  readonly #syncs: TokenBucket

  constructor(now: number) {
    this.#frames = new TokenBucket(FRAMES_PER_SECOND, FRAME_BURST, now)
    this.#bytes = new TokenBucket(BYTE_TOKENS_PER_SECOND, BYTE_TOKEN_BURST, now)
    this.#syncs = new TokenBucket(SYNCS_PER_SECOND, SYNC_BURST, now)
  }

  /** Whether one more frame of this size may be handled now. */
  allow(bytes: number, now: number): boolean {
    if (!this.#frames.take(now)) return false
    for (let left = bytes; left > 0; left -= BYTES_PER_TOKEN) if (!this.#bytes.take(now)) return false
    return true
  }

  allowSync(now: number): boolean {
    return this.#syncs.take(now)
  }
}
