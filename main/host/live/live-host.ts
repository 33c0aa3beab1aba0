import { assertNever } from '../../../shared/core/assert-never.ts'
import type { CommandId, RandomBytes } from '../../../shared/core/ids.ts'
import { hasUnseen } from '../../../shared/core/unseen.ts'
import { keyOf } from '../../../shared/meeting/attendance/state.ts'
import type { ClientFrame, CommandFrame } from '../../../shared/protocol/client-frames.ts'
import { type CommandType, knownCommand, maySend } from '../../../shared/roles/permissions.ts'
import { roleOfSeat } from '../../../shared/roles/role-of-seat.ts'
import type { Actor } from '../../../shared/roles/roles.ts'
import { addressOf, type StreamName } from '../../../shared/streams/stream-name.ts'
import type { Hall } from '../hall/hall.ts'
import type { HallLog } from '../hall/hall-log.ts'
import type { Outcome } from '../streams/answers.ts'
import { Audience } from './audience.ts'
import { Door } from './door.ts'
import { Handouts, type Sources } from './handouts.ts'
import { readFrame } from './read-frame.ts'
import { Reception } from './reception.ts'
import { Session } from './session.ts'
import type { LiveSocket } from './socket.ts'

/** A connection must have said who it is, and proven it, within this time. */
const GREETING_MS = 10_000
/** Changes of names are sent together: an import of a roster is one message and not five hundred. */
const NAMES_DELAY_MS = 100
/** Connections in all, and those that have not yet come in. */
const MAX_CONNECTIONS = 1_000
const MAX_OUTSIDE = 400

export type LiveConnection = {
  readonly onText: (text: string) => void
  readonly onGone: () => void
}

const isStream = (target: CommandFrame['stream']): target is StreamName => target.includes('/')

function answer(session: Session, id: CommandId, outcome: Outcome): void {
  if (outcome.ok) session.send({ t: 'ack', id, seq: outcome.seq })
  else session.reject(id, outcome.rejection)
}

/** All live connections of a host. Knows no sockets: what carries the frames hands them in. */
export class LiveHost {
  readonly #hall: Hall
  readonly #log: HallLog
  readonly #door = new Door()
  readonly #audience: Audience
  readonly #reception: Reception
  readonly #handouts: Handouts
  readonly #stopWatching: () => void
  #namesTimer: NodeJS.Timeout | null = null

