import type { Storage } from '../storage/storage.ts'
import type { Batch } from './batch-line.ts'
import type { JournalDamage } from './damage.ts'
import { type DecodedBatches, decodeBatches } from './decode-batches.ts'
import type { JournalFailed } from './group-commit.ts'
import { newHeader } from './header-line.ts'
import { keepTail, openDurably, pathIn, type TornReport } from './prepare-log.ts'
import { type Journal, runningJournal } from './running-journal.ts'
import { scanJournal } from './scan-journal.ts'
import type { Upcasters } from './upcast.ts'

export type JournalOptions<E> = {
  readonly storage: Storage
  /** Folder of the journal, made when missing. */
  readonly dir: string
  /** File name in the folder; a torn tail is kept beside it as `<name>.torn-<ms>`. */
  readonly name: string
  readonly stream: string
  /** The data version this app writes, from 1; `upcasters` has exactly `version - 1` entries. */
  readonly version: number
  readonly upcasters: Upcasters
  /** Wall clock in ms. */
  readonly now: () => number
  /** Throws when the (upcast) value is no event of this stream: then the journal is damaged (`badEvent`). */
  readonly parseEvent?: (event: unknown) => E
  /** Called once per batch, in order, when it is on disk and before the appends it carries resolve. Must not throw. */
  readonly onDurable?: (batch: Batch<E>) => void
  /** Called once, when a write or sync failed and the journal takes nothing more. */
  readonly onFailure?: (failure: JournalFailed) => void
}

export type OpenJournalResult<E> =
  | { readonly ok: true; readonly journal: Journal<E>; readonly opened: OpenedJournal<E> }
  | { readonly ok: false; readonly damage: JournalDamage }

/** What was on disk at the start. Holds the file's bytes: let go of it when the state has been built. */
export type OpenedJournal<E> = {
  readonly lastSeq: number
  readonly lastHash: string
  /** What a power cut left half written and was cut off, or null. */
  readonly torn: TornReport | null
  /** The hash of batch `seq` (0: the header), or null when there is none: does a snapshot belong to this journal? */
  hashAt(seq: number): string | null
  /** Decodes only what comes after `seq` (0: everything). On damage the journal is open all the same: close it. */
  batchesAfter(seq: number): DecodedBatches<E>
}

/**
 * Opens a journal, making it when there is none, and leaves it whole: a torn tail is kept beside it and cut off.
 * Damage is a value, and then nothing on disk was touched; rejects when the disk fails. One opener per file at a time.
 */
export async function openJournal<E>(options: JournalOptions<E>): Promise<OpenJournalResult<E>> {
  const { storage, dir, name, stream, version, upcasters, now } = options
  if (upcasters.length !== version - 1)
    throw new Error(`version ${version} of ${stream} needs ${version - 1} upcasters`)
  await storage.makeDir(dir)
  const bytes = (await storage.read(pathIn(dir, name))) ?? new Uint8Array()
  const scan = scanJournal(bytes, { stream, version })
  if (!scan.ok) return scan

  const file = { storage, dir, name }
  const at = Math.trunc(now())
  const torn = scan.tail === null ? null : await keepTail(file, { bytes, tail: scan.tail, at })
  const kept = scan.tail?.from ?? bytes.length
  const fresh = scan.header === null ? newHeader({ stream, version, at }) : null
  const missing = fresh?.line ?? Buffer.from(scan.unterminated ? '\n' : '')
  const content = Buffer.concat([bytes.subarray(0, kept), missing])
  const log = await openDurably(file, { content, kept })

  const header = scan.header ?? fresh?.header
  if (header === undefined) throw new Error('a journal has a header')
  const end = scan.batches.at(-1) ?? { seq: 0, at: header.at, hash: header.hash }
  const form = { upcasters, parseEvent: options.parseEvent ?? ((event: unknown) => event as E) }
  const opened: OpenedJournal<E> = {
    lastSeq: end.seq,
    lastHash: end.hash,
    torn,
    hashAt: (seq) => (seq === 0 ? header.hash : (scan.batches[seq - 1]?.hash ?? null)),
    batchesAfter: (seq) => decodeBatches(content, scan.batches.slice(seq), form),
  }
  const starts = scan.batches.map((batch) => batch.start)
  return {
    ok: true,
    opened,
    journal: runningJournal({ ...options, form, file, log, end, starts, size: content.length }),
  }
}
