import type { MeetingId } from '../../../shared/core/ids.ts'
import { type NotesFrame, writeFrame } from '../../../shared/notes/frames.ts'
import { Carets } from './carets.ts'
import type { NotesDocument } from './notes-document.ts'
import type { NotesJournal } from './notes-journal.ts'
import { Quota } from './quota.ts'

/** A page that is in a meeting's notes. */
export type Member = {
  readonly clientId: number
  readonly seatName: string
  readonly writer: string
  /** Bytes that this writer may add in all. */
  allowance(): number
  send(frame: Uint8Array): void
  sendCarets(carets: Uint8Array): void
  /** What it may do, or the room in which it meets others, may have changed. */
  tellRights(): void
}

type Services = {
  readonly document: NotesDocument
  readonly journal: NotesJournal
  /** The disk no longer takes anything: nothing is relayed or acknowledged from here on. Called once. */
  readonly onFailure: (error: Error) => void
  readonly onFault: (error: unknown) => void
}

/** The notes of one meeting: whatever leaves here, to anybody, is on the disk before. */
export class MeetingNotes {
  readonly meetingId: MeetingId
  readonly document: NotesDocument
  readonly carets: Carets
  readonly #services: Services
  readonly #members = new Set<Member>()
  readonly #quota = new Quota()
  /** Everything that waits for the disk, in order. */
  #tail: Promise<void> = Promise.resolve()
  #failed = false

  constructor(meetingId: MeetingId, services: Services) {
    this.meetingId = meetingId
    this.document = services.document
    this.carets = new Carets((position) => services.document.holdsPosition(position))
    this.#services = services
  }

  /** Makes the fragments of these items, once each; resolves when they are on the disk. */
  withItems(itemIds: readonly string[]): Promise<void> {
    this.#write(this.document.declare(itemIds), null)
    return this.settled()
  }

  /** Whether this writer can add nothing more: the notes, or its own part of them, are full. */
  isFullFor(writer: string): boolean {
    return this.document.isFull || this.#quota.isUsedUp(writer)
  }

  /**
   * What became of an update; whatever is new in it is written and then relayed to everybody but its author. `full`: it was
   * not looked at, since there is no room for it.
   */
  receive(update: Uint8Array, author: Member): 'ok' | 'gap' | 'foreign' | 'full' {
    if (!this.document.hasRoomFor(update.length) || !this.#quota.allows(author, update.length)) return 'full'
    const { fresh, verdict } = this.document.apply(update)
    for (const { length } of fresh) this.#quota.add(author.writer, length)
    this.#write(fresh, author)
    return verdict
  }

  /**
   * Answers with what one with this state vector lacks, once that is on the disk, and relays from then on. False when it is
   * no state vector.
   */
  answer(member: Member, stateVector: Uint8Array): boolean {
    const update = this.document.missingFor(stateVector)
    if (update === null) return false
    this.afterWrites(() => {
      member.send(writeFrame({ kind: 'syncStep2', update }))
      if (this.#members.has(member)) return
      this.#members.add(member)
      this.carets.join(member)
    })
    return true
  }

  leave(member: Member): void {
    this.carets.hide(member)
    // Behind whatever would still let it in.
    this.afterWrites(() => {
      this.#members.delete(member)
      this.carets.leave(member)
    })
  }

  tellRights(): void {
    for (const member of [...this.#members]) member.tellRights()
  }

  /** Runs `act` when everything accepted so far is on the disk and relayed; never, once the disk has failed. */
  afterWrites(act: () => void): void {
    this.#tail = this.#tail.then(() => {
      if (this.#failed) return
      try {
        act()
      } catch (error) {
        this.#services.onFault(error)
      }
    })
  }

  /** Resolves when everything accepted so far is on the disk (or never will be). */
  async settled(): Promise<void> {
    await this.#tail
  }

  async end(): Promise<void> {
    this.carets.end()
    await this.#tail
    await this.#services.journal.close()
    this.document.end()
  }

  #write(updates: readonly Uint8Array[], author: Member | null): void {
    for (const update of updates) {
      const written = this.#services.journal.append(update)
      // Looked at in its turn; until then nobody else does.
      written.catch(() => undefined)
      this.#tail = this.#tail
        .then(() => written)
        .then(
          () => this.#relay({ kind: 'update', update }, author),
          (error: Error) => this.#fail(error),
        )
    }
  }

  #relay(frame: NotesFrame, author: Member | null): void {
    if (this.#failed) return
    const bytes = writeFrame(frame)
    for (const member of this.#members) if (member !== author) member.send(bytes)
  }

  #fail(error: Error): void {
    if (this.#failed) return
    this.#failed = true
    this.#services.onFailure(error)
  }
}
