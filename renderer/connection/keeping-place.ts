import type { Memory } from '../../shared/client/memory.ts'
import { type DeviceKey, makeDeviceKey } from '../../shared/identity/device-key.ts'
import { randomBytes } from './browser-runtime.ts'

const KEY_NAME = 'yishiting.key'

/** What is typed or ticked but not sent. */
export const DRAFT_PREFIX = 'yishiting.draft.'

/** Where a page keeps things by name; `null` where nothing was kept. */
export type Place = {
  readonly read: (name: string) => unknown
  /** Whether it will be there after a reload. */
  readonly write: (name: string, value: unknown) => boolean
  readonly remove: (name: string) => void
  readonly removeWhere: (isGone: (name: string) => boolean) => void
}

/** What gives way when there is no room for something that counts. */
const isMinor = (name: string) => name.startsWith(DRAFT_PREFIX)

/** A browser that forbids storage (a private window) or has none left still works: it then forgets on a reload. */
export function placeIn(storage: () => Storage): Place {
  /** What could not be kept, and is newer than anything that was. */
  const fallback = new Map<string, string>()
  const attempt = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(storage())
    } catch {
      return otherwise
    }
  }
  const keep = (name: string, text: string): boolean =>
    attempt((kept) => {
      kept.setItem(name, text)
      fallback.delete(name)
      return true
    }, false)
  const makeRoom = () =>
    attempt((kept) => {
      for (const name of namesIn(kept).filter(isMinor)) {
        const text = kept.getItem(name)
        if (text !== null) fallback.set(name, text)
        kept.removeItem(name)
      }
    }, undefined)
  const remove = (name: string) => {
    fallback.delete(name)
    attempt((kept) => kept.removeItem(name), undefined)
  }
  return {
    read: (name) => {
      const text = fallback.get(name) ?? attempt((kept) => kept.getItem(name), null)
      try {
        return text === null ? null : JSON.parse(text)
      } catch {
        return null
      }
    },
    write: (name, value) => {
      const text = JSON.stringify(value)
      if (keep(name, text)) return true
      if (!isMinor(name)) {
        makeRoom()
        if (keep(name, text)) return true
      }
      // What is there is older than this: a reload must not believe it.
      remove(name)
      fallback.set(name, text)
      return false
    },
    remove,
    removeWhere: (isGone) => {
      const names = [...attempt(namesIn, []), ...fallback.keys()]
      for (const name of names.filter(isGone)) remove(name)
    },
  }
}

const namesIn = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((name) => name !== null)

/** Outlives the browser's end: this device's key, its seat, its drafts. */
export const devicePlace = placeIn(() => window.localStorage)
/** Outlives a reload of this tab alone: the operator's secret is worth nothing after the host's end. */
export const tabPlace = placeIn(() => window.sessionStorage)

export const memoryIn = (place: Place, name: string): Memory => ({
  load: () => place.read(name),
  save: (kept) => place.write(name, kept),
})

/** This device's key: made once, bound to a seat by admission. */
export function deviceKey(): DeviceKey {
  const kept = devicePlace.read(KEY_NAME)
  if (isDeviceKey(kept)) return kept
  const made = makeDeviceKey(randomBytes)
  devicePlace.write(KEY_NAME, made)
  return made
}

function isDeviceKey(value: unknown): value is DeviceKey {
  if (typeof value !== 'object' || value === null) return false
  if (!('publicKey' in value) || !('secretKey' in value)) return false
  return [value.publicKey, value.secretKey].every((part) => typeof part === 'string' && /^[0-9a-f]{64}$/.test(part))
}
