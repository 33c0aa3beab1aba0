import { Low } from 'lowdb'
import type { Storage } from '../storage/storage.ts'
import { fileParts } from '../storage/storage-path.ts'
import { DamagedDocument, durableAdapter, type Envelope, freshPath } from './durable-adapter.ts'
import { UpdateQueue } from './update-queue.ts'

export type DocumentOptions<T> = {
  readonly storage: Storage
  readonly path: string
  /** The data version this app writes, from 1; `upgrade` has exactly `version - 1` entries. */
  readonly version: number
  /** Index i lifts the data of version i+1 to version i+2. */
  readonly upgrade: readonly ((old: unknown) => unknown)[]
  /** Throws when the value is not of this document's shape. */
  readonly parse: (value: unknown) => T
  readonly initial: T
}

export type DocumentDamage = {
  readonly path: string
  readonly reason: 'notJson' | 'wrongShape' | 'newerVersion'
}

export type OpenDocumentResult<T> =
  | { readonly ok: true; readonly document: Document<T> }
  | { readonly ok: false; readonly damage: DocumentDamage }

export type Document<T> = {
  /** The last durable value. An update becomes visible here when it is on disk, never before. */
  readonly data: T
  /**
   * `change` gets the latest value, after every update before this one, and returns the new one without touching the
   * old. It runs when its turn to be written comes; updates that wait together are written together. Resolves when
   * durable; rejects when `change` throws or the disk fails, and then this change is not in `data`.
   */
  update(change: (data: T) => T): Promise<void>
}

/**
 * Opens a document, with `initial` when there is none; nothing is written before the first update, which also writes
 * upgraded data in its new form. Damage is a value; rejects when the disk fails. One opener per file at a time.
 */
export async function openDocument<T>(options: DocumentOptions<T>): Promise<OpenDocumentResult<T>> {
  const { storage, path, version, upgrade, parse, initial } = options
  if (upgrade.length !== version - 1) throw new Error(`version ${version} of ${path} needs ${version - 1} upgrades`)
  const { dir } = fileParts(path)
  await storage.makeDir(dir)
  await storage.remove(freshPath(path))
  // A process that was killed may have left a rename that nobody synced; what is read now must not be lost later.
  await storage.syncDir(dir)

  const low = new Low<Envelope>(durableAdapter(storage, path), { version, data: initial })
  const damage = (reason: DocumentDamage['reason']) => ({ ok: false, damage: { path, reason } }) as const
  try {
    await low.read()
  } catch (error) {
    if (error instanceof DamagedDocument) return damage(error.reason)
    throw error
  }
  if (low.data.version > version) return damage('newerVersion')
  const data = readAs(low.data, upgrade, parse)
  if (data === null) return damage('wrongShape')

  const queue = new UpdateQueue(data.value, async (value) => {
    low.data = { version, data: value }
    await low.write()
  })
  return {
    ok: true,
    document: {
      get data() {
        return queue.data
      },
      update: (change) => queue.update(change),
    },
  }
}

/** Null when the data cannot be lifted to this version, or is not of its shape. */
function readAs<T>(
  envelope: Envelope,
  upgrade: DocumentOptions<T>['upgrade'],
  parse: (value: unknown) => T,
): { readonly value: T } | null {
  try {
    const lifted = upgrade.slice(envelope.version - 1).reduce((data: unknown, lift) => lift(data), envelope.data)
    return { value: parse(lifted) }
  } catch {
    return null
  }
}
