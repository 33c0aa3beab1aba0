import { useSyncExternalStore } from 'react'
import { devicePlace } from '../connection/keeping-place.ts'

const NAME = 'yishiting.large'
const listeners = new Set<() => void>()

const isLarge = () => document.documentElement.dataset['size'] === 'large'

function setLarge(large: boolean): void {
  document.documentElement.dataset['size'] = large ? 'large' : 'normal'
  devicePlace.write(NAME, large)
  for (const listener of listeners) listener()
}

/** Puts this device's choice of 大字 into force; once, before the page is drawn. */
export function restoreLargeType(): void {
  setLarge(devicePlace.read(NAME) === true)
}

/** 大字: whether it is on, and the switch. */
export function useLargeType(): readonly [large: boolean, set: (large: boolean) => void] {
  const large = useSyncExternalStore((redraw) => {
    listeners.add(redraw)
    return () => listeners.delete(redraw)
  }, isLarge)
  return [large, setLarge]
}
