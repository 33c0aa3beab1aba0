import type { MeetingId, RandomBytes } from '../../../shared/core/ids.ts'
import type { NotesCloseReason } from '../../../shared/notes/close-codes.ts'
import type { NotesNode } from '../../../shared/notes/notes-json.ts'
import type { NotesPass } from '../../../shared/protocol/host-frames.ts'
import type { Storage } from '../storage/storage.ts'
import { MeetingNotes } from './meeting-notes.ts'
import { type Admitted, NotesConnection } from './notes-connection.ts'
import { NotesDocument } from './notes-document.ts'
import type { NotesHolder } from './notes-holder.ts'
import { openNotesJournal } from './notes-journal.ts'
import type { NotesLog } from './notes-log.ts'
import type { NotesLine, NotesSocket } from './notes-socket.ts'
import { Passes } from './passes.ts'
import { PeerRooms } from './peer-rooms.ts'
import { SignalBoard } from './signal-board.ts'

/** A seat has one page open; more than this is no hall. */
const MAX_CONNECTIONS = 1_000
/**
 * Sockets that have not yet shown a pass: a page shows its own as its first frame. In all, and from one address: a room
 * of phones behind one router comes back at the same moment.
 */
const MAX_GREETING = 200
const MAX_GREETING_PER_ADDRESS = 60

export type NotesServices = {
  readonly storage: Storage
  readonly now: () => number
  readonly random: RandomBytes
  readonly log: NotesLog
  /** The disk no longer takes anything. Called once; every page has been told. */
  readonly onFailure: (error: Error) => void
  /** Whether writers on secure pages may meet each other directly. */
  readonly mayMeet: () => boolean
}

/** The notes of all meetings of a host: who may come in, who is in, and what is written. */
export class NotesBoard {
  readonly #services: NotesServices
  readonly #passes: Passes
  readonly #rooms: PeerRooms
  readonly #signals: SignalBoard
  readonly #opening = new Map<MeetingId, Promise<void>>()
  readonly #open = new Map<MeetingId, MeetingNotes>()
  readonly #damaged = new Set<MeetingId>()
  readonly #connections = new Set<NotesConnection>()
  /** Those without a pass so far, with their addresses. */
  readonly #greeting = new Map<NotesConnection, string>()
  #halted: 'storageFailed' | 'hostEnding' | null = null

