import { assertNever } from '../../../shared/core/assert-never.ts'
import {
  type CommandId,
  commandId,
  type MeetingId,
  type RandomBytes,
  seatId as seatIds,
} from '../../../shared/core/ids.ts'
import { hasUnseen } from '../../../shared/core/unseen.ts'
import { challengeText } from '../../../shared/identity/signed-text.ts'
import { keyOf, seatOf } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { ClientFrame, Hello } from '../../../shared/protocol/client-frames.ts'
import type { AdmissionRequest } from '../../../shared/protocol/host-frames.ts'
import type { Rejection } from '../../../shared/protocol/rejections.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import { viewerOfDevice } from '../../../shared/roles/role-of-seat.ts'
import type { Actor } from '../../../shared/roles/roles.ts'
import { meetingStream } from '../../../shared/streams/stream-name.ts'
import type { Hall } from '../hall/hall.ts'
import { meetingByCode } from '../hall/meeting-index.ts'
import { sameSecret, signatureVerifier, type Verifies } from '../identity/signatures.ts'
import type { Outcome } from '../streams/answers.ts'
import type { Audience } from './audience.ts'
import { type Door, seatsAtDoor } from './door.ts'
import { GuessLimiter } from './guess-limiter.ts'
import type { Session, Stage } from './session.ts'

const NONCE_BYTES = 24

type Frame<T extends ClientFrame['t']> = Extract<ClientFrame, { t: T }>

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Finds out who is there and brings them in: greeting, proof, code, seat, admission. */
export class Reception {
  readonly #hall: Hall
  readonly #audience: Audience
  readonly #door: Door
  readonly #random: RandomBytes
  readonly #operatorSecret: string
  readonly #verifies: Verifies = signatureVerifier()
  readonly #guesses = new GuessLimiter()

  constructor(hall: Hall, audience: Audience, door: Door, random: RandomBytes, operatorSecret: string) {
    this.#hall = hall
    this.#audience = audience
    this.#door = door
    this.#random = random
    this.#operatorSecret = operatorSecret
  }

  hello(session: Session, { as, resume }: Hello): void {
    if (session.stage.at !== 'greeting') return session.refuse('hello', { code: 'outOfOrder' })
    for (const { stream, ...cursor } of resume) session.resume.set(stream, cursor)
    switch (as.kind) {
      case 'operator':
        return this.#operator(session, as.secret)
      case 'screen':
        return this.#screen(session, as.code)
      case 'device':
        return this.#challenge(session, as.publicKey, as.meetingId)
      default:
        return assertNever(as)
    }
  }

