import { type FileHandle, open } from 'node:fs/promises'

/** Appends and syncs these lines one after the other, with nothing else done. Gives the time it took, ms. */
export async function appendAndSync(file: string, lines: readonly Uint8Array[]): Promise<number> {
  return onDisk(file, async (handle) => {
    const from = performance.now()
    for (const line of lines) {
      await handle.write(line)
      await handle.datasync()
    }
    return performance.now() - from
  })
}

/**
 * The batched disk limit: a group commit and nothing else. Each piece comes at its moment (ms from the beginning) and is
 * appended and synced together with all that came during the last append and sync. Gives how long each took, ms: it waits
 * for the batch under way, if there is one, and for its own.
 */
export async function groupCommitOnly(
  file: string,
  pieces: readonly Uint8Array[],
  moments: readonly number[],
): Promise<readonly number[]> {
  return onDisk(file, async (handle) => {
    const times: number[] = []
    let waiting: { readonly piece: Uint8Array; readonly at: number }[] = []
    let writing: Promise<void> | null = null
    const write = async () => {
      while (waiting.length > 0) {
        const batch = waiting
        waiting = []
        await handle.write(Buffer.concat(batch.map(({ piece }) => piece)))
        await handle.datasync()
        for (const { at } of batch) times.push(performance.now() - at)
      }
      writing = null
    }
    const come = (piece: Uint8Array) => {
      waiting.push({ piece, at: performance.now() })
      writing ??= write()
    }
    await Promise.all(
      pieces.map((piece, index) => {
        const moment = moments[index] ?? 0
        if (moment > 0) return new Promise<void>((came) => setTimeout(() => came(come(piece)), moment))
        return come(piece)
      }),
    )
    await writing
    return times
  })
}

/** The same bytes in so many pieces of one length. */
export function piecesOf(bytes: Uint8Array, count: number): readonly Uint8Array[] {
  const length = Math.ceil(bytes.length / count)
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length))
}

export function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end + 1))
    start = end + 1
  }
  return lines
}

async function onDisk<T>(file: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'a')
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}
