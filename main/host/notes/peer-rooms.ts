import { bytesToHex } from '@noble/hashes/utils.js'
import type { MeetingId, RandomBytes } from '../../../shared/core/ids.ts'
import type { NotesHolder } from './notes-holder.ts'

/** 128 bits: the name is the key to the room. */
const NAME_BYTES = 16
/** Holders remembered of one room; the next one opens a new room, into which everybody moves. */
const MAX_HOLDERS = 2_000

type Room = { readonly name: string; readonly holders: Set<NotesHolder> }

type Services = {
  readonly random: RandomBytes
  /** Whether peers may meet at all: a switch of the operator. */
  readonly mayMeet: () => boolean
  /** Called when a meeting's room is left; those who still write are to be told the next one. */
  readonly onLeft: (meetingId: MeetingId) => void
}

/** The rooms in which writers meet directly. A room whose name somebody knows who may no longer write is left. */
export class PeerRooms {
  readonly #rooms = new Map<MeetingId, Room>()
  readonly #services: Services

  constructor(services: Services) {
    this.#services = services
  }

  /** The room's name for somebody who may write now; null for everybody else, and where peers may not meet. */
  nameFor(meetingId: MeetingId, holder: NotesHolder): string | null {
    if (!this.#services.mayMeet() || holder.rights() !== 'write') return null
    if ((this.#rooms.get(meetingId)?.holders.size ?? 0) >= MAX_HOLDERS) this.#leave(meetingId)
    const room = this.#rooms.get(meetingId) ?? {
      name: `room-${bytesToHex(this.#services.random(NAME_BYTES))}`,
      holders: new Set(),
    }
    this.#rooms.set(meetingId, room)
    room.holders.add(holder)
    return room.name
  }

  isOpen(name: string): boolean {
    return this.#services.mayMeet() && [...this.#rooms.values()].some((room) => room.name === name)
  }

  /** Leaves every room that somebody knows who no longer may, and all of them when peers may not meet. */
  rightsChanged(): void {
    const mayMeet = this.#services.mayMeet()
    for (const [meetingId, { holders }] of [...this.#rooms]) {
      if (!mayMeet || [...holders].some((holder) => holder.rights() !== 'write')) this.#leave(meetingId)
    }
  }

  #leave(meetingId: MeetingId): void {
    this.#rooms.delete(meetingId)
    this.#services.onLeft(meetingId)
  }
}
