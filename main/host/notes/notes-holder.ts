/** Who holds a pass to the notes. */
export type NotesHolder = {
  /** The name that others see beside the caret. */
  readonly seatName: string
  /** Asked on every frame: roles change while the pen is in the hand. */
  readonly rights: () => 'write' | 'read' | null
}
