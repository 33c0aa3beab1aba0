import { utf8ToBytes } from '@noble/hashes/utils.js'
import { assertNever } from '../core/assert-never.ts'
import {
  type BallotId,
  ballotId,
  type CommandId,
  commandId,
  type MeetingId,
  type SeatId,
  type VoteId,
} from '../core/ids.ts'
import { signText } from '../identity/device-key.ts'
import { ballotText, challengeText } from '../identity/signed-text.ts'
import type { ClientFrame, Identity } from '../protocol/client-frames.ts'
import type { CloseReason } from '../protocol/close-codes.ts'
import type { AdmissionRequest, HostFrame, MeetingNotice } from '../protocol/host-frames.ts'
import { MAX_FRAME_BYTES } from '../protocol/limits.ts'
import type { Rejection } from '../protocol/rejections.ts'
import { PROTOCOL } from '../protocol/version.ts'
import { meetingStream, type StreamName } from '../streams/stream-name.ts'
import { sentenceOf } from '../wording/rejections.ts'
import { ClockOffset } from './clock-offset.ts'
import { Copies } from './copies.ts'
import { Line } from './line.ts'
import { type Answer, Outbox } from './outbox.ts'
import { type AtDoor, isFinal, type Phase, type Who } from './phase.ts'
import type { Runtime } from './transport.ts'

/** After the host has dropped frames that came too fast, what has no answer is sent again. */
const RESEND_AFTER_MS = 2_000

const refusal = (rejection: Rejection): Answer => ({ ok: false, rejection, sentence: sentenceOf(rejection) })

type Asking =
  | { readonly t: 'claim'; readonly seatId: SeatId; readonly takeover: boolean }
  | { readonly t: 'walkIn'; readonly name: string }

/** A connection to the hall that comes back by itself: copies of the streams, and commands that arrive exactly once. */
export class HallClient {
  readonly copies = new Copies()
  readonly #runtime: Runtime
  readonly #who: Who
  readonly #line: Line
  readonly #outbox = new Outbox()
  readonly #clock = new ClockOffset()
  readonly #listeners = new Set<() => void>()
  #phase: Phase = { at: 'connecting' }
  #names: Readonly<Record<string, string>> = {}
  #admissions: readonly AdmissionRequest[] = []
  #meetings: readonly MeetingNotice[] = []
  #refusal: Extract<HostFrame, { t: 'refused' }> | null = null
  #code: string | null = null
  #asking: Asking | null = null
  /** The door at which we stand or last stood. */
  #door: AtDoor | null = null
  /** The meeting we are in or wait for: told to the host on every connection. */
  #meetingId: MeetingId | null
  #stopResending: (() => void) | null = null

