import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { CONTENT_TYPES } from './content-types.ts'

const gzipped = promisify(gzip)

/** Already compressed: a second time is no gain. */
const PACKED = ['.png', '.woff2', '.mp3']

export type Asset = {
  readonly type: string
  readonly etag: string
  readonly bytes: Buffer
  /** As `gzip`; null where that would gain nothing. */
  readonly packed: Buffer | null
}

/**
 * The files in one folder of the built pages, each read and compressed once: forty phones that come in at the same
 * moment over a weak Wi-Fi are answered from memory. Null for what is not there, and for every name with a path in it.
 */
export function assetsIn(folder: string): (name: string) => Promise<Asset | null> {
  const known = new Map<string, Promise<Asset | null>>()
  return (name) => {
    const type = CONTENT_TYPES[path.extname(name)]
    if (type === undefined || !/^[\w.-]+$/.test(name)) return Promise.resolve(null)
    const reading = known.get(name) ?? readAsset(path.join(folder, name), type)
    known.set(name, reading)
    // A file that is missing now may be there after the next build.
    void reading.then((asset) => asset === null && known.delete(name))
    return reading
  }
}

async function readAsset(file: string, type: string): Promise<Asset | null> {
  try {
    const bytes = await readFile(file)
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const packed = PACKED.includes(path.extname(file))
      ? null
      : await gzipped(bytes, { level: constants.Z_BEST_COMPRESSION })
    return { type, etag, bytes, packed }
  } catch {
    return null
  }
}
