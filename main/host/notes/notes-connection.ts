import { assertNever } from '../../../shared/core/assert-never.ts'
import { type NotesCloseReason, notesCloseCodes } from '../../../shared/notes/close-codes.ts'
import { carriesUpdate, type NotesFrame, readFrame, writeFrame } from '../../../shared/notes/frames.ts'
import { NOTES_SCHEMA } from '../../../shared/notes/limits.ts'
import { type AuthFrame, authFrame, type RightsFrame, readTextFrame } from '../../../shared/notes/text-frames.ts'
import { notesFarewells } from '../../../shared/wording/notes-farewells.ts'
import { Manners } from './manners.ts'
import type { MeetingNotes, Member } from './meeting-notes.ts'
import type { NotesHolder } from './notes-holder.ts'
import type { NotesLine, NotesSocket } from './notes-socket.ts'

/** The first frame must have come within this time. */
const AUTH_MS = 5_000
/** Whoever sends too fast is not listened to for so long, and then asked for all of it at once. */
const PAUSE_MS = 1_000
const MAX_PAUSES = 5
/** Updates whose predecessors are missing before the connection is closed. */
const MAX_GAPS = 3
/** Bytes not yet taken by the network; a page that reads so slowly comes back for one answer instead of the backlog. */
const MAX_BUFFERED_BYTES = 2 * 1024 * 1024

/** Where a token leads. */
export type Admitted = { readonly notes: MeetingNotes; readonly holder: NotesHolder }

export type Desk = {
  readonly now: () => number
  readonly admit: (token: string) => Admitted | null
  readonly roomFor: (admitted: Admitted) => string | null
  /** The connection is over, by us or by the other end. */
  readonly onOver: (connection: NotesConnection, reason: NotesCloseReason | null) => void
}

type Stage = { readonly at: 'greeting' } | ({ readonly at: 'open' } & Admitted) | { readonly at: 'gone' }

/** One page on `/notes`. Rights are asked anew for every frame. */
export class NotesConnection implements Member, NotesLine {
  readonly #socket: NotesSocket
  readonly #desk: Desk
  readonly #manners: Manners
  #stage: Stage = { at: 'greeting' }
  #timer: NodeJS.Timeout
  #clientId = -1
  #told: RightsFrame | null = null
  /** syncStep2 and update frames that have come, and how many of them the page was told to be on the disk. */
  #frames = 0
  #saved = 0
  #savedTold = 0
  /** A frame was not taken: before another one is acknowledged, the page is asked for all that we lack. */
  #missed = false
  #gaps = 0
  #pauses = 0
  #paused = false

  constructor(socket: NotesSocket, desk: Desk) {
    this.#socket = socket
    this.#desk = desk
    this.#manners = new Manners(desk.now())
    this.#timer = setTimeout(() => this.close('authLate'), AUTH_MS)
  }

  get clientId(): number {
    return this.#clientId
  }

  get seatName(): string {
    return this.#stage.at === 'open' ? this.#stage.holder.seatName : ''
  }

  get writer(): string {
    return this.#stage.at === 'open' ? this.#stage.holder.writer : ''
  }

  allowance(): number {
    return this.#stage.at === 'open' ? this.#stage.holder.allowance() : 0
  }

