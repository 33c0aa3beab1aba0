type Sent = { readonly frame: number; readonly edits: number }

/** Which edits of this page the host has not yet said to be on its disk. Frames count from 1 on every connection. */
export class Unsaved {
  #sent: readonly Sent[] = []
  /** Edits that are in no frame of this connection; null when there are none. */
  #waiting: number | null = null

  /** Edits by this person that are not known to be saved. */
  get edits(): number {
    return this.#sent.reduce((sum, { edits }) => sum + edits, this.#waiting ?? 0)
  }

  /** Whether the host has everything; also what peers brought counts here. */
  get isEmpty(): boolean {
    return this.#waiting === null && this.#sent.length === 0
  }

  /** `edits` 0: nothing of this person's, but something that the host may lack. */
  add(edits: number): void {
    this.#waiting = (this.#waiting ?? 0) + edits
  }

  /** What waited left with this frame. */
  sentWaiting(frame: number): void {
    if (this.#waiting !== null) this.#sent = [...this.#sent, { frame, edits: this.#waiting }]
    this.#waiting = null
  }

  /** The host asked for all that it lacks: whatever it said or will say of earlier frames, this one carries everything. */
  sentAll(frame: number): void {
    if (!this.isEmpty) this.#sent = [{ frame, edits: this.edits }]
    this.#waiting = null
  }

  saved(frames: number): void {
    this.#sent = this.#sent.filter(({ frame }) => frame > frames)
  }

  /** The connection is gone, and with it every answer. */
  lineLost(): void {
    if (!this.isEmpty) this.#waiting = this.edits
    this.#sent = []
  }
}
