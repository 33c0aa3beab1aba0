import type { SimulatedInode } from './simulated-inode.ts'
import type { SimulatedMachine } from './simulated-machine.ts'
import type { LogFile } from './storage.ts'

/** An open file of a simulated disk. An append arrives in pieces, so that a kill can come between them. */
export function simulatedLog(
  inode: SimulatedInode,
  machine: SimulatedMachine,
  { random, syncs }: { readonly random: () => number; readonly syncs: boolean },
): LogFile {
  let open = true
  let size = inode.length
  const opened = () => {
    if (!open) throw new Error('the file is closed')
    return inode
  }

  const writeSome = async (bytes: Uint8Array) => {
    for (let done = 0; done < bytes.length; ) {
      const piece = bytes.subarray(done, done + 1 + Math.floor(random() * bytes.length))
      await machine.once(() => opened().append(piece))
      done += piece.length
    }
  }

  return {
    size: () => size,
    append: async (bytes) => {
      opened()
      const failure = machine.failure('append')
      if (failure !== null) {
        await writeSome(bytes.subarray(0, Math.floor(random() * (bytes.length + 1))))
        throw failure
      }
      await writeSome(bytes)
      size += bytes.length
    },
    sync: async () => {
      opened()
      const failure = machine.failure('sync')
      await machine.once(() => {
        if (failure !== null) {
          inode.forgetDirty()
          throw failure
        }
        if (syncs) inode.sync()
      })
    },
    truncate: (to) =>
      machine.once(() => {
        if (to > opened().length) throw new RangeError(`cannot cut ${inode.length} bytes to ${to}`)
        inode.truncate(to)
        size = to
      }),
    close: () =>
      machine.once(() => {
        open = false
      }),
  }
}
