import { scanJournal } from '../../../main/host/journal/scan-journal.ts'
import type { Storage } from '../../../main/host/storage/storage.ts'
import { canonicalJson } from '../../../shared/core/canonical.ts'
import { streamKinds } from '../../../shared/streams/stream-kinds.ts'
import { addressOf, type StreamName } from '../../../shared/streams/stream-name.ts'
import { type FiledBatch, type FiledEvent, type JournalImage, readJournalImage } from '../../fixtures/journal-image.ts'

/** All of a data folder as the next start finds it, read without the code that wrote it. */
export type Image = {
  readonly journals: ReadonlyMap<StreamName, JournalImage>
  readonly documents: ReadonlyMap<string, unknown>
  readonly tornBytes: number
}

export async function readImage(storage: Storage, problems: string[]): Promise<Image> {
  const journals = new Map<StreamName, JournalImage>()
  for (const file of await storage.list('journals')) {
    if (!file.endsWith('.jsonl')) continue
    const bytes = (await storage.read(`journals/${file}`)) ?? new Uint8Array()
    const image = readJournalImage(bytes, file, problems)
    // The file's name says the stream; a journal without its header yet says nothing.
    const name = file.slice(0, -'.jsonl'.length).replace('-', '/') as StreamName
    if (image.stream !== '' && image.stream !== name) problems.push(`${file} holds ${image.stream}`)
    const scan = scanJournal(bytes, { stream: name, version: streamKinds[addressOf(name).kind].version })
    if (!scan.ok) problems.push(`${file} is refused: ${scan.damage.reason} in line ${scan.damage.line}`)
    else if (scan.batches.length !== image.batches.length) problems.push(`${file}: two readers disagree`)
    journals.set(name, image)
  }
  const documents = new Map<string, unknown>()
  for (const file of await storage.list('documents')) {
    const bytes = await storage.read(`documents/${file}`)
    if (file.endsWith('.json') && bytes !== null) documents.set(file, parse(file, bytes, problems))
  }
  const tornBytes = [...journals.values()].reduce((sum, journal) => sum + journal.tornBytes, 0)
  return { journals, documents, tornBytes }
}

function parse(file: string, bytes: Uint8Array, problems: string[]): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString()).data
  } catch {
    problems.push(`${file} is no document`)
    return null
  }
}

/** An event with its place. */
export type Placed = FiledEvent & { readonly stream: StreamName; readonly seq: number; readonly index: number }

export function eventsOf(image: Image): readonly Placed[] {
  return [...image.journals].flatMap(([stream, { batches }]) =>
    batches.flatMap(({ events, seq }) => events.map((event, index) => ({ ...event, stream, seq, index }))),
  )
}

/** The state of a stream after batch `seq`, folded from what is in the file, as canonical JSON. */
export function foldUpTo(image: Image, stream: StreamName, seq: number): string {
  const kind = streamKinds[addressOf(stream).kind]
  const batches: readonly FiledBatch[] = image.journals.get(stream)?.batches.slice(0, seq) ?? []
  // The stream's name says its kind, whose events these are.
  const evolve = kind.evolve as (state: unknown, event: unknown) => unknown
  const events = batches.flatMap((batch) => batch.events.map(({ type, data }) => ({ type, data })))
  return canonicalJson(events.reduce(evolve, kind.initial as unknown))
}