  constructor(runtime: Runtime, who: Who) {
    this.#runtime = runtime
    this.#who = who
    this.#meetingId = who.kind === 'device' ? who.meetingId : null
    this.#line = new Line(runtime, {
      onUp: () => this.#greet(),
      onText: (text) => this.#onText(text),
      onDown: (reason) => this.#onDown(reason),
    })
  }

  get phase(): Phase {
    return this.#phase
  }

  /** Names by seat, as far as this viewer may see them. */
  get names(): Readonly<Record<string, string>> {
    return this.#names
  }

  get admissions(): readonly AdmissionRequest[] {
    return this.#admissions
  }

  get meetings(): readonly MeetingNotice[] {
    return this.#meetings
  }

  /** The last refusal of something that was no command (a wrong code, a taken seat); null after the next step. */
  get refusal(): Extract<HostFrame, { t: 'refused' }> | null {
    return this.#refusal
  }

  /** Commands sent or waiting to be sent that have no answer yet. */
  get unanswered(): number {
    return this.#outbox.size
  }

  /** The host's clock now, ms since 1970, as well as we can tell. */
  hostNow(): number {
    return this.#runtime.now() + this.#clock.get()
  }

  /** Calls `listener` after every change; the function returned takes it back. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  enter(code: string): void {
    this.#code = code
    this.#asking = null
    this.#refusal = null
    this.#sendNow({ t: 'enter', code })
  }

  claim(seatId: SeatId, takeover = false): void {
    this.#ask({ t: 'claim', seatId, takeover })
  }

  walkIn(name: string): void {
    this.#ask({ t: 'walkIn', name })
  }

  admit({ publicKey, seatId }: Pick<AdmissionRequest, 'publicKey' | 'seatId'>): Promise<Answer> {
    return this.#answered((id) => ({ t: 'admit', id, publicKey, seatId }))
  }

  turnAway({ publicKey, seatId }: Pick<AdmissionRequest, 'publicKey' | 'seatId'>): Promise<Answer> {
    return this.#answered((id) => ({ t: 'turnAway', id, publicKey, seatId }))
  }

  /** Sends a command, now or when the connection is back; resolves with its one answer. */
  send(stream: StreamName | 'contacts', seatId: SeatId | null, type: string, data: unknown): Promise<Answer> {
    return this.#answered((id) => ({ t: 'command', id, stream, seatId, type, data }))
  }

  /** Hands in a named ballot, signed by this device. */
  castBallot(
    meetingId: MeetingId,
    voteId: VoteId,
    seatId: SeatId,
    option: 'for' | 'against' | 'abstain',
  ): Promise<Answer> {
    const who = this.#who
    if (who.kind !== 'device') throw new Error('only a device has a key to sign with')
    const ballot: BallotId = ballotId.mint(this.#runtime.random)
    return this.#answered((id) => {
      const fields = { voteId, ballotId: ballot, option, seatId }
      const signature = signText(who.key, ballotText({ ...fields, meetingId, commandId: id }))
      const data = { ...fields, signature }
      return { t: 'command', id, stream: meetingStream(meetingId), seatId, type: 'castBallot', data }
    })
  }

  /** Leaves for good. Commands without an answer stay unanswered. */
  close(): void {
    this.#stopResendingLater()
    this.#line.end()
  }

  #answered(frame: (id: CommandId) => ClientFrame): Promise<Answer> {
    const id = commandId.mint(this.#runtime.random)
    const text = JSON.stringify(frame(id))
    // The host would cut the connection, and sending it again on the next one would never end.
    if (utf8ToBytes(text).length > MAX_FRAME_BYTES) return Promise.resolve(refusal({ code: 'tooLarge' }))
    const answer = this.#outbox.add(id, text)
    if (this.#phase.at === 'live') this.#line.send(text)
    return answer
  }

  #ask(asking: Asking): void {
    this.#asking = asking
    this.#refusal = null
    this.#sendNow(asking)
  }

  #sendNow(frame: ClientFrame): void {
    this.#line.send(JSON.stringify(frame))
  }

  #greet(): void {
    this.#sendNow({ t: 'hello', protocol: PROTOCOL.current, as: this.#identity(), resume: [...this.copies.cursors()] })
  }

  #identity(): Identity {
    const who = this.#who
    if (who.kind !== 'device') return who
    return { kind: 'device', publicKey: who.key.publicKey, meetingId: this.#meetingId }
  }

  #onText(text: string): void {
    // The host is the authority and of our own protocol version: its frames are taken as they are.
    this.#onFrame(JSON.parse(text) as HostFrame)
    this.#changed()
  }

  #onFrame(frame: HostFrame): void {
    switch (frame.t) {
      case 'challenge':
        return this.#prove(frame)
      case 'stranger':
        this.#phase = { at: 'stranger' }
        return this.#code === null ? undefined : this.#sendNow({ t: 'enter', code: this.#code })
      case 'door':
        return this.#atDoor(frame)
      case 'waiting':
        if (this.#phase.at !== 'live') this.#phase = { at: 'waiting', seatId: frame.seatId }
        return
      case 'welcome':
        return this.#welcomed(frame)
      case 'snapshot':
        return this.copies.snapshot(frame)
      case 'events':
        return this.copies.events(frame)
      case 'ack':
        return this.#outbox.settle(frame.id, { ok: true, seq: frame.seq })
      case 'rejected':
        return this.#outbox.settle(frame.id, { ok: false, rejection: frame.rejection, sentence: frame.sentence })
      case 'refused':
        return this.#refused(frame)
      case 'names':
        this.#names = frame.names
        return
      case 'admissions':
        this.#admissions = frame.requests
        return
      case 'meetings':
        this.#meetings = frame.meetings
        return
      case 'pong':
        return this.#clock.add(frame.sent, frame.at, this.#runtime.now())
      case 'goodbye':
        // The close code that follows says the same.
        return
      default:
        return assertNever(frame)
    }
  }

  #prove({ hostId, nonce }: Extract<HostFrame, { t: 'challenge' }>): void {
    const who = this.#who
    if (who.kind !== 'device') return
    this.#sendNow({ t: 'proof', signature: signText(who.key, challengeText(hostId, nonce, who.key.publicKey)) })
  }

  #atDoor({ meetingId, seats, title }: Extract<HostFrame, { t: 'door' }>): void {
    if (this.#phase.at === 'live') {
      if (this.#phase.meetingId === meetingId) return
      // We have left the meeting that we were in.
      this.copies.keepOnly([])
    }
    this.#door = { at: 'door', meetingId, title, seats }
    this.#phase = this.#door
    this.#meetingId = meetingId
    // Back after a break: whoever was waiting goes on waiting.
    if (this.#asking !== null) this.#sendNow(this.#asking)
  }

  #welcomed({ meetingId, streams, viewer }: Extract<HostFrame, { t: 'welcome' }>): void {
    const wasLive = this.#phase.at === 'live'
    this.#phase = { at: 'live', viewer, meetingId }
    this.#meetingId = meetingId
    // A seat that we still wait for is asked for again; a walk-in's has come.
    if (this.#asking?.t !== 'claim' || viewer.seats.includes(this.#asking.seatId)) this.#asking = null
    this.#refusal = null
    this.#line.settled()
    this.copies.keepOnly(streams)
    // Whoever still runs the meeting is sent these again at once.
    this.#admissions = []
    this.#meetings = []
    if (wasLive) return
    this.#line.ping()
    if (this.#asking !== null) this.#sendNow(this.#asking)
    this.#resend()
  }

  #resend(): void {
    for (const text of this.#outbox.texts()) this.#line.send(text)
  }

  /** The host dropped a frame unread and could not say which. */
  #resendLater(): void {
    this.#stopResending ??= this.#runtime.after(RESEND_AFTER_MS, () => {
      this.#stopResending = null
      if (this.#phase.at === 'live') this.#resend()
    })
  }

  #refused(frame: Extract<HostFrame, { t: 'refused' }>): void {
    this.#refusal = frame
    const { code } = frame.rejection
    if (frame.to === 'frame' && code === 'tooFast') this.#resendLater()
    if (frame.to === 'hello' && code === 'wrongJoinCode') this.#giveUp()
    if (frame.to === 'enter') this.#code = null
    if (frame.to === 'claim' || frame.to === 'walkIn') {
      this.#asking = null
      if (this.#phase.at === 'waiting' && this.#door !== null) this.#phase = this.#door
    }
  }

  /** A screen whose code fits no meeting: to try again and again would make everybody at this address wait. */
  #giveUp(): void {
    this.close()
    this.#phase = { at: 'ended', reason: 'notProven' }
  }

  #onDown(reason: CloseReason | null): void {
    this.#stopResendingLater()
    if (isFinal(reason)) this.#line.end()
    this.#phase = isFinal(reason) ? { at: 'ended', reason } : { at: 'offline', reason }
    this.#changed()
  }

  #stopResendingLater(): void {
    this.#stopResending?.()
    this.#stopResending = null
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}