  readonly onText = (text: string): void => {
    if (this.#stage.at === 'gone') return
    const auth = this.#stage.at === 'greeting' ? readTextFrame(authFrame, text) : null
    if (auth === null) this.close('malformed')
    else this.#greet(auth)
  }

  readonly onBytes = (bytes: Uint8Array): void => {
    const stage = this.#stage
    if (stage.at === 'gone') return
    if (stage.at === 'greeting') return this.close('malformed')
    if (carriesUpdate(bytes)) this.#frames += 1
    if (this.#paused || !this.#manners.allow(bytes.length, this.#desk.now())) return this.#pause()
    const frame = readFrame(bytes)
    const rights = stage.holder.rights()
    if (frame === null) this.close('malformed')
    else if (rights === null) this.close('withdrawn')
    else this.#handle(frame, stage.notes, rights === 'write')
  }

  readonly onGone = (): void => this.#over(null)

  send(frame: Uint8Array): void {
    if (this.#stage.at !== 'open') return
    if (this.#socket.bufferedBytes() > MAX_BUFFERED_BYTES) this.close('tooSlow')
    else this.#socket.sendBytes(frame)
  }

  sendCarets(carets: Uint8Array): void {
    this.send(writeFrame({ kind: 'carets', carets }))
  }

  tellRights(): void {
    const stage = this.#stage
    if (stage.at !== 'open') return
    const rights = stage.holder.rights()
    if (rights === null) return this.close('withdrawn')
    const frame: RightsFrame = { t: 'rights', write: rights === 'write', room: this.#desk.roomFor(stage) }
    const told = this.#told
    if (told !== null && told.write === frame.write && told.room === frame.room) return
    this.#told = frame
    this.#socket.send(JSON.stringify(frame))
    if (!frame.write) stage.notes.carets.hide(this)
    // Whoever was given the pen back may have written since.
    else if (told !== null && !told.write) this.#askForAll(stage.notes)
  }

  close(reason: NotesCloseReason): void {
    if (this.#stage.at === 'gone') return
    this.#socket.close(notesCloseCodes[reason], notesFarewells[reason])
    this.#over(reason)
  }

  #greet({ clientId, schema, token }: AuthFrame): void {
    if (schema !== NOTES_SCHEMA) return this.close('otherSchema')
    const admitted = this.#desk.admit(token)
    if (admitted === null) return this.close('passInvalid')
    clearTimeout(this.#timer)
    this.#clientId = clientId
    this.#stage = { at: 'open', ...admitted }
    this.tellRights()
  }

  #handle(frame: NotesFrame, notes: MeetingNotes, mayWrite: boolean): void {
    switch (frame.kind) {
      case 'syncStep1':
        return this.#answer(frame.stateVector, notes, mayWrite)
      case 'syncStep2':
      case 'update':
        return this.#receive(frame.update, notes, mayWrite)
      case 'carets':
        if (mayWrite && !notes.carets.move(this, frame.carets)) this.close('malformed')
        return
      case 'queryCarets':
        return notes.carets.sendAll(this)
      case 'saved':
        return this.close('malformed')
      default:
        return assertNever(frame)
    }
  }

  #answer(stateVector: Uint8Array, notes: MeetingNotes, mayWrite: boolean): void {
    if (!this.#manners.allowSync(this.#desk.now())) return this.close('tooFast')
    if (!notes.answer(this, stateVector)) return this.close('malformed')
    if (mayWrite) this.#askForAll(notes)
  }

  #receive(update: Uint8Array, notes: MeetingNotes, mayWrite: boolean): void {
    if (!mayWrite) {
      // A page that lost the pen a moment ago is told so; what it sends is not touched.
      this.#missed = true
      return this.tellRights()
    }
    const verdict = notes.receive(update, this)
    if (verdict === 'full') return this.close('full')
    if (verdict === 'foreign') return this.close('malformed')
    if (verdict === 'gap') {
      this.#missed = true
      this.#gaps += 1
      if (this.#gaps >= MAX_GAPS) return this.close('incomplete')
    }
    if (this.#missed) this.#askForAll(notes)
    const frames = this.#frames
    notes.afterWrites(() => this.#tellSaved(frames))
  }

  /** One answer for everything that was written in one go. */
  #tellSaved(frames: number): void {
    if (this.#saved === this.#savedTold) {
      setImmediate(() => {
        this.#savedTold = this.#saved
        this.send(writeFrame({ kind: 'saved', frames: this.#saved }))
      })
    }
    this.#saved = frames
  }

  /** In its turn behind whatever is being written, as all answers are. */
  #askForAll(notes: MeetingNotes): void {
    this.#missed = false
    const frame = writeFrame({ kind: 'syncStep1', stateVector: notes.document.stateVector() })
    notes.afterWrites(() => this.send(frame))
  }

  #pause(): void {
    this.#missed = true
    if (this.#paused) return
    this.#pauses += 1
    if (this.#pauses >= MAX_PAUSES) return this.close('tooFast')
    this.#paused = true
    this.#timer = setTimeout(() => {
      this.#paused = false
      if (this.#stage.at === 'open' && this.#told?.write === true) this.#askForAll(this.#stage.notes)
    }, PAUSE_MS)
  }

  #over(reason: NotesCloseReason | null): void {
    const stage = this.#stage
    if (stage.at === 'gone') return
    clearTimeout(this.#timer)
    if (stage.at === 'open') stage.notes.leave(this)
    this.#stage = { at: 'gone' }
    this.#desk.onOver(this, reason)
  }
}
