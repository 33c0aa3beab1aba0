import { expiredContacts } from '../../../shared/contacts/retention.ts'
import {
  type CommandId,
  type CouncilId,
  commandId,
  type MeetingId,
  type RandomBytes,
  type SeatId,
} from '../../../shared/core/ids.ts'
import { emptyRoster, type RosterNow } from '../../../shared/council/state.ts'
import type { DocumentName } from '../../../shared/protocol/client-frames.ts'
import type { Rejection } from '../../../shared/protocol/rejections.ts'
import type { Actor } from '../../../shared/roles/roles.ts'
import { carryOn, type HallEvent } from '../../../shared/streams/carry-on.ts'
import { addressOf, meetingStream, type StreamName } from '../../../shared/streams/stream-name.ts'
import { voteSentence } from '../../../shared/wording/vote-sentence.ts'
import { writtenVoteSentence } from '../../../shared/wording/written-vote-sentence.ts'
import { signatureVerifier } from '../identity/signatures.ts'
import type { Storage } from '../storage/storage.ts'
import type { Outcome } from '../streams/answers.ts'
import type { LiveStream, ShownBatch } from '../streams/live-stream.ts'
import type { UntakenStep } from '../streams/snapshot.ts'
import { type ContactsDocument, withoutReach } from './contacts.ts'
import { idOfStep, payloadHash } from './digest.ts'
import { changeDocument } from './document-commands.ts'
import type { HallLog } from './hall-log.ts'
import type { LibraryDocument } from './library.ts'
import { indexed, isIndexed, type MeetingIndexDocument } from './meeting-index.ts'
import { Photos } from './photos.ts'
import type { SettingsDocument } from './settings.ts'
import { SpeechTimers } from './speech-timer.ts'
import { StreamSet } from './stream-set.ts'

const CODE_DIGITS = 6

export type HallServices = {
  readonly storage: Storage
  /** Wall clock, ms since 1970. */
  readonly now: () => number
  readonly random: RandomBytes
  readonly log: HallLog
}

export type HallDocuments = {
  readonly settings: SettingsDocument
  readonly contacts: ContactsDocument
  readonly library: LibraryDocument
  readonly index: MeetingIndexDocument
}

/** What the sessions are told of; every call comes after the disk. */
export type HallWatch = {
  readonly onBatch?: (batch: ShownBatch) => void
  readonly onOpened?: (stream: LiveStream) => void
  readonly onIndex?: () => void
  /** One of the documents that commands change has changed. */
  readonly onDocument?: (name: DocumentName) => void
  /** The disk no longer takes anything: the host has stopped accepting. */
  readonly onFailure?: () => void
}

/** What a command is for: a stream, or one of the documents that are changed by commands. */
export type Target = StreamName | DocumentName

export type HallCommand = {
  readonly actor: Actor
  readonly id: CommandId
  readonly type: string
  readonly data: unknown
}

/** The host without its sockets: streams, documents, and the steps from one stream to the next. */
export class Hall {
  readonly documents: HallDocuments
  readonly photos: Photos
  readonly streams: StreamSet
  readonly now: () => number
  readonly #services: HallServices
  readonly #speechTimers: SpeechTimers
  readonly #release: () => Promise<void>
  readonly #watches = new Set<HallWatch>()
  readonly #taking = new Set<string>()
  #halted: 'storageFailed' | 'hostEnding' | null = null
  #indexing: Promise<void> = Promise.resolve()
  /** Documents on their way to the disk. */
  readonly #writing = new Set<Promise<void>>()

