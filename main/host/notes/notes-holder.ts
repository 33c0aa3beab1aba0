/** Who holds a pass to the notes. */
export type NotesHolder = {
  /** The name that others see beside the caret. */
  readonly seatName: string
  /** The same for all connections of one device. */
  readonly writer: string
  /** Bytes that this writer may add to one meeting's notes, asked on every update; see `quota.ts`. */
  readonly allowance: () => number
  /** Asked on every frame: roles change while the pen is in the hand. */
  readonly rights: () => 'write' | 'read' | null
}
