import type { KeyboardEvent } from 'react'

/** The digit that was pressed, alone; null: none. A key that is held down is one press: its repeats come to nothing. */
export function digitPressed(event: KeyboardEvent): number | null {
  const { altKey, ctrlKey, key, metaKey, repeat } = event
  if (altKey || ctrlKey || metaKey || !/^(?:\d|Enter| )$/.test(key)) return null
  if (repeat) {
    event.preventDefault()
    return null
  }
  return /^\d$/.test(key) ? Number(key) : null
}
