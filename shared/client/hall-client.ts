import type { Contact } from '../contacts/messages.ts'
import { assertNever } from '../core/assert-never.ts'
import { type BallotId, ballotId, type CouncilId, type MeetingId, type SeatId, type VoteId } from '../core/ids.ts'
import { signText } from '../identity/device-key.ts'
import { ballotText, challengeText } from '../identity/signed-text.ts'
import type { ClientFrame, CommandFrame, DocumentName, Identity, Paper } from '../protocol/client-frames.ts'
import type { CloseReason } from '../protocol/close-codes.ts'
import type { AdmissionRequest, HostFrame, NotesPass } from '../protocol/host-frames.ts'
import { MAX_FRAME_BYTES, MAX_OPERATOR_FRAME_BYTES } from '../protocol/limits.ts'
import { PROTOCOL } from '../protocol/version.ts'
import { meetingStream, type StreamName } from '../streams/stream-name.ts'
import { ClockOffset } from './clock-offset.ts'
import { Copies } from './copies.ts'
import { Line } from './line.ts'
import { Mail } from './mail.ts'
import { type Asking, recalled } from './memory.ts'
import { type Notices, noNotices, withNotice } from './notices.ts'
import type { Answer } from './outbox.ts'
import { type AtDoor, isFinal, type Phase, type Who } from './phase.ts'
import type { Runtime } from './transport.ts'

/** A Word file, or why there is none. */
export type PaperAnswer =
  | { readonly ok: true; readonly name: string; readonly base64: string }
  | { readonly ok: false; readonly sentence: string }

const NO_LINE = '主机没有回应，文件没有生成。请等连接恢复后再点一次。'

/** A connection to the hall that comes back by itself: copies of the streams, and commands that arrive exactly once. */
export class HallClient {
  readonly copies = new Copies()
  readonly #runtime: Runtime
  readonly #who: Who
  readonly #line: Line
  readonly #mail: Mail
  readonly #clock = new ClockOffset()
  readonly #listeners = new Set<() => void>()
  #phase: Phase = { at: 'connecting' }
  #notices: Notices = noNotices
  #savedAt: number | null = null
  #keptSafely: boolean
  #refusal: Extract<HostFrame, { t: 'refused' }> | null = null
  #code: string | null = null
  #asking: Asking | null = null
  /** The door at which we stand or last stood. */
  #door: AtDoor | null = null
  /** The meeting we are in or wait for: told to the host on every connection. */
  #meetingId: MeetingId | null

