import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isLockFile, lockFolder } from './disk-lock.ts'
import { openDiskLog } from './disk-log.ts'
import { makeDiskFolder, syncDiskFile, syncDiskFolder } from './disk-sync.ts'
import { patiently } from './patiently.ts'
import type { Storage } from './storage.ts'
import { fileParts, folderParts, renameParts } from './storage-path.ts'

/** The data folder on the real disk; it is made by the first `makeDir` or `lock`. */
export function diskStorage(root: string): Storage {
  const base = resolve(root)
  const folder = (dir: string) => join(base, ...folderParts(dir))
  const file = (path: string) => {
    const { dir, name } = fileParts(path)
    return join(folder(dir), name)
  }
  return {
    read: async (path) => orMissing(readFile(file(path)), null),
    list: async (dir) => {
      const entries = await orMissing(readdir(folder(dir), { withFileTypes: true }), [])
      const files = entries.filter((entry) => entry.isFile() && !(dir === '' && isLockFile(entry.name)))
      return files.map((entry) => entry.name).sort()
    },
    makeDir: async (dir) => makeDiskFolder(base, folderParts(dir)),
    openLog: async (path) => openDiskLog(file(path)),
    write: async (path, bytes) => writeFile(file(path), bytes),
    syncFile: async (path) => syncDiskFile(file(path)),
    rename: async (from, to) => {
      renameParts(from, to)
      await patiently(() => rename(file(from), file(to)))
    },
    remove: async (path) => rm(file(path), { force: true }),
    syncDir: async (dir) => syncDiskFolder(folder(dir)),
    lock: async () => {
      await makeDiskFolder(base, [])
      return lockFolder(base)
    },
  }
}

async function orMissing<T, M>(found: Promise<T>, missing: M): Promise<T | M> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing
    throw error
  }
}
