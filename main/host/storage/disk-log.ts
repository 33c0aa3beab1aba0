import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { LogFile } from './storage.ts'
import { writeAll } from './write-all.ts'

/**
 * Opens a file of the real disk for appending. Not with the append flag: on Windows a file opened with it cannot be
 * truncated. The position is ours instead, there is only one writer.
 */
export async function openDiskLog(path: string): Promise<LogFile> {
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT)
  try {
    const { size } = await handle.stat()
    return diskLog(handle, size)
  } catch (error) {
    await handle.close()
    throw error
  }
}

function diskLog(handle: FileHandle, initialSize: number): LogFile {
  let size = initialSize
  return {
    size: () => size,
    append: async (bytes) => {
      await writeAll((rest, position) => handle.write(rest, 0, rest.length, position), bytes, size)
      size += bytes.length
    },
    sync: () => handle.datasync(),
    truncate: async (to) => {
      if (to > size) throw new RangeError(`cannot cut ${size} bytes to ${to}`)
      await handle.truncate(to)
      await handle.sync()
      size = to
    },
    close: () => handle.close(),
  }
}
