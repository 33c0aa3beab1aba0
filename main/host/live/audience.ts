import type { MeetingId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { type HostFrame, type MeetingNotice, viewerKey } from '../../../shared/protocol/host-frames.ts'
import { mayRead } from '../../../shared/roles/permissions.ts'
import { viewerOfDevice } from '../../../shared/roles/role-of-seat.ts'
import { runsTheMeeting, type Viewer } from '../../../shared/roles/roles.ts'
import { councilStream, meetingStream, type StreamName, worksheetStream } from '../../../shared/streams/stream-name.ts'
import { roleNames } from '../../../shared/wording/names.ts'
import type { Hall } from '../hall/hall.ts'
import type { LiveStream, ShownBatch } from '../streams/live-stream.ts'
import { Deliveries } from './deliveries.ts'
import type { Door } from './door.ts'
import type { LiveIdentity, Session, Stage } from './session.ts'

/** Events after which somebody may be another viewer than before. */
const CHANGES_VIEWERS = ['deviceBound', 'deviceUnbound', 'chairHandedOver', 'scribeHandedOver']

type LiveStage = Extract<Stage, { at: 'live' }>

/** Everybody who is in: who sees what, and telling them. */
export class Audience {
  readonly #hall: Hall
  readonly #door: Door
  readonly #addresses: () => readonly string[]
  readonly #sessions = new Set<Session>()
  readonly #deliveries: Deliveries

  constructor(hall: Hall, door: Door, addresses: () => readonly string[], onFault: (error: unknown) => void) {
    this.#hall = hall
    this.#deliveries = new Deliveries(() => this.#sessions, onFault)
    this.#door = door
    this.#addresses = addresses
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions
  }

  add(session: Session): void {
    this.#sessions.add(session)
  }

  remove(session: Session): void {
    this.#sessions.delete(session)
  }

  /** Lets a connection in, if there is something for it to see; false when not. */
  admit(session: Session, who: LiveIdentity): boolean {
    const viewer = this.viewerOf(who)
    if (viewer === null) return false
    this.#welcome(session, who, viewer)
    // Only now: what the device waits for at the door must not look as if nobody waited any more.
    if (who.kind === 'device') this.#replaceOthers(session, who.publicKey)
    return true
  }

  /** A batch is on the disk: everybody who follows its stream learns what they may see of it. */
  deliver(batch: ShownBatch): void {
    const viewersChange = CHANGES_VIEWERS.some((type) => batch.types.has(type))
    if (viewersChange) {
      this.#deliveries.deliver()
      this.#changeViewers(batch.stream)
    }
    this.#deliveries.add(batch)
    if (viewersChange) this.#deliveries.deliver()
  }

  /** What is on its way to a connection goes before whatever is sent to it next. */
  catchUp(session: Session): void {
    this.#deliveries.catchUp(session)
  }

  /** The host ends. */
  end(): void {
    this.#deliveries.end()
  }

  /** A stream has come into being: those who may read it follow it from now on. */
  opened(stream: LiveStream): void {
    for (const session of this.#sessions) {
      if (session.stage.at !== 'live' || session.follows.has(stream.name)) continue
      if (this.#readable(session.stage).includes(stream.name)) this.#follow(session, session.stage, stream)
    }
  }

  sendNames(): void {
    for (const session of this.#sessions) {
      if (session.stage.at === 'live') session.send(this.#namesFor(session.stage.who))
    }
  }

  /** Who waits at the door, and the codes to come in with: for those who let people in. */
  sendDoor(): void {
    for (const session of this.#sessions) {
      if (session.stage.at !== 'live') continue
      for (const frame of this.#doorFor(session.stage)) session.send(frame)
    }
  }

  /** Settings and the library are the operator's alone. */
  sendDocument(name: 'settings' | 'library'): void {
    const frame = name === 'settings' ? this.#settingsFrame() : this.#libraryFrame()
    for (const session of this.#sessions) {
      if (session.stage.at === 'live' && session.stage.who.kind === 'operator') session.send(frame)
    }
  }

  /** The machine's addresses have changed, or may have. */
  sendAddresses(): void {
    for (const session of this.#sessions) {
      if (session.stage.at === 'live' && invites(session.stage.viewer)) session.send(this.#addressesFrame())
    }
  }

  /** Who looks through this connection now; null when it has nothing to see any more. */
  viewerOf(who: LiveIdentity): Viewer | null {
    if (who.kind === 'operator') return { role: 'operator', seats: [] }
    const meeting = this.#hall.streams.meeting(who.meetingId)?.confirmed
    if (meeting === undefined) return null
    return who.kind === 'screen' ? { role: 'screen', seats: [] } : viewerOfDevice(meeting, who.publicKey)
  }

  /** What others see of a person who writes: the seat's name, never one of the device's own choosing. */
  nameOf(who: LiveIdentity): string {
    if (who.kind !== 'device') return who.kind === 'operator' ? roleNames.operator : roleNames.screen
    const { seats } = this.#hall.documents.contacts.data
    return (this.viewerOf(who)?.seats ?? []).flatMap((seatId) => seats[seatId]?.name ?? []).join('、')
  }

  #settingsFrame(): HostFrame {
    const { admission, contactMonths, peerNotes } = this.#hall.documents.settings.data
    return { t: 'settings', settings: { admission, contactMonths, peerNotes } }
  }

  #libraryFrame(): HostFrame {
    return { t: 'library', library: this.#hall.documents.library.data }
  }

  #addressesFrame(): HostFrame {
    return { t: 'addresses', urls: this.#addresses() }
  }

  #welcome(session: Session, who: LiveIdentity, viewer: Viewer): void {
    session.goLive(who, viewer)
    const { stage } = session
    if (stage.at !== 'live') return
    session.follows.clear()
    const streams = this.#readable(stage)
    const meetingId = who.kind === 'operator' ? null : who.meetingId
    session.send({ t: 'welcome', viewer, meetingId, streams, at: this.#hall.now() })
    session.send(this.#namesFor(who))
    for (const frame of this.#doorFor(stage)) session.send(frame)
    if (invites(viewer)) session.send(this.#addressesFrame())
    if (who.kind === 'operator') for (const frame of [this.#settingsFrame(), this.#libraryFrame()]) session.send(frame)
    for (const name of streams) {
      const stream = this.#hall.streams.get(name)
      if (stream !== null) this.#follow(session, stage, stream)
    }
  }

  #follow(session: Session, { viewer, viewerKey: key }: LiveStage, stream: LiveStream): void {
    const cursor = session.resume.get(stream.name)
    session.resume.delete(stream.name)
    session.follows.set(stream.name, stream.seq)
    const missed = cursor?.viewer === key ? stream.since(cursor.seq, cursor.mark) : null
    if (missed === null) {
      session.send({
        t: 'snapshot',
        stream: stream.name,
        seq: stream.seq,
        mark: stream.mark,
        viewer: key,
        state: stream.view(viewer),
      })
    } else if (missed.length > 0) {
      const events = missed.flatMap((batch) => batch.shownTo(viewer))
      session.send({ t: 'events', stream: stream.name, seq: stream.seq, mark: stream.mark, events })
    }
  }

  /** After a change of role or seats the copies are sent afresh. */
  #changeViewers(stream: StreamName): void {
    for (const session of this.#sessions) {
      const { stage } = session
      if (stage.at !== 'live' || !session.follows.has(stream)) continue
      const viewer = this.viewerOf(stage.who)
      if (viewer === null) session.close('removed')
      else if (viewerKey(viewer) !== stage.viewerKey) this.#welcome(session, stage.who, viewer)
    }
  }

  #replaceOthers(session: Session, publicKey: string): void {
    for (const other of this.#sessions) {
      if (other !== session && other.publicKey === publicKey) other.close('replaced')
    }
  }

  #readable({ viewer, who }: LiveStage): readonly StreamName[] {
    if (who.kind === 'operator') return this.#hall.streams.all().map((stream) => stream.name)
    const meeting = this.#held(who.meetingId)
    if (meeting === null) return []
    const candidates = [
      ['meeting', meetingStream(who.meetingId)],
      ['council', councilStream(meeting.councilId)],
      ['worksheets', worksheetStream(meeting.councilId)],
    ] as const
    return candidates.flatMap(([kind, name]) => (mayRead(viewer.role, kind) ? [name] : []))
  }

  #namesFor(who: LiveIdentity): HostFrame {
    const { seats } = this.#hall.documents.contacts.data
    const meeting = who.kind === 'operator' ? null : this.#held(who.meetingId)
    const shown = meeting === null ? Object.keys(seats) : meeting.attendance.seats.map((seat) => seat.seatId)
    const named = who.kind === 'operator' || meeting !== null ? shown : []
    const names = named.flatMap((seatId) => {
      const name = seats[seatId]?.name
      return name === undefined ? [] : [[seatId, name] as const]
    })
    return { t: 'names', names: Object.fromEntries(names) }
  }

  #doorFor({ viewer, who }: LiveStage): readonly HostFrame[] {
    if (who.kind === 'operator') {
      return [
        { t: 'meetings', meetings: this.#notices(null) },
        { t: 'admissions', requests: this.#door.all() },
      ]
    }
    if (runsTheMeeting(viewer.role)) {
      return [
        { t: 'meetings', meetings: this.#notices(who.meetingId) },
        { t: 'admissions', requests: this.#door.of(who.meetingId) },
      ]
    }
    return who.kind === 'screen' ? [{ t: 'meetings', meetings: this.#notices(who.meetingId) }] : []
  }

  #notices(only: MeetingId | null): readonly MeetingNotice[] {
    return this.#hall.documents.index.data.meetings
      .filter((entry) => only === null || entry.meetingId === only)
      .map(({ meetingId, title, phase, joinCode, digest }) => ({ meetingId, title, phase, joinCode, digest }))
  }

  #held(meetingId: MeetingId): HeldMeeting | null {
    const meeting = this.#hall.streams.meeting(meetingId)?.confirmed
    return meeting === undefined || meeting.phase === 'unopened' ? null : meeting
  }
}

/** Who shows others the way in. */
const invites = (viewer: Viewer): boolean => runsTheMeeting(viewer.role) || viewer.role === 'screen'
