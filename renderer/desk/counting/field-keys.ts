import type { KeyboardEvent } from 'react'
import { isPlainEnter } from '../scribe/use-function-keys.ts'

/** Marks a field that the arrows and Enter go through. */
export const COUNT_FIELD = { 'data-count-field': '' }

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, '+': 1, '=': 1, ArrowDown: -1, '-': -1 }

/**
 * The keys of a field with a number: up, down, + and - count, left, right and Enter go to the field beside; behind the last
 * one Enter comes to the key that enters it all.
 */
export function onFieldKey(event: KeyboardEvent<HTMLInputElement>, step: (by: 1 | -1) => void): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const by = STEPS[event.key]
  if (by !== undefined) {
    event.preventDefault()
    step(by)
  } else if (event.key === 'ArrowRight' || isPlainEnter(event)) {
    event.preventDefault()
    moveFrom(event.currentTarget, 1)
  } else if (event.key === 'ArrowLeft') {
    event.preventDefault()
    moveFrom(event.currentTarget, -1)
  }
}

function moveFrom(field: HTMLInputElement, by: 1 | -1): void {
  const form = field.closest('form')
  if (form === null) return
  const stops = [...form.querySelectorAll<HTMLElement>('[data-count-field], button[type="submit"]:not(:disabled)')]
  stops[stops.indexOf(field) + by]?.focus()
}