  constructor(
    hall: Hall,
    options: {
      readonly random: RandomBytes
      readonly operatorSecret: string
      readonly log: HallLog
      readonly sources: Sources
      /** The addresses that phones in the room can open, best first. */
      readonly addresses: () => readonly string[]
    },
  ) {
    this.#hall = hall
    this.#log = options.log
    this.#audience = new Audience(hall, this.#door, options.addresses, (error) => this.#fault('delivery', error))
    this.#reception = new Reception(hall, this.#audience, this.#door, options.random, options.operatorSecret)
    this.#handouts = new Handouts(hall, this.#audience, options.sources)
    this.#stopWatching = hall.watch({
      onBatch: (batch) => {
        this.#audience.deliver(batch)
        const address = addressOf(batch.stream)
        if (address.kind === 'meeting' && batch.types.has('deviceBound')) this.#reception.bound(address.id)
        if (batch.types.has('walkInRegistered')) this.#sendNamesSoon()
      },
      onOpened: (stream) => this.#audience.opened(stream),
      onIndex: () => this.#audience.sendDoor(),
      onDocument: (name) => {
        if (name === 'contacts') this.#sendNamesSoon()
        else this.#audience.sendDocument(name)
      },
      onFailure: () => this.#closeAll('storageFailed'),
    })
  }

  connect(socket: LiveSocket): LiveConnection {
    const session = new Session(socket, this.#hall.now(), {
      sending: () => this.#audience.catchUp(session),
      gone: (reason) => {
        this.#log({ event: 'closed', reason })
        this.#leave(session)
      },
    })
    const ending = this.#hall.halted
    this.#audience.add(session)
    const greeting = setTimeout(() => {
      if (session.stage.at === 'greeting' || session.stage.at === 'proving') session.close('tooSlowToGreet')
    }, GREETING_MS)
    if (ending !== null) session.close(ending)
    else if (this.#isCrowded()) session.close('crowded')
    return {
      onText: (text) => this.#onText(session, text),
      onGone: () => {
        clearTimeout(greeting)
        this.#leave(session)
        session.gone()
      },
    }
  }

  /** The machine's addresses may have changed. */
  addressesChanged(): void {
    this.#audience.sendAddresses()
  }

  /** Tells everybody that the host ends. */
  end(): void {
    if (this.#namesTimer !== null) clearTimeout(this.#namesTimer)
    this.#closeAll('hostEnding')
    this.#audience.end()
    this.#stopWatching()
  }

  #onText(session: Session, text: string): void {
    if (session.stage.at === 'gone' || !session.mayHandle(this.#hall.now())) return
    if (Buffer.byteLength(text) > session.maxFrameBytes) return session.close('frameTooLarge')
    try {
      this.#onFrame(session, text)
    } catch (error) {
      // A fault in handling one frame is a bug to be reported; it must not take the hall down.
      this.#fault('frame', error)
      session.close('malformed')
    }
  }

  #fault(where: 'delivery' | 'frame' | 'handout', error: unknown): void {
    this.#log({ event: 'fault', where, error: error instanceof Error ? error.message : String(error) })
  }

  #onFrame(session: Session, text: string): void {
    const read = readFrame(text)
    switch (read.kind) {
      case 'malformed':
        return session.strike()
      case 'badCommand':
        return session.reject(read.id, { code: 'malformed' })
      case 'otherVersion':
        return session.close(read.reason)
      case 'frame':
        return this.#handle(session, read.frame)
      default:
        return assertNever(read)
    }
  }

  #handle(session: Session, frame: ClientFrame): void {
    switch (frame.t) {
      case 'hello':
        return this.#reception.hello(session, frame)
      case 'proof':
        return this.#reception.proof(session, frame)
      case 'enter':
        return this.#reception.enter(session, frame)
      case 'claim':
        return this.#reception.claim(session, frame)
      case 'walkIn':
        return this.#reception.walkIn(session, frame)
      case 'admit':
        return this.#admit(session, frame)
      case 'turnAway':
        return this.#turnAway(session, frame)
      case 'command':
        return this.#command(session, frame)
      case 'notesPass':
        return this.#handOut(session, frame.id, this.#handouts.notesPass(session, frame))
      case 'contacts':
        return this.#handouts.contacts(session, frame)
      case 'photo':
        return this.#handOut(session, frame.id, this.#handouts.photo(session, frame))
      case 'paper':
        return this.#handOut(session, frame.id, this.#handouts.paper(session, frame))
      case 'ping':
        return session.send({ t: 'pong', sent: frame.sent, at: this.#hall.now() })
      default:
        return assertNever(frame)
    }
  }

  /** A fault in making one thing is a bug to be reported; it must not take the hall down, and the asker is told. */
  #handOut(session: Session, id: CommandId, made: Promise<void>): void {
    made.catch((error: unknown) => {
      this.#fault('handout', error)
      session.reject(id, { code: 'handoutFailed' })
    })
  }

  #command(session: Session, frame: CommandFrame): void {
    const { data, id, seatId, stream, type } = frame
    const { stage } = session
    if (stage.at !== 'live') return session.reject(id, { code: 'outOfOrder' })
    if (!knownCommand(type)) return session.reject(id, { code: 'malformed' })
    if (stage.viewer.role === 'screen')
      return session.reject(id, { code: 'notPermitted', command: type, role: 'screen' })
    const actor = this.#actor(session, seatId)
    if (actor === null) return this.#rejectUnbound(session, frame)
    const foreign = stage.who.kind !== 'operator' && isStream(stream) && !session.follows.has(stream)
    if (foreign) {
      // To one who may not send such a command at all, the role is the reason that helps.
      const permitted = maySend(actor.role, type)
      return session.reject(
        id,
        permitted ? { code: 'streamUnknown' } : { code: 'notPermitted', command: type, role: actor.role },
      )
    }
    if (hasUnseen(data)) {
      // What an earlier version has recorded is still answered as it was.
      const known = actor.seatId === null ? null : this.#hall.answered(stream, actor.seatId, { id, type, data })
      if (known === null) return session.reject(id, { code: 'unprintable' })
    }
    void this.#hall.submit(stream, { actor, id, type, data }).then((outcome) => answer(session, id, outcome))
  }

  /** A device may have lost a seat since it acted for it: what was done then is still answered as it was. */
  #rejectUnbound(session: Session, { data, id, seatId, stream, type }: CommandFrame): void {
    const known = seatId === null ? null : this.#hall.answered(stream, seatId, { id, type, data })
    if (known === null) return session.reject(id, { code: 'notBound' })
    void known.then((outcome) => answer(session, id, outcome))
  }

  #admit(session: Session, frame: Extract<ClientFrame, { t: 'admit' }>): void {
    const actor = this.#doorkeeper(session, frame.id)
    if (actor !== null) void this.#reception.admit(session, actor, frame)
  }

  #turnAway(session: Session, frame: Extract<ClientFrame, { t: 'turnAway' }>): void {
    if (this.#doorkeeper(session, frame.id) !== null) this.#reception.turnAway(session, frame)
  }

  /** Whoever acts at the door: the operator, or the seat of this device that runs the meeting. */
  #doorkeeper(session: Session, id: CommandFrame['id']): Actor | null {
    const { stage } = session
    if (stage.at !== 'live') {
      session.reject(id, { code: 'outOfOrder' })
      return null
    }
    const command: CommandType = 'admitDevice'
    const actors = stage.who.kind === 'operator' ? [null] : stage.viewer.seats
    for (const seatId of actors) {
      const actor = this.#actor(session, seatId)
      if (actor !== null && maySend(actor.role, command)) return actor
    }
    session.reject(id, { code: 'notPermitted', command, role: stage.viewer.role })
    return null
  }

  /** The seat acts only through the device that is bound to it now, also if that is still on its way to the disk. */
  #actor({ stage }: Session, seatId: CommandFrame['seatId']): Actor | null {
    if (stage.at !== 'live') return null
    if (stage.who.kind === 'operator') return seatId === null ? { role: 'operator', seatId: null } : null
    if (stage.who.kind === 'screen' || seatId === null) return null
    const meeting = this.#hall.streams.meeting(stage.who.meetingId)?.accepted
    if (meeting === undefined || meeting.phase === 'unopened') return null
    if (keyOf(meeting.attendance, seatId) !== stage.who.publicKey) return null
    const role = roleOfSeat(meeting, seatId)
    return role && { role, seatId }
  }

  #isCrowded(): boolean {
    const { sessions } = this.#audience
    if (sessions.size > MAX_CONNECTIONS) return true
    let outside = 0
    for (const session of sessions) if (session.stage.at !== 'live') outside += 1
    return outside > MAX_OUTSIDE
  }

  #leave(session: Session): void {
    this.#audience.remove(session)
    const { publicKey } = session
    if (publicKey === null || this.#isHere(publicKey)) return
    if (this.#door.leave(publicKey)) this.#audience.sendDoor()
  }

  /** A phone that came back waits on its new connection, also when the broken one is noticed only later. */
  #isHere(publicKey: string): boolean {
    return [...this.#audience.sessions].some((session) => session.publicKey === publicKey)
  }

  #sendNamesSoon(): void {
    this.#namesTimer ??= setTimeout(() => {
      this.#namesTimer = null
      this.#audience.sendNames()
    }, NAMES_DELAY_MS)
  }

  #closeAll(reason: 'hostEnding' | 'storageFailed'): void {
    for (const session of [...this.#audience.sessions]) session.close(reason)
  }
}
