import type { LogFile } from '../storage/storage.ts'
import type { Batch } from './batch-line.ts'
import { decodeBatches, type EventForm } from './decode-batches.ts'
import { type ChainEnd, GroupCommit, type JournalFailed } from './group-commit.ts'
import { type JournalFile, pathIn, syncOrMark } from './prepare-log.ts'
import { scanBatches } from './scan-batches.ts'

export type Journal<E> = {
  readonly lastSeq: number
  readonly lastHash: string
  /**
   * Resolves, with the batch that carries them, once the events are on disk; they are never split over batches.
   * Rejects with `JournalFailed` (written or not: unknown), with `JournalClosed`, or with the error of encoding them.
   * The batch holds the very objects handed in, so nobody may change them.
   */
  append(events: readonly E[]): Promise<Batch<E>>
  /** Reads the durable batches after `seq` again from the disk. Rejects when they are no longer what was written. */
  readFrom(seq: number): Promise<readonly Batch<E>[]>
  /** Waits for every append accepted so far, then closes the file. */
  close(): Promise<void>
}

type Running<E> = {
  readonly file: JournalFile
  readonly log: LogFile
  readonly form: EventForm<E>
  readonly version: number
  readonly now: () => number
  readonly onDurable?: (batch: Batch<E>) => void
  readonly onFailure?: (failure: JournalFailed) => void
  /** Where the chain stands, where on disk each batch starts, and the length of the file. */
  readonly end: ChainEnd
  readonly starts: readonly number[]
  readonly size: number
}

/** A journal whose file has been opened and is whole. */
export function runningJournal<E>(running: Running<E>): Journal<E> {
  const { file, log, version, now, onDurable, onFailure } = running
  const starts = [...running.starts]
  let size = running.size
  let closing: Promise<void> | null = null
  const durableLog = { append: (line: Uint8Array) => log.append(line), sync: () => syncOrMark(file, log) }
  const commit = new GroupCommit<E>(durableLog, running.end, {
    version,
    now,
    onDurable: (batch, bytes) => {
      starts.push(size)
      size += bytes
      onDurable?.(batch)
    },
    onFailure: (failure) => onFailure?.(failure),
  })

  const close = async () => {
    await commit.close()
    await log.close()
  }
  return {
    get lastSeq() {
      return commit.end.seq
    },
    get lastHash() {
      return commit.end.hash
    },
    append: (events) => commit.append(events),
    readFrom: (seq) => readDurable(running, { seq, start: starts[seq], size }),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** Only up to `size`: what lies behind it may be a batch that is being written at this moment. */
async function readDurable<E>(
  { file, form, version }: Running<E>,
  { seq, start, size }: { readonly seq: number; readonly start: number | undefined; readonly size: number },
): Promise<readonly Batch<E>[]> {
  if (start === undefined) return []
  const content = (await file.storage.read(pathIn(file.dir, file.name))) ?? new Uint8Array()
  const bytes = Buffer.from(content.buffer, content.byteOffset, Math.min(size, content.length))
  const scan = scanBatches(bytes, { start, seq: seq + 1, prev: null, newest: version })
  if (!scan.ok) throw changedOnDisk(file, scan.damage)
  if (bytes.length < size || scan.tail !== null) throw changedOnDisk(file, scan.tail)
  const decoded = decodeBatches(bytes, scan.batches, form)
  if (!decoded.ok) throw changedOnDisk(file, decoded.damage)
  return decoded.batches
}

function changedOnDisk({ name }: JournalFile, cause: unknown): Error {
  return new Error(`${name} is no longer what was written`, { cause })
}
