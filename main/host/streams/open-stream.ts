import type { Rejection } from '../../../shared/protocol/rejections.ts'
import type { StreamKind } from '../../../shared/streams/stream-kinds.ts'
import { addressOf, type StreamName } from '../../../shared/streams/stream-name.ts'
import { JOURNAL_DIR, journalFile } from '../hall/stream-files.ts'
import type { Batch } from '../journal/batch-line.ts'
import type { JournalDamage } from '../journal/damage.ts'
import { openJournal } from '../journal/journal.ts'
import { parseRecordedEvent, type RecordedEvent } from './recorded-event.ts'
import { readSnapshot } from './snapshot.ts'
import { type Message, Stream, type StreamServices } from './stream.ts'
import { upcasters } from './upcasters.ts'

type Watch<Event> = {
  readonly onDurable: (batch: Batch<RecordedEvent<Event>>) => void
  readonly onFailure: (error: Error) => void
}

export type OpenStreamResult<Live> =
  | {
      readonly ok: true
      readonly stream: Live
      readonly fromSnapshot: boolean
      readonly torn: { readonly bytes: number; readonly keptAs: string } | null
    }
  | { readonly ok: false; readonly damage: JournalDamage }

/** Opens or makes a stream's journal and folds it, from its snapshot where one fits. Damage is a value. */
export async function openStream<State, Command, Event extends Message, Seen, Refusal extends Rejection>(
  name: StreamName,
  kind: StreamKind<State, Command, Event, Seen, Refusal>,
  services: StreamServices,
  watch: Watch<Event>,
): Promise<OpenStreamResult<Stream<State, Command, Event, Seen, Refusal>>> {
  const { storage, now } = services
  const fileName = journalFile(name)
  const stream = new Stream(name, fileName, kind, services)
  const { stateVersion, version } = kind
  const found = await openJournal<RecordedEvent<Event>>({
    storage,
    dir: JOURNAL_DIR,
    name: fileName,
    stream: name,
    version,
    upcasters: upcasters[addressOf(name).kind],
    now,
    parseEvent: (event) => parseRecordedEvent<Event>(kind.events, event),
    onDurable: (batch) => {
      stream.onDurable(batch)
      watch.onDurable(batch)
    },
    onFailure: watch.onFailure,
  })
  if (!found.ok) return found
  const { journal, opened } = found
  const kept = await readSnapshot(storage, { fileName, version, stateVersion })
  const snapshot = kept !== null && opened.hashAt(kept.seq) === kept.hash ? kept : null
  const decoded = opened.batchesAfter(snapshot?.seq ?? 0)
  if (!decoded.ok) {
    await journal.close()
    return decoded
  }
  stream.restore(snapshot, decoded.batches)
  stream.attach(journal)
  return { ok: true, stream, fromSnapshot: snapshot !== null, torn: opened.torn }
}
