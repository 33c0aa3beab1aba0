import type { Context } from '../../../shared/core/context.ts'
import type { CommandId } from '../../../shared/core/ids.ts'
import { parseMessage } from '../../../shared/core/messages.ts'
import type { Rejection } from '../../../shared/protocol/rejections.ts'
import { type CommandType, maySend } from '../../../shared/roles/permissions.ts'
import type { Viewer } from '../../../shared/roles/roles.ts'
import { carryOn, type HallEvent } from '../../../shared/streams/carry-on.ts'
import type { StreamKind } from '../../../shared/streams/stream-kinds.ts'
import type { StreamName } from '../../../shared/streams/stream-name.ts'
import type { Batch } from '../journal/batch-line.ts'
import type { Journal } from '../journal/running-journal.ts'
import type { Storage } from '../storage/storage.ts'
import { Answers, type Outcome } from './answers.ts'
import type { LiveStream, ShownBatch } from './live-stream.ts'
import { type Author, authorOf, type RecordedEvent } from './recorded-event.ts'
import { showBatch } from './show-batch.ts'
import { type Snapshot, type UntakenStep, writeSnapshot } from './snapshot.ts'
import type { Submission } from './submission.ts'

/** Batches kept in memory for clients that come back; an older cursor gets a snapshot of the state instead. */
const RECENT_BATCHES = 1_000
/** A snapshot is written after this many batches, and again when the journal has grown by half. */
const FIRST_SNAPSHOT_AT = 1_000
const SNAPSHOT_GROWTH = 1.5

const MARK_DIGITS = 12

export type StreamServices = Pick<Context, 'verifies' | 'announce' | 'announceWritten' | 'rosterOf'> & {
  readonly storage: Storage
  readonly now: () => number
}

/** What an event is to a stream, whatever its kind. */
export type Message = { readonly type: string; readonly data: unknown }

/** Enough of a batch's hash to tell two histories apart. */
const markOf = (hash: string): string => hash.slice(0, MARK_DIGITS)

type Entry<State> = { readonly after: State; readonly events: number }

/**
 * One stream, live: decides, evolves and writes. `decide` sees every event accepted so far, also those whose write
 * is still in flight; whoever looks from outside sees only `confirmed`, what is on the disk.
 */
export class Stream<State, Command, Event extends Message, Seen, Refusal extends Rejection> implements LiveStream {
  readonly name: StreamName
  readonly kind: StreamKind<State, Command, Event, Seen, Refusal>
  readonly #services: StreamServices
  readonly #fileName: string
  readonly #answers = new Answers()
  readonly #untaken = new Map<string, UntakenStep>()
  #journal: Journal<RecordedEvent<Event>> | null = null
  #state: State
  #confirmed: State
  #seq = 0
  #digest = ''
  #inFlight: Entry<State>[] = []
  #recent: Batch<RecordedEvent<Event>>[] = []
  #nextSnapshot = FIRST_SNAPSHOT_AT
  #snapshotting: Promise<void> = Promise.resolve()

  constructor(
    name: StreamName,
    fileName: string,
    kind: StreamKind<State, Command, Event, Seen, Refusal>,
    services: StreamServices,
  ) {
    this.name = name
    this.kind = kind
    this.#fileName = fileName
    this.#services = services
    this.#state = kind.initial
    this.#confirmed = kind.initial
  }

  /** The state as it is on the disk. */
  get confirmed(): State {
    return this.#confirmed
  }

  get seq(): number {
    return this.#seq
  }

  /** The journal's hash at the last batch on the disk. */
  get digest(): string {
    return this.#digest
  }

  /** The state with everything accepted so far: what a command will be decided on. */
  get accepted(): State {
    return this.#state
  }

  /** Takes up the past: first a snapshot, if there is one that fits, then the batches after it. */
  restore(snapshot: Snapshot | null, batches: readonly Batch<RecordedEvent<Event>>[]): void {
    if (snapshot !== null) {
      // A snapshot is taken only under the versions of this very code, so its state has this kind's shape.
      this.#state = snapshot.state as State
      this.#seq = snapshot.seq
      this.#digest = snapshot.hash
      this.#answers.restore(snapshot.answers)
      for (const step of snapshot.untaken) this.#untaken.set(step.cause, step)
      this.#nextSnapshot = Math.max(FIRST_SNAPSHOT_AT, snapshot.seq * SNAPSHOT_GROWTH)
    }
    for (const batch of batches) {
      for (const event of batch.events) this.#state = this.#evolve(this.#state, event)
      this.#note(batch)
    }
    this.#confirmed = this.#state
  }

  attach(journal: Journal<RecordedEvent<Event>>): void {
    this.#journal = journal
  }

  submit(submission: Submission): Promise<Outcome> {
    const { actor, id, hash } = submission
    const by = authorOf(actor)
    const known = this.#answers.find(by, id, hash)
    if (known !== null) return known
    const decision = this.#decide(submission)
    if ('rejection' in decision) {
      this.#answers.refused(by, id, hash, decision.rejection)
      return Promise.resolve({ ok: false, rejection: decision.rejection })
    }
    const outcome = this.#accept(decision.events, submission)
    this.#answers.accepted(by, id, hash, outcome)
    return outcome
  }

