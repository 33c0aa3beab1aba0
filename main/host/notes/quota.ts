import type { NotesHolder } from './notes-holder.ts'

/**
 * What one device may add to the notes of a meeting, bytes: a person who types for two hours makes some 300 KiB of small
 * updates. Whoever runs the meeting also writes for those without a device.
 */
export const SEAT_ALLOWANCE_BYTES = 512 * 1024
export const DESK_ALLOWANCE_BYTES = 4 * 1024 * 1024

/** How much each writer has added since the host was started: enough against one that never stops, and nothing to keep. */
export class Quota {
  readonly #added = new Map<string, number>()
  readonly #usedUp = new Set<string>()

  isUsedUp(writer: string): boolean {
    return this.#usedUp.has(writer)
  }

  /** Whether an update of this size may come in; the first that may not is the writer's last. */
  allows(by: Pick<NotesHolder, 'allowance' | 'writer'>, bytes: number): boolean {
    const { writer } = by
    if (this.#usedUp.has(writer)) return false
    if ((this.#added.get(writer) ?? 0) + bytes <= by.allowance()) return true
    this.#usedUp.add(writer)
    return false
  }

  /** Counts what was new in an update. */
  add(writer: string, bytes: number): void {
    this.#added.set(writer, (this.#added.get(writer) ?? 0) + bytes)
  }
}
