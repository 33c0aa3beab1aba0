import { GrowingBytes } from './growing-bytes.ts'
import { memoryLock } from './memory-lock.ts'
import type { LogFile, Storage } from './storage.ts'
import { fileParts, folderParts, renameParts } from './storage-path.ts'

type Folder = Map<string, GrowingBytes>

/** A data folder that is gone with the process: for demos and tests. Syncs have nothing to do. */
export function memoryStorage(): Storage {
  const folders = new Map<string, Folder>([['', new Map()]])
  const lock = memoryLock()

  const folder = (dir: string): Folder => {
    folderParts(dir)
    const found = folders.get(dir)
    if (found === undefined) throw new Error(`no such folder: ${dir}`)
    return found
  }
  const file = (path: string): GrowingBytes => {
    const { dir, name } = fileParts(path)
    const found = folder(dir).get(name)
    if (found === undefined) throw new Error(`no such file: ${path}`)
    return found
  }

  return {
    read: async (path) => {
      const { dir, name } = fileParts(path)
      return folders.get(dir)?.get(name)?.copy() ?? null
    },
    list: async (dir) => {
      folderParts(dir)
      return [...(folders.get(dir)?.keys() ?? [])].sort()
    },
    makeDir: async (dir) => {
      const parts = folderParts(dir)
      parts.forEach((_, index) => {
        const path = parts.slice(0, index + 1).join('/')
        if (!folders.has(path)) folders.set(path, new Map())
      })
    },
    openLog: async (path) => {
      const { dir, name } = fileParts(path)
      const content = folder(dir).get(name) ?? new GrowingBytes()
      folder(dir).set(name, content)
      return memoryLog(content)
    },
    write: async (path, bytes) => {
      const { dir, name } = fileParts(path)
      const content = new GrowingBytes()
      content.append(bytes)
      folder(dir).set(name, content)
    },
    syncFile: async (path) => {
      file(path)
    },
    rename: async (from, to) => {
      const names = renameParts(from, to)
      const content = file(from)
      folder(names.dir).delete(names.from)
      folder(names.dir).set(names.to, content)
    },
    remove: async (path) => {
      const { dir, name } = fileParts(path)
      folders.get(dir)?.delete(name)
    },
    syncDir: async (dir) => {
      folder(dir)
    },
    lock: async () => lock(),
  }
}

function memoryLog(content: GrowingBytes): LogFile {
  let open = true
  const opened = () => {
    if (!open) throw new Error('the file is closed')
    return content
  }
  return {
    size: () => content.length,
    append: async (bytes) => opened().append(bytes),
    sync: async () => {
      opened()
    },
    truncate: async (size) => {
      if (size > opened().length) throw new RangeError(`cannot cut ${content.length} bytes to ${size}`)
      content.resize(size)
    },
    close: async () => {
      open = false
    },
  }
}
