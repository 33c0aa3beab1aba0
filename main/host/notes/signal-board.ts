import { assertNever } from '../../../shared/core/assert-never.ts'
import { type NotesCloseReason, notesCloseCodes } from '../../../shared/notes/close-codes.ts'
import { readTextFrame } from '../../../shared/notes/text-frames.ts'
import { notesFarewells } from '../../../shared/wording/notes-farewells.ts'
import { TokenBucket } from '../live/token-bucket.ts'
import type { NotesLine, NotesSocket } from './notes-socket.ts'
import { signalFrame } from './signal-frames.ts'
import { type Peer, SignalRoom } from './signal-room.ts'

/** Whoever knows no room has no business here. */
const JOIN_MS = 10_000
/** Unreadable frames, and messages to nobody, before the connection is closed. */
const MAX_STRIKES = 20
/** Meeting seven others takes some ten messages each. */
const FRAMES_PER_SECOND = 20
const FRAME_BURST = 200
const MAX_CONNECTIONS = 300
const MAX_BUFFERED_BYTES = 1024 * 1024

type Services = {
  readonly now: () => number
  /** Whether a room of this name is open now: knowing the name is the right to enter. */
  readonly isOpen: (room: string) => boolean
  readonly onClosed: (reason: NotesCloseReason) => void
}

type SignalPeer = Peer & { close(reason: NotesCloseReason): void }

/** y-webrtc's signalling, by name and to the one it is meant for; the host itself is never in a room. */
export class SignalBoard {
  readonly #services: Services
  readonly #rooms = new Map<string, SignalRoom>()
  readonly #peers = new Set<SignalPeer>()

  constructor(services: Services) {
    this.#services = services
  }

  connect(socket: NotesSocket, halted: NotesCloseReason | null): NotesLine {
    const { now, onClosed } = this.#services
    const rate = new TokenBucket(FRAMES_PER_SECOND, FRAME_BURST, now())
    let strikes = 0
    let open = true
    const over = () => {
      open = false
      clearTimeout(joining)
      this.#peers.delete(peer)
      this.#leaveAll(peer)
    }
    const peer: SignalPeer = {
      send: (frame) => {
        if (!open) return
        if (socket.bufferedBytes() > MAX_BUFFERED_BYTES) peer.close('tooSlow')
        else socket.send(JSON.stringify(frame))
      },
      close: (reason) => {
        if (!open) return
        socket.close(notesCloseCodes[reason], notesFarewells[reason])
        over()
        onClosed(reason)
      },
    }
    const joining = setTimeout(() => {
      if (![...this.#rooms.values()].some((room) => room.has(peer))) peer.close('noRoom')
    }, JOIN_MS)
    this.#peers.add(peer)
    if (halted !== null) peer.close(halted)
    else if (this.#peers.size > MAX_CONNECTIONS) peer.close('crowded')
    return {
      onText: (text) => {
        if (!open) return
        if (!rate.take(now())) return peer.close('tooFast')
        if (this.#handle(peer, text)) return
        strikes += 1
        if (strikes >= MAX_STRIKES) peer.close('malformed')
      },
      onBytes: () => peer.close('malformed'),
      onGone: over,
    }
  }

  /** Rooms that are no longer open are empty from now on. */
  roomsChanged(): void {
    for (const name of [...this.#rooms.keys()]) if (!this.#services.isOpen(name)) this.#rooms.delete(name)
  }

  closeAll(reason: NotesCloseReason): void {
    for (const peer of [...this.#peers]) peer.close(reason)
  }

  /** False for what nobody in order would send; a room that has been left since is no such thing. */
  #handle(peer: Peer, text: string): boolean {
    const frame = readTextFrame(signalFrame, text)
    if (frame === null) return false
    switch (frame.type) {
      case 'ping':
        peer.send({ type: 'pong' })
        return true
      case 'subscribe':
        for (const topic of frame.topics) this.#enter(peer, topic)
        return true
      case 'unsubscribe':
        for (const topic of frame.topics) this.#leave(peer, topic)
        return true
      case 'publish': {
        const room = this.#services.isOpen(frame.topic) ? this.#rooms.get(frame.topic) : undefined
        return room === undefined || room.publish(peer, frame.data)
      }
      default:
        return assertNever(frame)
    }
  }

  #enter(peer: Peer, name: string): void {
    if (!this.#services.isOpen(name)) return
    const room = this.#rooms.get(name) ?? new SignalRoom(name)
    if (room.enter(peer)) this.#rooms.set(name, room)
  }

  #leave(peer: Peer, name: string): void {
    const room = this.#rooms.get(name)
    room?.leave(peer)
    if (room?.isEmpty) this.#rooms.delete(name)
  }

  #leaveAll(peer: Peer): void {
    for (const name of [...this.#rooms.keys()]) this.#leave(peer, name)
  }
}
