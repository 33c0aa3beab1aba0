import type { Adapter } from 'lowdb'
import type { Storage } from '../storage/storage.ts'
import { fileParts } from '../storage/storage-path.ts'

/** What stands in a document's file. */
export type Envelope = { readonly version: number; readonly data: unknown }

/** The file is there and is no document. */
export class DamagedDocument extends Error {
  readonly reason: 'notJson' | 'wrongShape'

  constructor(reason: 'notJson' | 'wrongShape', cause?: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}

/**
 * lowdb's adapter on our storage: the file is always either the old document or the new one, whole. `write` resolves
 * when the new one is on disk; when it rejects, the next start finds the old one or the new one. Writes come one after
 * the other, in the order of the calls. `read` rejects with `DamagedDocument` when the file is none.
 */
export function durableAdapter(storage: Storage, path: string): Adapter<Envelope> {
  const { dir } = fileParts(path)
  const fresh = freshPath(path)
  let last: Promise<void> = Promise.resolve()

  const replace = async (bytes: Uint8Array) => {
    await storage.write(fresh, bytes)
    await storage.syncFile(fresh)
    await storage.rename(fresh, path)
    await storage.syncDir(dir)
  }
  return {
    read: async () => {
      const bytes = await storage.read(path)
      return bytes === null ? null : decode(bytes)
    },
    write: (envelope) => {
      const bytes = Buffer.from(`${JSON.stringify(envelope, null, 2)}\n`)
      const written = last.then(() => replace(bytes))
      last = written.catch(() => {})
      return written
    },
  }
}

/** Where a new version is written before it takes its name; a leftover there is of no use to anybody. */
export function freshPath(path: string): string {
  return `${path}.tmp`
}

function decode(bytes: Uint8Array): Envelope {
  const value = parseJson(bytes)
  if (typeof value !== 'object' || value === null) throw new DamagedDocument('wrongShape')
  const { version, data } = value as Record<string, unknown>
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1 || data === undefined) {
    throw new DamagedDocument('wrongShape')
  }
  return { version, data }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new DamagedDocument('notJson', error)
  }
}
