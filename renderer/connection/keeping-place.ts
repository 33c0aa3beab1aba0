import type { Memory } from '../../shared/client/memory.ts'
import { type DeviceKey, makeDeviceKey } from '../../shared/identity/device-key.ts'
import { randomBytes } from './browser-runtime.ts'

const KEY_NAME = 'yishiting.key'

/** Where a page keeps things by name; `null` where nothing was kept. */
export type Place = {
  readonly read: (name: string) => unknown
  readonly write: (name: string, value: unknown) => void
}

/** A browser that forbids storage (a private window) still works: it then forgets on a reload. */
function placeIn(storage: () => Storage): Place {
  const fallback = new Map<string, string>()
  const attempt = <T>(act: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return act(storage())
    } catch {
      return otherwise()
    }
  }
  return {
    read: (name) => {
      const text = attempt(
        (kept) => kept.getItem(name) ?? fallback.get(name) ?? null,
        () => fallback.get(name) ?? null,
      )
      try {
        return text === null ? null : JSON.parse(text)
      } catch {
        return null
      }
    },
    write: (name, value) => {
      const text = JSON.stringify(value)
      attempt(
        (kept) => kept.setItem(name, text),
        () => void fallback.set(name, text),
      )
    },
  }
}

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
