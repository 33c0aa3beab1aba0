import type { CouncilId, MeetingId } from '../../../shared/core/ids.ts'
import type { CouncilState } from '../../../shared/council/state.ts'
import type { MeetingState } from '../../../shared/meeting/state.ts'
import { councilKind, meetingKind, worksheetKind } from '../../../shared/streams/stream-kinds.ts'
import { addressOf, type StreamName } from '../../../shared/streams/stream-name.ts'
import type { JournalDamage } from '../journal/damage.ts'
import type { LiveStream, ShownBatch } from '../streams/live-stream.ts'
import { type OpenStreamResult, openStream } from '../streams/open-stream.ts'
import type { StreamServices } from '../streams/stream.ts'
import type { HallLog } from './hall-log.ts'
import { JOURNAL_DIR, streamInFile } from './stream-files.ts'

type Watch = {
  readonly onBatch: (stream: LiveStream, batch: ShownBatch) => void
  readonly onOpened: (stream: LiveStream) => void
  readonly onFailure: (error: Error) => void
}

/** A meeting as the host looks at it: `accepted` is also what is still on its way to the disk. */
type LiveMeeting = LiveStream & {
  readonly accepted: MeetingState
  readonly confirmed: MeetingState
  readonly digest: string
}

type LiveCouncil = LiveStream & { readonly confirmed: CouncilState }

/** All streams of a data folder. A damaged one is left alone, with its line, and the others go on. */
export class StreamSet {
  readonly #services: StreamServices
  readonly #watch: Watch
  readonly #log: HallLog
  readonly #streams = new Map<StreamName, LiveStream>()
  readonly #meetings = new Map<MeetingId, LiveMeeting>()
  readonly #councils = new Map<CouncilId, LiveCouncil>()
  readonly #damaged = new Map<StreamName, JournalDamage>()
  readonly #opening = new Map<StreamName, Promise<LiveStream | null>>()

  constructor(services: StreamServices, watch: Watch, log: HallLog) {
    this.#services = services
    this.#watch = watch
    this.#log = log
  }

  async openAll(): Promise<void> {
    for (const file of await this.#services.storage.list(JOURNAL_DIR)) {
      const name = streamInFile(file)
      if (name !== null) await this.open(name)
    }
  }

  get(name: StreamName): LiveStream | null {
    return this.#streams.get(name) ?? null
  }

  meeting(id: MeetingId): LiveMeeting | null {
    return this.#meetings.get(id) ?? null
  }

  council(id: CouncilId): LiveCouncil | null {
    return this.#councils.get(id) ?? null
  }

  councils(): readonly LiveCouncil[] {
    return [...this.#councils.values()]
  }

  damage(name: StreamName): JournalDamage | null {
    return this.#damaged.get(name) ?? null
  }

  all(): readonly LiveStream[] {
    return [...this.#streams.values()]
  }

  meetings(): readonly LiveMeeting[] {
    return [...this.#meetings.values()]
  }

  /** Opens a stream, making it when there is none; null when it is damaged. */
  open(name: StreamName): Promise<LiveStream | null> {
    const known = this.#streams.get(name)
    if (known !== undefined) return Promise.resolve(known)
    const opening = this.#opening.get(name) ?? this.#open(name).finally(() => this.#opening.delete(name))
    this.#opening.set(name, opening)
    return opening
  }

  async close(): Promise<void> {
    await Promise.all(this.#opening.values())
    const ended = await Promise.allSettled([...this.#streams.values()].map((stream) => stream.close()))
    const failed = ended.find((end) => end.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  async #open(name: StreamName): Promise<LiveStream | null> {
    const address = addressOf(name)
    switch (address.kind) {
      case 'council': {
        const council = await this.#live(name, (watch) => openStream(name, councilKind, this.#services, watch))
        if (council !== null) this.#councils.set(address.id, council)
        return council
      }
      case 'worksheets':
        return this.#live(name, (watch) => openStream(name, worksheetKind, this.#services, watch))
      case 'meeting': {
        const meeting = await this.#live(name, (watch) => openStream(name, meetingKind, this.#services, watch))
        if (meeting !== null) this.#meetings.set(address.id, meeting)
        return meeting
      }
    }
  }

  async #live<Live extends LiveStream & { show(batch: Batch): ShownBatch }, Batch>(
    name: StreamName,
    openWith: (watch: {
      onDurable: (batch: Batch) => void
      onFailure: (error: Error) => void
    }) => Promise<OpenStreamResult<Live>>,
  ): Promise<Live | null> {
    let live: Live | null = null
    const found = await openWith({
      onDurable: (batch) => live && this.#watch.onBatch(live, live.show(batch)),
      onFailure: this.#watch.onFailure,
    })
    if (!found.ok) {
      this.#damaged.set(name, found.damage)
      this.#log({ event: 'damaged', stream: name, line: found.damage.line, reason: found.damage.reason })
      return null
    }
    live = found.stream
    this.#streams.set(name, found.stream)
    if (found.torn !== null) this.#log({ event: 'tornTail', stream: name, ...found.torn })
    this.#log({ event: 'streamOpened', stream: name, seq: found.stream.seq, fromSnapshot: found.fromSnapshot })
    this.#watch.onOpened(found.stream)
    return found.stream
  }
}
