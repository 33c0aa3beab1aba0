import type { CouncilId, MeetingId, SeatId } from '../../../shared/core/ids.ts'
import type { Paper } from '../../../shared/protocol/client-frames.ts'
import type { NotesPass } from '../../../shared/protocol/host-frames.ts'
import { notesRights } from '../../../shared/roles/permissions.ts'
import { runsTheMeeting } from '../../../shared/roles/roles.ts'
import type { Hall } from '../hall/hall.ts'
import type { NotesHolder } from '../notes/notes-holder.ts'
import { DESK_ALLOWANCE_BYTES, SEAT_ALLOWANCE_BYTES } from '../notes/quota.ts'
import type { Audience } from './audience.ts'
import type { LiveIdentity, Session } from './session.ts'

/** A Word file and its name, or null when there is nothing of that kind. */
type MadePaper = { readonly name: string; readonly bytes: Uint8Array } | null

/** What the host gives out besides streams. */
export type Sources = {
  readonly notesPass: (meetingId: MeetingId, holder: NotesHolder) => Promise<NotesPass | 'damaged' | null>
  /** House numbers are for the operator alone. */
  readonly paper: (paper: Paper, houses: 'withHouses' | 'withoutHouses') => Promise<MadePaper>
}

/** Passes to the notes and Word files, for those who may have them. */
export class Handouts {
  readonly #hall: Hall
  readonly #audience: Audience
  readonly #sources: Sources

  constructor(hall: Hall, audience: Audience, sources: Sources) {
    this.#hall = hall
    this.#audience = audience
    this.#sources = sources
  }

  async notesPass(
    session: Session,
    { id, meetingId }: { readonly id: Parameters<Session['reject']>[0]; meetingId: MeetingId },
  ) {
    const { stage } = session
    if (stage.at !== 'live') return session.reject(id, { code: 'outOfOrder' })
    const { who } = stage
    const rights = () => this.#rights(who, meetingId)
    if (rights() === null) return session.reject(id, { code: 'notesNotYours' })
    const pass = await this.#sources.notesPass(meetingId, {
      seatName: this.#audience.nameOf(who),
      writer: who.kind === 'device' ? who.publicKey : who.kind,
      allowance: () => this.#allowance(who),
      rights,
    })
    if (pass === null) return session.reject(id, { code: 'notesNotYours' })
    if (pass === 'damaged') return session.reject(id, { code: 'notesDamaged' })
    session.send({ t: 'notesPass', id, pass })
  }

  async paper(session: Session, { id, paper }: { readonly id: Parameters<Session['reject']>[0]; paper: Paper }) {
    const { stage } = session
    if (stage.at !== 'live') return session.reject(id, { code: 'outOfOrder' })
    const own = stage.who.kind === 'operator' || this.#concerns(stage.who.meetingId, paper)
    if (!own || !runsTheMeeting(stage.viewer.role)) return session.reject(id, { code: 'paperNotYours' })
    const made = await this.#sources.paper(paper, stage.who.kind === 'operator' ? 'withHouses' : 'withoutHouses')
    if (made === null) return session.reject(id, { code: 'paperUnknown' })
    session.send({ t: 'paper', id, name: made.name, base64: Buffer.from(made.bytes).toString('base64') })
  }

  /** What is known of the people on a roster: for the operator alone. */
  contacts(
    session: Session,
    { councilId, id }: { readonly id: Parameters<Session['reject']>[0]; readonly councilId: CouncilId },
  ): void {
    const { stage } = session
    if (stage.at !== 'live') return session.reject(id, { code: 'outOfOrder' })
    if (stage.who.kind !== 'operator') return session.reject(id, { code: 'contactsNotYours' })
    const { seats } = this.#hall.documents.contacts.data
    const contacts = this.#hall.rosterOf(councilId).flatMap((seatId) => seats[seatId] ?? [])
    session.send({ t: 'contacts', id, contacts })
  }

  /** Somebody's photo: for the operator alone. */
  async photo(session: Session, { id, seatId }: { readonly id: Parameters<Session['reject']>[0]; seatId: SeatId }) {
    const { stage } = session
    if (stage.at !== 'live') return session.reject(id, { code: 'outOfOrder' })
    if (stage.who.kind !== 'operator') return session.reject(id, { code: 'contactsNotYours' })
    const bytes = await this.#hall.photos.read(seatId)
    session.send({ t: 'photo', id, base64: bytes === null ? null : Buffer.from(bytes).toString('base64') })
  }

  /** A paper of this meeting, or of the council whose meeting it is. */
  #concerns(meetingId: MeetingId, paper: Paper): boolean {
    if (paper.kind !== 'assessmentTable') return paper.meetingId === meetingId
    const meeting = this.#hall.streams.meeting(meetingId)?.confirmed
    return meeting !== undefined && meeting.phase !== 'unopened' && meeting.councilId === paper.councilId
  }

  #allowance(who: LiveIdentity): number {
    const viewer = this.#audience.viewerOf(who)
    return viewer !== null && runsTheMeeting(viewer.role) ? DESK_ALLOWANCE_BYTES : SEAT_ALLOWANCE_BYTES
  }

  /** Asked on every frame of the notes: a role can change while the pen is in the hand. */
  #rights(who: LiveIdentity, meetingId: MeetingId): 'write' | 'read' | null {
    if (who.kind !== 'operator' && who.meetingId !== meetingId) return null
    const meeting = this.#hall.streams.meeting(meetingId)?.confirmed
    const viewer = this.#audience.viewerOf(who)
    return meeting === undefined || viewer === null ? null : notesRights(viewer.role, meeting.phase)
  }
}