  proof(session: Session, { signature }: Frame<'proof'>): void {
    const { stage } = session
    if (stage.at !== 'proving') return session.refuse('proof', { code: 'outOfOrder' })
    const text = challengeText(this.#hostId(), stage.nonce, stage.publicKey)
    if (!this.#verifies(stage.publicKey, text, signature)) return session.close('notProven')
    this.#letIn(session, stage.publicKey, stage.meetingId)
  }

  enter(session: Session, { code }: Frame<'enter'>): void {
    const { publicKey } = session
    if (publicKey === null) return session.refuse('enter', { code: 'outOfOrder' })
    const meetingId = this.#checkCode(session, code, 'enter')
    if (meetingId !== null) this.#showDoor(session, publicKey, meetingId)
  }

  claim(session: Session, { seatId, takeover }: Frame<'claim'>): void {
    const { asking } = session
    if (asking === null) return session.refuse('claim', { code: 'outOfOrder' })
    const { meetingId, publicKey } = asking
    const meeting = this.#meeting(meetingId)
    if (meeting === null || seatOf(meeting.attendance, seatId) === undefined) {
      return session.refuse('claim', { code: 'seatUnknown' })
    }
    const holder = this.#holder(meetingId, seatId)
    if (holder !== null && !takeover) return session.refuse('claim', { code: 'seatTaken' })
    const name = this.#hall.documents.contacts.data.seats[seatId]?.name ?? ''
    this.#ask(session, { meetingId, publicKey, seatId, name, walkIn: false, takeover: holder !== null })
  }

  walkIn(session: Session, { name }: Frame<'walkIn'>): void {
    const { asking } = session
    if (asking === null) return session.refuse('walkIn', { code: 'outOfOrder' })
    if (hasUnseen(name)) return session.refuse('walkIn', { code: 'unprintable' })
    const { meetingId, publicKey } = asking
    const waiting = this.#door.of(meetingId).find((request) => request.publicKey === publicKey && request.walkIn)
    const seatId = waiting?.seatId ?? seatIds.mint(this.#random)
    this.#ask(session, { meetingId, publicKey, seatId, name, walkIn: true, takeover: false })
  }

  /** 准入 by somebody who runs the meeting; answered like a command, under the frame's id. */
  async admit(session: Session, actor: Actor, { id, publicKey, seatId }: Frame<'admit'>): Promise<void> {
    const request = this.#door.find(publicKey, seatId)
    const requests = request === null ? this.#settledRequests(publicKey, seatId) : [request]
    let outcome: Outcome = { ok: false, rejection: { code: 'requestUnknown' } }
    for (const one of requests.filter(({ meetingId }) => this.#mayManage(session, meetingId))) {
      outcome = await this.#bind(actor, id, one)
      if (outcome.ok) break
    }
    if (!outcome.ok) return session.reject(id, outcome.rejection)
    session.send({ t: 'ack', id, seq: outcome.seq })
  }

  turnAway(session: Session, { id, publicKey, seatId }: Frame<'turnAway'>): void {
    const request = this.#door.find(publicKey, seatId)
    if (request === null || !this.#mayManage(session, request.meetingId)) {
      return session.reject(id, { code: 'requestUnknown' })
    }
    this.#door.settle(publicKey, seatId)
    for (const waiting of this.#audience.sessions) {
      if (waiting.publicKey === publicKey) waiting.refuse('claim', { code: 'turnedAway' })
    }
    this.#audience.sendDoor()
    session.send({ t: 'ack', id, seq: 0 })
  }

  /** A device was bound: whoever waited with it is let in. */
  bound(meetingId: MeetingId): void {
    for (const session of this.#audience.sessions) {
      const { stage } = session
      if (stage.at !== 'door' || stage.meetingId !== meetingId) continue
      this.#audience.admit(session, { kind: 'device', meetingId, publicKey: stage.publicKey })
    }
    for (const request of this.#door.of(meetingId)) {
      const { publicKey, seatId, takeover } = request
      const holder = this.#holder(meetingId, seatId)
      if (holder === publicKey) this.#door.settle(publicKey, seatId)
      // Whoever admits this one now takes the seat from another device, and must be told so.
      else if (holder !== null && !takeover) this.#door.ask({ ...request, takeover: true })
    }
    this.#audience.sendDoor()
  }

  #operator(session: Session, secret: string): void {
    const proven = session.socket.isLoopback && sameSecret(secret, this.#operatorSecret)
    if (!proven || !this.#audience.admit(session, { kind: 'operator' })) session.close('notProven')
  }

  #screen(session: Session, code: string): void {
    const meetingId = this.#checkCode(session, code, 'hello')
    if (meetingId === null || this.#audience.admit(session, { kind: 'screen', meetingId })) return
    session.refuse('hello', this.#missing(meetingId))
  }

  #challenge(session: Session, publicKey: string, meetingId: MeetingId | null): void {
    const nonce = hex(this.#random(NONCE_BYTES))
    session.moveTo({ at: 'proving', publicKey, nonce, meetingId })
    session.send({ t: 'challenge', protocol: PROTOCOL.current, hostId: this.#hostId(), nonce, at: this.#hall.now() })
  }

  /**
   * The meeting that the device remembers or waits for; one that remembers none, or one that is over and sealed, gets the
   * latest that goes on where it has a seat. Results of a sealed meeting are there to be looked at while no other is open:
   * then the device is a stranger, and is asked for the code of that one.
   */
  #letIn(session: Session, publicKey: string, remembered: MeetingId | null): void {
    const seated = this.#hall.streams
      .meetings()
      .flatMap(({ confirmed }) => (confirmed.phase === 'unopened' ? [] : [confirmed]))
      .filter((meeting) => viewerOfDevice(meeting, publicKey) !== null)
      .sort((a, b) => b.openedAt - a.openedAt)
    const known = remembered === null ? seated[0] : seated.find((one) => one.meetingId === remembered)
    const goesOn = remembered === null || known?.phase === 'sealed' ? unsealedOf(seated) : undefined
    const meeting = goesOn ?? known
    if (meeting === undefined || (meeting.phase === 'sealed' && this.#anyOpen())) {
      session.moveTo({ at: 'stranger', publicKey })
      session.send({ t: 'stranger' })
      return
    }
    this.#audience.admit(session, { kind: 'device', meetingId: meeting.meetingId, publicKey })
  }

  #showDoor(session: Session, publicKey: string, meetingId: MeetingId): void {
    const meeting = this.#meeting(meetingId)
    if (meeting === null) return session.refuse('enter', this.#missing(meetingId))
    const isIn =
      isLiveIn(session.stage, meetingId) || this.#audience.admit(session, { kind: 'device', meetingId, publicKey })
    // From an earlier meeting a device goes to the door of the next one.
    if (!isIn) session.moveTo({ at: 'door', publicKey, meetingId })
    const seats = seatsAtDoor(meeting, this.#hall.documents.contacts.data)
    session.send({ t: 'door', meetingId, title: meeting.title, seats })
  }

  #checkCode(session: Session, code: string, to: string): MeetingId | null {
    const { address } = session.socket
    const now = this.#hall.now()
    const wait = this.#guesses.waitFor(address, now)
    if (wait > 0) {
      session.refuse(to, { code: 'joinTooOften', waitSeconds: Math.ceil(wait / 1_000) })
      return null
    }
    const meetingId = meetingByCode(this.#hall.documents.index.data, code)
    if (meetingId === null) {
      this.#guesses.wrong(address, now)
      session.refuse(to, { code: 'wrongJoinCode' })
    } else this.#guesses.right(address)
    return meetingId
  }

  #ask(session: Session, request: AdmissionRequest): void {
    if (!this.#door.ask(request)) return session.refuse('claim', { code: 'tooFast' })
    session.send({ t: 'waiting', seatId: request.seatId })
    this.#audience.sendDoor()
    if (this.#opensFor(request)) void this.#bind({ role: 'host', seatId: null }, commandId.mint(this.#random), request)
  }

  /** An open door is open to free seats; who chairs or records is always let in by somebody. */
  #opensFor({ meetingId, seatId, takeover }: AdmissionRequest): boolean {
    if (this.#hall.documents.settings.data.admission !== 'open' || takeover) return false
    const meeting = this.#meeting(meetingId)
    return meeting !== null && meeting.chair !== seatId && meeting.scribe !== seatId
  }

  /** A walk-in's name is on the disk before its seat, its seat before its device: no record names a nobody. */
  async #bind(actor: Actor, id: CommandId, request: AdmissionRequest): Promise<Outcome> {
    const { meetingId, name, publicKey, seatId, walkIn } = request
    const stream = meetingStream(meetingId)
    if (walkIn) {
      const contact = { seatId, name, phone: null, house: null }
      const operator: Actor = { role: 'operator', seatId: null }
      const saved = await this.#hall.submit('contacts', { actor: operator, id, type: 'saveContact', data: contact })
      if (!saved.ok) return saved
      const mint = commandId.mint(this.#random)
      const seated = await this.#hall.submit(stream, { actor, id: mint, type: 'registerWalkIn', data: { seatId } })
      if (!seated.ok && seated.rejection.code !== 'seatExists') return seated
    }
    return this.#hall.submit(stream, { actor, id, type: 'admitDevice', data: { seatId, publicKey } })
  }

  /**
   * The meetings in which this very device already has the seat, as the requests that were granted: one of them knows
   * the id of an admission that is sent again, the others change nothing.
   */
  #settledRequests(publicKey: string, seatId: AdmissionRequest['seatId']): readonly AdmissionRequest[] {
    return this.#hall.streams.meetings().flatMap(({ accepted }) => {
      if (accepted.phase === 'unopened' || keyOf(accepted.attendance, seatId) !== publicKey) return []
      const { meetingId } = accepted
      return [{ meetingId, publicKey, seatId, name: '', walkIn: false, takeover: false }]
    })
  }

  #mayManage({ stage }: { readonly stage: Stage }, meetingId: MeetingId): boolean {
    if (stage.at !== 'live') return false
    return stage.who.kind === 'operator' || stage.who.meetingId === meetingId
  }

  #anyOpen(): boolean {
    return this.#hall.streams.meetings().some(({ confirmed }) => confirmed.phase === 'open')
  }

  #meeting(meetingId: MeetingId) {
    const meeting = this.#hall.streams.meeting(meetingId)?.confirmed
    return meeting === undefined || meeting.phase === 'unopened' ? null : meeting
  }

  /** Whose device has the seat, counting what is still on its way to the disk. */
  #holder(meetingId: MeetingId, seatId: AdmissionRequest['seatId']): string | null {
    const meeting = this.#hall.streams.meeting(meetingId)?.accepted
    return meeting === undefined || meeting.phase === 'unopened' ? null : keyOf(meeting.attendance, seatId)
  }

  /** Why a meeting that has a code cannot be shown. */
  #missing(meetingId: MeetingId): Rejection {
    const damage = this.#hall.streams.damage(meetingStream(meetingId))
    return damage === null ? { code: 'wrongJoinCode' } : { code: 'streamDamaged', line: damage.line }
  }

  #hostId(): string {
    const { hostId } = this.#hall.documents.settings.data
    if (hostId === null) throw new Error('an open hall has an id')
    return hostId
  }
}

/** Of meetings, latest first, the one to go to: one that is open before one that is only closed. */
const unsealedOf = (meetings: readonly HeldMeeting[]): HeldMeeting | undefined =>
  meetings.find(({ phase }) => phase === 'open') ?? meetings.find(({ phase }) => phase === 'closed')

const isLiveIn = (stage: Stage, meetingId: MeetingId): boolean =>
  stage.at === 'live' && stage.who.kind === 'device' && stage.who.meetingId === meetingId
