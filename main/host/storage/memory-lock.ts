import type { LockResult } from './storage.ts'

/** The lock of a folder that this process alone can see. */
export function memoryLock(): () => LockResult {
  let holder: symbol | null = null
  return () => {
    if (holder !== null) return { ok: false, holder: 'this process' }
    const mine = Symbol('lock')
    holder = mine
    return {
      ok: true,
      release: async () => {
        if (holder === mine) holder = null
      },
    }
  }
}