  constructor(services: HallServices, documents: HallDocuments, release: () => Promise<void>) {
    this.documents = documents
    this.now = services.now
    this.#services = services
    this.#release = release
    const { storage, now, log } = services
    this.photos = new Photos(storage)
    this.#speechTimers = new SpeechTimers({
      now,
      mintCommandId: () => commandId.mint(services.random),
      send: (meetingId, id, speechId) => {
        const actor: Actor = { role: 'host', seatId: null }
        const timeOut = { actor, id, type: 'timeOutSpeech', data: { speechId } }
        void this.submit(meetingStream(meetingId), timeOut).then((outcome) => {
          // A timer may run a moment ahead of the clock.
          if (!outcome.ok && outcome.rejection.code === 'timeNotUp') this.#lookAtClock(meetingId)
        })
      },
    })
    this.streams = new StreamSet(
      {
        storage,
        now,
        verifies: signatureVerifier(),
        announce: voteSentence,
        announceWritten: writtenVoteSentence,
        rosterOf: (id) => this.#rosterNow(id),
      },
      {
        onBatch: (stream, batch) => this.#onBatch(stream, batch),
        onOpened: (stream) => this.#tell((watch) => watch.onOpened?.(stream)),
        onFailure: (error) => this.#fail(error),
      },
      log,
    )
  }

  /** Opens every stream of the folder and takes the steps that an end in the middle left untaken. */
  async start(): Promise<void> {
    await this.streams.openAll()
    for (const stream of this.streams.all()) this.#takeSteps(stream)
    this.#reindex()
    await this.#indexing
    for (const { confirmed } of this.streams.meetings()) this.#speechTimers.look(confirmed)
    await this.expireContacts()
    const { seats } = this.documents.contacts.data
    await this.photos.keepOnly(new Set(Object.keys(seats).filter((seatId) => seats[seatId]?.photo === true)))
  }

  watch(watch: HallWatch): () => void {
    this.#watches.add(watch)
    return () => this.#watches.delete(watch)
  }

  get halted(): 'storageFailed' | 'hostEnding' | null {
    return this.#halted
  }

  /**
   * Carries a command out. For a stream that is open, it is decided before this returns; the promise resolves after
   * the disk, and never rejects.
   */
  submit(target: Target, command: HallCommand): Promise<Outcome> {
    if (this.#halted !== null) return refused({ code: this.#halted })
    if (isDocument(target)) return this.#submitToDocument(target, command)
    const stream = this.streams.get(target)
    return stream === null ? this.#submitToNew(target, command) : this.#submitTo(stream, command)
  }

  /** The answer that this command got before, whoever asks now; null when it was never carried out or refused. */
  answered(target: Target, by: SeatId, command: Omit<HallCommand, 'actor'>): Promise<Outcome> | null {
    if (isDocument(target)) return null
    const { data, id, type } = command
    return this.streams.get(target)?.answered(by, id, payloadHash({ stream: target, type, data })) ?? null
  }

  /** 到期删除: what is no longer needed of people who have left. Rejects when the disk fails. */
  async expireContacts(): Promise<void> {
    const { contacts, settings } = this.documents
    const councils = this.streams.councils().map((council) => council.confirmed)
    const [months, now] = [settings.data.contactMonths, this.now()]
    const expired = expiredContacts(councils, contacts.data.seats, { months, now })
    if (expired.length === 0 || this.#halted !== null) return
    await this.#written(contacts.update((before) => withoutReach(before, expired)))
    await this.#written(this.photos.remove(expired))
    this.#services.log({ event: 'contactsExpired', seats: expired.length })
  }

  /** The seats on a council's roster, then those that have left it; none when there is no such council. */
  rosterOf(id: CouncilId): readonly SeatId[] {
    const council = this.streams.council(id)?.confirmed
    return council?.phase === 'founded' ? [...council.seats, ...council.retired].map((seat) => seat.seatId) : []
  }

  /** Those who belong to a council and those who have left it, as the disk has it. */
  #rosterNow(id: CouncilId): RosterNow {
    const council = this.streams.council(id)?.confirmed
    return council?.phase === 'founded' ? council : emptyRoster
  }

  /** A meeting has been opened here: browsers now keep their keys for this port. */
  rememberPort(port: number): void {
    const { settings } = this.documents
    if (settings.data.port === port || this.#halted === 'storageFailed') return
    this.#written(settings.update((old) => ({ ...old, port }))).catch((error: unknown) => this.#fail(error))
  }

  /** The disk has failed somewhere else in this folder: nothing more is accepted anywhere. */
  storageFailed(error: unknown): void {
    this.#fail(error)
  }

  /** Ends in good order: what is accepted is written, a snapshot left, the folder given back. */
  async close(): Promise<void> {
    this.#halted ??= 'hostEnding'
    this.#speechTimers.stop()
    await this.#indexing
    await this.streams.close().catch((error: unknown) => this.#fail(error))
    // The last batches may have changed the index, and that the settings; another host may open only after them.
    await this.#indexing
    while (this.#writing.size > 0) await Promise.allSettled(this.#writing)
    await this.#release()
  }

  #submitTo(stream: LiveStream, command: HallCommand, cause?: string): Promise<Outcome> {
    const { actor, id, type, data } = command
    const hash = payloadHash({ stream: stream.name, type, data })
    const submission = { actor, id, hash, type, data, ...(cause === undefined ? {} : { cause }) }
    return stream.submit(submission).catch((error: unknown) => this.#fail(error))
  }

  /** Only the operator makes a stream by a command, and only by founding the council of that name. */
  async #submitToNew(name: StreamName, command: HallCommand): Promise<Outcome> {
    const damage = this.streams.damage(name)
    if (damage !== null) return { ok: false, rejection: { code: 'streamDamaged', line: damage.line } }
    const { kind, id } = addressOf(name)
    const founds = command.type === 'foundCouncil' && kind === 'council' && command.actor.role === 'operator'
    if (!founds || !hasId(command.data, id)) return { ok: false, rejection: { code: 'streamUnknown' } }
    const stream = await this.#opened(name)
    if (this.#halted !== null) return { ok: false, rejection: { code: this.#halted } }
    return stream === null ? { ok: false, rejection: { code: 'streamUnknown' } } : this.#submitTo(stream, command)
  }

  async #submitToDocument(name: DocumentName, command: HallCommand): Promise<Outcome> {
    const changing = changeDocument(name, this, command)
    try {
      await this.#written(changing.then(() => undefined))
      const rejection = await changing
      if (rejection !== null) return { ok: false, rejection }
    } catch (error) {
      return this.#fail(error)
    }
    this.#tell((watch) => watch.onDocument?.(name))
    return { ok: true, seq: 0 }
  }

  #onBatch(stream: LiveStream, batch: ShownBatch): void {
    this.#tell((watch) => watch.onBatch?.(batch))
    this.#takeSteps(stream)
    const address = addressOf(batch.stream)
    if (address.kind === 'meeting') this.#lookAtClock(address.id)
    const milestones = ['meetingOpened', 'meetingClosed', 'meetingSealed']
    if (milestones.some((type) => batch.types.has(type))) this.#reindex()
  }

  #lookAtClock(id: MeetingId): void {
    const meeting = this.streams.meeting(id)
    if (meeting !== null && this.#halted === null) this.#speechTimers.look(meeting.accepted)
  }

  #takeSteps(stream: LiveStream): void {
    for (const step of stream.untaken()) {
      // What is left untaken by an end is taken at the next start.
      if (this.#halted !== null || this.#taking.has(step.cause)) continue
      this.#taking.add(step.cause)
      void this.#take(stream, step).finally(() => this.#taking.delete(step.cause))
    }
  }

  /** Writes what follows from an event into the stream where it belongs. Taking it again gets the first answer. */
  async #take(from: LiveStream, { cause, event }: UntakenStep): Promise<void> {
    // Only an event that carries on is ever kept as an untaken step.
    const step = carryOn(event as HallEvent)
    const target = step && (await this.#opened(step.stream))
    if (step === null || target === null || this.#halted !== null) return
    const actor: Actor = { role: 'host', seatId: null }
    const outcome = await this.#submitTo(target, { actor, id: idOfStep(cause), ...step.command }, cause)
    if (this.#halted !== null && !outcome.ok) return
    from.taken(cause)
    if (outcome.ok) return
    this.#services.log({ event: 'stepRefused', stream: target.name, cause, code: outcome.rejection.code })
  }

  async #opened(name: StreamName): Promise<LiveStream | null> {
    try {
      return await this.streams.open(name)
    } catch (error) {
      this.#fail(error)
      return null
    }
  }

  /** Brings the list of meetings up to what the journals say, one change after the other. */
  #reindex(): void {
    this.#indexing = this.#indexing.then(async () => {
      const { index } = this.documents
      const stale = this.streams.meetings().filter(({ confirmed }) => !isIndexed(index.data, confirmed))
      if (stale.length === 0 || this.#halted === 'storageFailed') return
      try {
        await index.update((known) =>
          stale.reduce((all, { confirmed, digest }) => {
            return confirmed.phase === 'unopened'
              ? all
              : indexed(all, confirmed, { joinCode: () => this.#code(), digest })
          }, known),
        )
        this.#tell((watch) => watch.onIndex?.())
      } catch (error) {
        this.#fail(error)
      }
    })
  }

  #written(writing: Promise<void>): Promise<void> {
    const done = writing.finally(() => this.#writing.delete(done))
    this.#writing.add(done)
    return done
  }

  #code(): string {
    const value = this.#services.random(4).reduce((sum, byte) => sum * 256 + byte, 0)
    return String(value % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
  }

  #fail(error: unknown): Outcome {
    if (this.#halted !== 'storageFailed') {
      this.#halted = 'storageFailed'
      this.#services.log({ event: 'storageFailed', error: error instanceof Error ? error.message : String(error) })
      this.#tell((watch) => watch.onFailure?.())
    }
    return { ok: false, rejection: { code: 'storageFailed' } }
  }

  #tell(say: (watch: HallWatch) => void): void {
    for (const watch of this.#watches) say(watch)
  }
}

const isDocument = (target: Target): target is DocumentName => !target.includes('/')

const refused = (rejection: Rejection): Promise<Outcome> => Promise.resolve({ ok: false, rejection })

function hasId(data: unknown, id: string): boolean {
  return typeof data === 'object' && data !== null && 'councilId' in data && data.councilId === id
}