  constructor(runtime: Runtime, who: Who) {
    this.#runtime = runtime
    this.#who = who
    const kept = recalled(runtime.memory)
    this.#keptSafely = runtime.memory !== undefined
    this.#meetingId = who.kind === 'device' ? (who.meetingId ?? kept.meetingId) : null
    this.#code = kept.code
    this.#asking = kept.asking
    this.#line = new Line(runtime, {
      onUp: () => this.#greet(),
      onText: (text) => this.#onText(text),
      onDown: (reason) => this.#onDown(reason),
    })
    this.#mail = new Mail(runtime, this.#line, kept.outbox, {
      isLive: () => this.#phase.at === 'live',
      maxFrameBytes: who.kind === 'operator' ? MAX_OPERATOR_FRAME_BYTES : MAX_FRAME_BYTES,
      onChange: () => {
        this.#keep()
        this.#changed()
      },
    })
  }

  get phase(): Phase {
    return this.#phase
  }

  /** Names by seat, as far as this viewer may see them. */
  get names(): Notices['names'] {
    return this.#notices.names
  }

  get admissions(): Notices['admissions'] {
    return this.#notices.admissions
  }

  get meetings(): Notices['meetings'] {
    return this.#notices.meetings
  }

  /** The addresses that phones in the room can open, best first. */
  get addresses(): readonly string[] {
    return this.#notices.addresses
  }

  /** The operator's settings; null for everybody else. */
  get settings(): Notices['settings'] {
    return this.#notices.settings
  }

  /** Formats and rule packs of the secretary's own; empty for everybody but the operator. */
  get library(): Notices['library'] {
    return this.#notices.library
  }

  /** When the host last told us of something on its disk, by the host's clock; null before that. */
  get savedAt(): number | null {
    return this.#savedAt
  }

  /** Whether what has no answer yet would survive a reload of the page. */
  get keptSafely(): boolean {
    return this.#keptSafely
  }

  /** What had waited without a connection, or since an earlier life of this page, and was refused; and why. */
  get lateRefusals(): readonly string[] {
    return this.#mail.lateRefusals
  }

  /** Commands that have no answer yet, oldest first. */
  get pending(): readonly CommandFrame[] {
    return this.#mail.pending
  }

  /** The last refusal of something that was no command (a wrong code, a taken seat); null after the next step. */
  get refusal(): Extract<HostFrame, { t: 'refused' }> | null {
    return this.#refusal
  }

  /** Commands sent or waiting to be sent that have no answer yet. */
  get unanswered(): number {
    return this.#mail.unanswered
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
    this.#keep()
    this.#sendNow({ t: 'enter', code })
  }

  claim(seatId: SeatId, takeover = false): void {
    this.#ask({ t: 'claim', seatId, takeover })
  }

  walkIn(name: string): void {
    this.#ask({ t: 'walkIn', name })
  }

  admit({ publicKey, seatId }: Pick<AdmissionRequest, 'publicKey' | 'seatId'>): Promise<Answer> {
    return this.#mail.command((id) => ({ t: 'admit', id, publicKey, seatId }))
  }

  turnAway({ publicKey, seatId }: Pick<AdmissionRequest, 'publicKey' | 'seatId'>): Promise<Answer> {
    return this.#mail.command((id) => ({ t: 'turnAway', id, publicKey, seatId }))
  }

  /** Sends a command, now or when the connection is back; resolves with its one answer. */
  send(stream: StreamName | DocumentName, seatId: SeatId | null, type: string, data: unknown): Promise<Answer> {
    return this.#mail.command((id) => ({ t: 'command', id, stream, seatId, type, data }))
  }

  /** Hands in a named ballot, signed by this device. */
  castBallot(meetingId: MeetingId, voteId: VoteId, seatId: SeatId, option: string): Promise<Answer> {
    const who = this.#who
    if (who.kind !== 'device') throw new Error('only a device has a key to sign with')
    const ballot: BallotId = ballotId.mint(this.#runtime.random)
    return this.#mail.command((id) => {
      const fields = { voteId, ballotId: ballot, option, seatId }
      const signature = signText(who.key, ballotText({ ...fields, meetingId, commandId: id }))
      const data = { ...fields, signature }
      return { t: 'command', id, stream: meetingStream(meetingId), seatId, type: 'castBallot', data }
    })
  }

  /** A pass to the meeting's notes; null without a connection or without a right to them. */
  async notesPass(meetingId: MeetingId): Promise<NotesPass | null> {
    const reply = await this.#mail.ask((id) => ({ t: 'notesPass', id, meetingId }))
    return reply?.t === 'notesPass' ? reply.pass : null
  }

  /** A Word file of what is on the host's disk now. */
  async paper(paper: Paper): Promise<PaperAnswer> {
    const reply = await this.#mail.ask((id) => ({ t: 'paper', id, paper }))
    if (reply?.t === 'paper') return { ok: true, name: reply.name, base64: reply.base64 }
    return { ok: false, sentence: reply?.t === 'rejected' ? reply.sentence : NO_LINE }
  }

  /** What is known of a roster's people, phones and house numbers too; null without a connection or a right to them. */
  async contacts(councilId: CouncilId): Promise<readonly Contact[] | null> {
    const reply = await this.#mail.ask((id) => ({ t: 'contacts', id, councilId }))
    return reply?.t === 'contacts' ? reply.contacts : null
  }

  /** Somebody's photo as base64 of a JPEG; null when there is none, or no connection, or no right to it. */
  async photo(seatId: SeatId): Promise<string | null> {
    const reply = await this.#mail.ask((id) => ({ t: 'photo', id, seatId }))
    return reply?.t === 'photo' ? reply.base64 : null
  }

  forgetLateRefusals(): void {
    this.#mail.forgetLateRefusals()
    this.#changed()
  }

  /** Goes back from a seat that was asked for to the list of names. */
  chooseAgain(): void {
    this.#asking = null
    this.#keep()
    if (this.#phase.at === 'waiting' && this.#door !== null) this.#phase = this.#door
    this.#changed()
  }

  /** Leaves for good. Commands without an answer stay unanswered. */
  close(): void {
    this.#mail.down()
    this.#line.end()
  }

  #ask(asking: Asking): void {
    this.#asking = asking
    this.#refusal = null
    this.#keep()
    this.#sendNow(asking)
  }

  #keep(): void {
    const [meetingId, code, asking] = [this.#meetingId, this.#code, this.#asking]
    this.#keptSafely = this.#runtime.memory?.save({ meetingId, code, asking, outbox: this.#mail.entries }) ?? false
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
        this.#savedAt = this.hostNow()
        return this.copies.events(frame)
      case 'ack':
        this.#savedAt = this.hostNow()
        return this.#mail.reply(frame)
      case 'rejected':
      case 'notesPass':
      case 'paper':
      case 'contacts':
      case 'photo':
        return this.#mail.reply(frame)
      case 'refused':
        return this.#refused(frame)
      case 'names':
      case 'admissions':
      case 'meetings':
      case 'addresses':
      case 'settings':
      case 'library':
        this.#notices = withNotice(this.#notices, frame)
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
    this.#keep()
    // Back after a break: whoever was waiting goes on waiting.
    if (this.#asking !== null) this.#sendNow(this.#asking)
  }

  #welcomed({ at, meetingId, streams, viewer }: Extract<HostFrame, { t: 'welcome' }>): void {
    const wasLive = this.#phase.at === 'live'
    this.#phase = { at: 'live', viewer, meetingId }
    this.#clock.hint(at, this.#runtime.now())
    // What is shown from now on is on the host's disk.
    this.#savedAt = this.hostNow()
    this.#meetingId = meetingId
    // A seat that we still wait for is asked for again; a walk-in's has come.
    if (this.#asking?.t !== 'claim' || viewer.seats.includes(this.#asking.seatId)) this.#asking = null
    this.#refusal = null
    this.#keep()
    this.#line.settled()
    this.copies.keepOnly(streams)
    // Whoever still runs the meeting is sent these again at once.
    this.#notices = { ...this.#notices, admissions: [], meetings: [] }
    if (wasLive) return
    this.#line.ping()
    if (this.#asking !== null) this.#sendNow(this.#asking)
    this.#mail.resend()
  }

  #refused(frame: Extract<HostFrame, { t: 'refused' }>): void {
    this.#refusal = frame
    const { code } = frame.rejection
    if (frame.to === 'frame' && code === 'tooFast') this.#mail.resendLater()
    if (frame.to === 'hello' && code === 'wrongJoinCode') this.#giveUp()
    if (frame.to === 'enter') this.#code = null
    if (frame.to === 'claim' || frame.to === 'walkIn') {
      this.#asking = null
      if (this.#phase.at === 'waiting' && this.#door !== null) this.#phase = this.#door
    }
    this.#keep()
  }

  /** A screen whose code fits no meeting: to try again and again would make everybody at this address wait. */
  #giveUp(): void {
    this.close()
    this.#phase = { at: 'ended', reason: 'notProven' }
  }

  #onDown(reason: CloseReason | null): void {
    this.#mail.down()
    if (isFinal(reason)) this.#line.end()
    this.#phase = isFinal(reason) ? { at: 'ended', reason } : { at: 'offline', reason }
    this.#changed()
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}