  constructor(services: NotesServices) {
    this.#services = services
    this.#passes = new Passes(services)
    this.#rooms = new PeerRooms({ ...services, onLeft: (meetingId) => this.#tellSoon(meetingId) })
    this.#signals = new SignalBoard({
      now: services.now,
      isOpen: (room) => this.#rooms.isOpen(room),
      onClosed: (reason) => services.log({ event: 'notesClosed', reason }),
    })
  }

  /**
   * Loads a meeting's notes, once. Damaged notes are logged and stay closed, the meeting goes on without them. Rejects when
   * the disk fails.
   */
  open(meetingId: MeetingId): Promise<void> {
    const opening = this.#opening.get(meetingId) ?? this.#load(meetingId)
    this.#opening.set(meetingId, opening)
    return opening
  }

  /** Makes the fragments of these agenda items, once each; resolves when they are on the disk. */
  async withItems(meetingId: MeetingId, itemIds: readonly string[]): Promise<void> {
    await this.open(meetingId)
    await this.#open.get(meetingId)?.withItems(itemIds)
  }

  /** A pass for one connection; null when the holder may not read, or there are no notes to be had. */
  pass(meetingId: MeetingId, holder: NotesHolder): NotesPass | null {
    const notes = this.#open.get(meetingId)
    if (holder.rights() === null || this.#halted !== null || notes === undefined) return null
    const limited = withinLimits(holder, notes)
    const token = this.#passes.give(meetingId, limited)
    return { token, write: limited.rights() === 'write', room: this.#rooms.nameFor(meetingId, limited) }
  }

  /** A socket on `/notes`. */
  connect(socket: NotesSocket): NotesLine {
    const connection: NotesConnection = new NotesConnection(socket, {
      now: this.#services.now,
      admit: (token) => {
        const admitted = this.#admit(token)
        if (admitted !== null) this.#greeting.delete(connection)
        return admitted
      },
      roomFor: ({ holder, notes }) => this.#rooms.nameFor(notes.meetingId, holder),
      onOver: (over, reason) => this.#over(over, reason),
    })
    this.#connections.add(connection)
    this.#greeting.set(connection, socket.address)
    if (this.#halted !== null) connection.close(this.#halted)
    else if (this.#isCrowded(socket.address)) connection.close('crowded')
    return connection
  }

  /** A socket on `/signal`. */
  signal(socket: NotesSocket): NotesLine {
    return this.#signals.connect(socket, this.#halted)
  }

  /** Somebody got or lost the pen, or may no longer read, or peers may meet or not: everybody concerned is told. */
  rightsChanged(): void {
    this.#rooms.rightsChanged()
    this.#signals.roomsChanged()
    for (const notes of this.#open.values()) notes.tellRights()
  }

  /** Whether the file of these notes, which have been opened before, cannot be read: nobody gets in, nothing is printed. */
  isDamaged(meetingId: MeetingId): boolean {
    return this.#damaged.has(meetingId)
  }

  /** What is written under each item, as ProseMirror JSON, with all that was accepted so far. */
  texts(meetingId: MeetingId): ReadonlyMap<string, NotesNode> {
    return this.#open.get(meetingId)?.document.texts() ?? new Map()
  }

  /** Resolves when everything that was accepted so far is on the disk: before a paper is made of it. */
  async settled(meetingId: MeetingId): Promise<void> {
    await this.#open.get(meetingId)?.settled()
  }

  /** Tells every page, waits for what was accepted, and closes the files. */
  async end(): Promise<void> {
    this.#halt('hostEnding')
    await Promise.allSettled(this.#opening.values())
    await Promise.all([...this.#open.values()].map((notes) => notes.end()))
  }

  async #load(meetingId: MeetingId): Promise<void> {
    const found = await openNotesJournal(meetingId, this.#services)
    if (found === null) {
      this.#damaged.add(meetingId)
      return
    }
    const document = new NotesDocument()
    document.load(found.updates)
    const notes = new MeetingNotes(meetingId, {
      document,
      journal: found.journal,
      onFailure: (error) => this.#failed(error),
      onFault: (error) => this.#fault(error),
    })
    this.#open.set(meetingId, notes)
  }

  #admit(token: string): Admitted | null {
    const pass = this.#passes.take(token)
    const notes = pass === null ? undefined : this.#open.get(pass.meetingId)
    return pass === null || notes === undefined ? null : { notes, holder: pass.holder }
  }

  #isCrowded(address: string): boolean {
    if (this.#connections.size > MAX_CONNECTIONS || this.#greeting.size > MAX_GREETING) return true
    let fromThere = 0
    for (const from of this.#greeting.values()) if (from === address) fromThere += 1
    return fromThere > MAX_GREETING_PER_ADDRESS
  }

  #over(connection: NotesConnection, reason: NotesCloseReason | null): void {
    this.#connections.delete(connection)
    this.#greeting.delete(connection)
    // Whoever may write no more leaves the room of the writers.
    if (reason === 'full') this.rightsChanged()
    if (reason !== null) this.#services.log({ event: 'notesClosed', reason })
  }

  /** Later, since a room may be left in the middle of telling somebody its name. */
  #tellSoon(meetingId: MeetingId): void {
    setImmediate(() => {
      this.#signals.roomsChanged()
      this.#open.get(meetingId)?.tellRights()
    })
  }

  #fault(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error)
    this.#services.log({ event: 'fault', where: 'notes', error: text })
  }

  #failed(error: Error): void {
    // While the host ends, nobody is there any more who could have written.
    if (this.#halted !== null) return this.#fault(error)
    this.#halt('storageFailed')
    this.#services.onFailure(error)
  }

  #halt(reason: 'storageFailed' | 'hostEnding'): void {
    this.#halted = reason
    for (const connection of [...this.#connections]) connection.close(reason)
    this.#signals.closeAll(reason)
  }
}

/** Where there is no room for anything more, writers are readers. */
function withinLimits(holder: NotesHolder, notes: MeetingNotes): NotesHolder {
  const rights = () => {
    const given = holder.rights()
    return given === 'write' && notes.isFullFor(holder.writer) ? 'read' : given
  }
  return { seatName: holder.seatName, writer: holder.writer, allowance: holder.allowance, rights }
}
