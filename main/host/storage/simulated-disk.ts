import { memoryLock } from './memory-lock.ts'
import { SimulatedInode } from './simulated-inode.ts'
import { simulatedLog } from './simulated-log.ts'
import { type FailingOperation, SimulatedMachine } from './simulated-machine.ts'
import { SimulatedTree } from './simulated-tree.ts'
import type { Storage } from './storage.ts'
import { fileParts, folderParts, renameParts } from './storage-path.ts'

export type SimulatedDiskOptions = {
  /** From 0 (included) to 1 (excluded). Every wait and every loss comes from it: one seed, one story. */
  readonly random: () => number
  /** The sync that silently does nothing: `LogFile.sync`, `syncFile` or `syncDir` (never `truncate`, `makeDir`). */
  readonly ignore?: 'fdatasync' | 'fileSync' | 'dirSync' | null
  /** Called at every point at which the power may be cut, counted from 1: cut in here to cut in mid-operation. */
  readonly onStep?: (step: number) => void
}

export type SimulatedDisk = Storage & {
  /**
   * The disk as the next start finds it. On this one every operation, also those under way, ends with `PowerCut`.
   * Options that are not given stay as they are.
   */
  powerCut(next?: Partial<SimulatedDiskOptions>): SimulatedDisk
  /** The same for a process that is killed while the machine runs on: nothing written is lost. */
  kill(next?: Partial<SimulatedDiskOptions>): SimulatedDisk
  /** Lets the next such operation fail (disk full for writes, an IO error else). Repeated calls queue up. */
  failNext(operation: FailingOperation, error?: Error): void
}

/**
 * A disk that keeps no more than it was made to keep: the worst one the contract of `Storage` allows. A page cache over
 * a medium; what a power cut leaves of the unsynced is chosen page by page and name by name.
 */
export function simulatedDisk(options: SimulatedDiskOptions): SimulatedDisk {
  return diskOver(new SimulatedTree(), options)
}

function diskOver(initial: SimulatedTree, options: SimulatedDiskOptions): SimulatedDisk {
  const { random, ignore = null, onStep = () => {} } = options
  const machine = new SimulatedMachine(random, onStep)
  let tree = initial
  const lock = memoryLock()

  /** Fails after its work was prepared and before it counts: the old state stays. */
  const attempt = <T>(operation: FailingOperation, happens: () => T): Promise<T> => {
    const failure = machine.failure(operation)
    return machine.once(() => {
      if (failure !== null) throw failure
      return happens()
    })
  }

  const prepare = (path: string): SimulatedInode => {
    const { dir, name } = fileParts(path)
    const found = tree.folder(dir).get(name)
    if (found !== null) return found
    const created = new SimulatedInode()
    tree.folder(dir).link(name, created)
    return created
  }

  return {
    read: (path) =>
      machine.once(() => {
        const { dir, name } = fileParts(path)
        return tree.find(dir)?.get(name)?.content() ?? null
      }),
    list: (dir) => machine.once(() => tree.find(dir)?.names() ?? []),
    makeDir: (dir) =>
      machine.once(() => {
        folderParts(dir)
        tree = tree.withFolder(dir)
      }),
    openLog: (path) =>
      machine.once(() => simulatedLog(prepare(path), machine, { random, syncs: ignore !== 'fdatasync' })),
    write: async (path, bytes) => {
      const failure = machine.failure('write')
      const inode = await machine.once(() => {
        const prepared = prepare(path)
        prepared.replace(bytes.subarray(0, Math.floor(random() * (bytes.length + 1))))
        return prepared
      })
      if (failure !== null) throw failure
      await machine.once(() => inode.replace(bytes))
    },
    syncFile: (path) => {
      const failure = machine.failure('syncFile')
      return machine.once(() => {
        if (failure !== null) {
          tree.file(path).forgetDirty()
          throw failure
        }
        if (ignore !== 'fileSync') tree.file(path).sync()
      })
    },
    rename: (from, to) =>
      attempt('rename', () => {
        const names = renameParts(from, to)
        tree.folder(names.dir).rename(names.from, names.to)
      }),
    remove: (path) =>
      machine.once(() => {
        const { dir, name } = fileParts(path)
        tree.find(dir)?.unlink(name)
      }),
    syncDir: (dir) =>
      attempt('syncDir', () => {
        const folder = tree.folder(dir)
        if (ignore !== 'dirSync') folder.sync()
      }),
    lock: () => machine.once(lock),
    powerCut: (next = {}) => {
      machine.stop()
      return diskOver(tree.afterPowerCut(random), { ...options, ...next })
    },
    kill: (next = {}) => {
      machine.stop()
      return diskOver(tree.afterKill(), { ...options, ...next })
    },
    failNext: (operation, error = defaultFailure(operation)) => machine.failNext(operation, error),
  }
}

function defaultFailure(operation: FailingOperation): Error {
  const full = operation === 'append' || operation === 'write'
  const [code, text] = full ? ['ENOSPC', 'no space left on device'] : ['EIO', 'input/output error']
  return Object.assign(new Error(`${code}: ${text}, ${operation}`), { code })
}
