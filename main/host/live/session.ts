import type { CommandId, MeetingId } from '../../../shared/core/ids.ts'
import { type CloseReason, closeCodes } from '../../../shared/protocol/close-codes.ts'
import { type HostFrame, viewerKey } from '../../../shared/protocol/host-frames.ts'
import { MAX_FRAME_BYTES, MAX_OPERATOR_FRAME_BYTES } from '../../../shared/protocol/limits.ts'
import type { Rejection } from '../../../shared/protocol/rejections.ts'
import type { Viewer } from '../../../shared/roles/roles.ts'
import type { StreamName } from '../../../shared/streams/stream-name.ts'
import { farewells } from '../../../shared/wording/farewells.ts'
import { sentenceOf } from '../../../shared/wording/rejections.ts'
import type { LiveSocket } from './socket.ts'
import { TokenBucket } from './token-bucket.ts'

/** A client that has not taken so many bytes is dropped; it comes back and catches up. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024
/** The launch window is on this machine and is sent every stream of the folder at once, rosters of thousands among them. */
const MAX_OPERATOR_BUFFERED_BYTES = 256 * 1024 * 1024
/** Frames one connection may send: a tap is one frame, a returning client resends a few dozen at once. */
const FRAMES_PER_SECOND = 30
const FRAME_BURST = 200
/** Unreadable frames before the connection is closed. */
const MAX_STRIKES = 5
/** Frames over the rate before the connection is closed. */
const MAX_TOO_FAST = 100

export type Cursor = { readonly seq: number; readonly mark: string; readonly viewer: string }

/** How far a connection has come. */
export type Stage =
  | { readonly at: 'greeting' }
  | { readonly at: 'proving'; readonly publicKey: string; readonly nonce: string; readonly meetingId: MeetingId | null }
  | { readonly at: 'stranger'; readonly publicKey: string }
  | { readonly at: 'door'; readonly publicKey: string; readonly meetingId: MeetingId }
  | { readonly at: 'live'; readonly who: LiveIdentity; readonly viewer: Viewer; readonly viewerKey: string }
  | { readonly at: 'gone' }

export type LiveIdentity =
  | { readonly kind: 'operator' }
  | { readonly kind: 'screen'; readonly meetingId: MeetingId }
  | { readonly kind: 'device'; readonly meetingId: MeetingId; readonly publicKey: string }

/** One connection: its stage, what it follows, and its manners. What the frames mean is for the reception. */
export class Session {
  readonly socket: LiveSocket
  /** Streams this connection follows, and how far it has been told of each. */
  readonly follows = new Map<StreamName, number>()
  /** Where a returning client stood, used once when a stream is first sent. */
  readonly resume = new Map<StreamName, Cursor>()
  readonly #rate: TokenBucket
  readonly #beforeSending: (session: Session) => void
  readonly #onGone: (reason: CloseReason) => void
  #stage: Stage = { at: 'greeting' }
  #strikes = 0
  #tooFast = 0

  constructor(
    socket: LiveSocket,
    now: number,
    on: {
      /** Something is about to be sent: events that come before it go first. */
      readonly sending: (session: Session) => void
      readonly gone: (reason: CloseReason) => void
    },
  ) {
    this.socket = socket
    this.#rate = new TokenBucket(FRAMES_PER_SECOND, FRAME_BURST, now)
    this.#beforeSending = on.sending
    this.#onGone = on.gone
  }

  get stage(): Stage {
    return this.#stage
  }

  /** The key of the device behind this connection, once it is known. */
  get publicKey(): string | null {
    const stage = this.#stage
    if (stage.at === 'live') return stage.who.kind === 'device' ? stage.who.publicKey : null
    return stage.at === 'stranger' || stage.at === 'door' ? stage.publicKey : null
  }

  /** Device and meeting of somebody who may ask for a seat: at the door, or in already and asking for one more. */
  get asking(): { readonly publicKey: string; readonly meetingId: MeetingId } | null {
    const stage = this.#stage
    if (stage.at === 'door') return stage
    return stage.at === 'live' && stage.who.kind === 'device' ? stage.who : null
  }

  /** Largest frame that this connection may send, bytes. */
  get maxFrameBytes(): number {
    return this.#isOperator ? MAX_OPERATOR_FRAME_BYTES : MAX_FRAME_BYTES
  }

  moveTo(stage: Exclude<Stage, { at: 'live' }>): void {
    this.#stage = stage
    this.follows.clear()
  }

  goLive(who: LiveIdentity, viewer: Viewer): void {
    this.#stage = { at: 'live', who, viewer, viewerKey: viewerKey(viewer) }
  }

  get #isOperator(): boolean {
    return this.#stage.at === 'live' && this.#stage.who.kind === 'operator'
  }

  /** Whether one more frame may be handled now; answers and, in the end, closes when not. */
  mayHandle(now: number): boolean {
    // The launch window is on this machine and has proven itself; it brings in whole rosters at once.
    if (this.#isOperator) return true
    if (this.#rate.take(now)) return true
    this.#tooFast += 1
    if (this.#tooFast >= MAX_TOO_FAST) this.close('tooFast')
    else this.refuse('frame', { code: 'tooFast' })
    return false
  }

  /** An unreadable frame: told so, and closed when they keep coming. */
  strike(): void {
    this.#strikes += 1
    if (this.#strikes >= MAX_STRIKES) this.close('malformed')
    else this.refuse('frame', { code: 'malformed' })
  }

  send(frame: HostFrame): void {
    this.#beforeSending(this)
    this.sendText(JSON.stringify(frame))
  }

  /** An encoded frame, with nothing before it. */
  sendText(text: string | Buffer): void {
    if (this.#stage.at === 'gone') return
    const limit = this.#isOperator ? MAX_OPERATOR_BUFFERED_BYTES : MAX_BUFFERED_BYTES
    if (this.socket.bufferedBytes() > limit) this.close('tooSlow')
    else this.socket.send(text)
  }

  refuse(to: string, rejection: Rejection): void {
    this.send({ t: 'refused', to, rejection, sentence: sentenceOf(rejection) })
  }

  reject(id: CommandId, rejection: Rejection): void {
    this.send({ t: 'rejected', id, rejection, sentence: sentenceOf(rejection) })
  }

  close(reason: CloseReason): void {
    if (reason !== 'tooSlow') this.#beforeSending(this)
    if (this.#stage.at === 'gone') return
    const sentence = farewells[reason]
    // To one that does not read, more bytes are no help.
    if (reason !== 'tooSlow') this.socket.send(JSON.stringify({ t: 'goodbye', reason, sentence } satisfies HostFrame))
    this.socket.close(closeCodes[reason], sentence)
    this.#onGone(reason)
    this.#stage = { at: 'gone' }
  }

  /** The other end has gone by itself. */
  gone(): void {
    this.#stage = { at: 'gone' }
  }
}
