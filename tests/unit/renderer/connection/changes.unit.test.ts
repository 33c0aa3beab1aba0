import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { changesOf } from '../../../../renderer/connection/changes.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function client() {
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: () => {
      for (const listener of listeners) listener()
    },
    listeners,
  }
}

it('a burst of changes is drawn once, and later: never within the change itself', () => {
  const source = client()
  const changes = changesOf(source)
  const draw = vi.fn()
  changes.subscribe(draw)
  for (let index = 0; index < 100; index += 1) source.change()
  expect(draw).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(draw).toHaveBeenCalledTimes(1)
  expect(changes.count()).toBe(1)
})

it('a drawing that sets off a change is followed by one more drawing, not drawn within itself', () => {
  const source = client()
  const changes = changesOf(source)
  let drawing = 0
  let deepest = 0
  changes.subscribe(() => {
    drawing += 1
    deepest = Math.max(deepest, drawing)
    if (changes.count() < 100) source.change()
    drawing -= 1
  })
  source.change()
  vi.runAllTimers()
  expect([changes.count(), deepest]).toEqual([100, 1])
})

it('with nobody left to draw it lets go of the client', () => {
  const source = client()
  const stop = changesOf(source).subscribe(() => undefined)
  expect(source.listeners.size).toBe(1)
  stop()
  expect(source.listeners.size).toBe(0)
})