  /** Called by the journal for each batch on the disk, in order. */
  onDurable(batch: Batch<RecordedEvent<Event>>): void {
    let events = batch.events.length
    while (events > 0) {
      const entry = this.#inFlight.shift()
      if (entry === undefined) throw new Error(`${this.name}: the journal wrote events that nobody submitted`)
      events -= entry.events
      this.#confirmed = entry.after
    }
    this.#note(batch)
  }

  answered(by: Author, id: CommandId, hash: string): Promise<Outcome> | null {
    return this.#answers.find(by, id, hash)
  }

  view(viewer: Viewer): unknown {
    return this.kind.project(this.#confirmed, viewer)
  }

  get mark(): string {
    return markOf(this.#digest)
  }

  since(seq: number, mark: string): readonly ShownBatch[] | null {
    if (seq === this.#seq) return mark === this.mark ? [] : null
    const first = this.#recent[0]
    if (first === undefined || seq < first.seq || seq > this.#seq) return null
    const known = this.#recent[seq - first.seq]
    if (known === undefined || markOf(known.hash) !== mark) return null
    return this.#recent.slice(seq + 1 - first.seq).map((batch) => this.show(batch))
  }

  show(batch: Batch<RecordedEvent<Event>>): ShownBatch {
    // A recorded event is the event and its record; only the event itself is ever shown.
    const events = batch.events.map(({ type, data }) => ({ type, data }) as unknown as Event)
    return showBatch(this.kind, { stream: this.name, seq: batch.seq, mark: markOf(batch.hash), events })
  }

  untaken(): readonly UntakenStep[] {
    return [...this.#untaken.values()]
  }

  taken(cause: string): void {
    this.#untaken.delete(cause)
  }

  async close(): Promise<void> {
    await this.#journal?.close()
    await this.#snapshotting
    await this.#writeSnapshot().catch(() => undefined)
  }

  #decide(submission: Submission): { readonly events: readonly Event[] } | { readonly rejection: Rejection } {
    const { actor, id, type, data } = submission
    const command = parseMessage(this.kind.commands, type, data)
    if (command === null) return { rejection: { code: 'malformed' } }
    // Every type in a kind's table of commands is a CommandType: the permissions table is checked to have each.
    const permitted = type as CommandType
    if (!maySend(actor.role, permitted)) {
      return { rejection: { code: 'notPermitted', command: permitted, role: actor.role } }
    }
    const { announce, announceWritten, now, rosterOf, verifies } = this.#services
    const context: Context = { actor, now: now(), commandId: id, announce, announceWritten, rosterOf, verifies }
    const decided = this.kind.decide(this.#state, command as Command, context)
    return decided.ok ? { events: decided.value } : { rejection: decided.refusal }
  }

  #accept(events: readonly Event[], { actor, id, hash, cause }: Submission): Promise<Outcome> {
    if (this.#journal === null) throw new Error(`${this.name}: no journal`)
    const stamp = { at: this.#services.now(), by: authorOf(actor), command: { id, hash } }
    const recorded = events.map((event) => ({ ...event, ...stamp, ...(cause === undefined ? {} : { cause }) }))
    for (const event of recorded) this.#state = this.#evolve(this.#state, event)
    this.#inFlight.push({ after: this.#state, events: recorded.length })
    return this.#journal.append(recorded).then((batch) => ({ ok: true, seq: batch.seq }))
  }

  // Whatever happened may be folded: the events of a kind are among those its viewers can be shown.
  #evolve(state: State, { type, data }: Message): State {
    return this.kind.evolve(state, { type, data } as Seen)
  }

  #note(batch: Batch<RecordedEvent<Event>>): void {
    this.#seq = batch.seq
    this.#digest = batch.hash
    this.#recent.push(batch)
    if (this.#recent.length > RECENT_BATCHES * 2) this.#recent = this.#recent.slice(-RECENT_BATCHES)
    batch.events.forEach((event, index) => {
      this.#answers.durable(event.by, event.command.id, event.command.hash, batch.seq)
      const cause = `${this.name}#${batch.seq}.${index}`
      if (carryOn(event as unknown as HallEvent) !== null) this.#untaken.set(cause, { cause, event })
    })
    if (this.#journal !== null && batch.seq >= this.#nextSnapshot) {
      this.#nextSnapshot = batch.seq * SNAPSHOT_GROWTH
      this.#snapshotting = this.#snapshotting.then(() => this.#writeSnapshot()).catch(() => undefined)
    }
  }

  /** A failed snapshot costs time at the next opening and nothing else: callers let it fail. */
  #writeSnapshot(): Promise<void> {
    if (this.#seq === 0) return Promise.resolve()
    const { version, stateVersion } = this.kind
    return writeSnapshot(
      this.#services.storage,
      { fileName: this.#fileName, version, stateVersion },
      {
        seq: this.#seq,
        hash: this.#digest,
        state: this.#confirmed,
        answers: this.#answers.entries(),
        untaken: this.untaken(),
      },
    )
  }
}
