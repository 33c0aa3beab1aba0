import { describe, expect, it } from 'vitest'
import { Unsaved } from '../../../shared/notes/unsaved.ts'

describe('what the host is not known to have', () => {
  it('is everything that was typed, until the frame that carried it is saved', () => {
    const unsaved = new Unsaved()
    unsaved.add(1)
    unsaved.add(1)
    unsaved.sentWaiting(1)
    unsaved.add(1)
    unsaved.sentWaiting(2)
    unsaved.add(1)
    expect(unsaved.edits).toBe(4)
    unsaved.saved(1)
    expect(unsaved.edits).toBe(2)
    unsaved.saved(2)
    expect(unsaved.edits).toBe(1)
    expect(unsaved.isEmpty).toBe(false)
  })

  it('is in the answer once the host has asked for all, whatever it says of earlier frames', () => {
    const unsaved = new Unsaved()
    unsaved.add(1)
    unsaved.sentWaiting(5)
    unsaved.add(1)
    unsaved.sentWaiting(6)
    unsaved.sentAll(7)
    unsaved.saved(6)
    expect(unsaved.edits).toBe(2)
    unsaved.saved(7)
    expect(unsaved.isEmpty).toBe(true)
  })

  it('is open again when the line is lost, and frames count anew', () => {
    const unsaved = new Unsaved()
    unsaved.add(3)
    unsaved.sentWaiting(9)
    unsaved.lineLost()
    unsaved.saved(9)
    expect(unsaved.edits).toBe(3)
    unsaved.sentAll(1)
    unsaved.saved(1)
    expect(unsaved.isEmpty).toBe(true)
  })

  it('may be something that only peers have written', () => {
    const unsaved = new Unsaved()
    unsaved.add(0)
    expect(unsaved.edits).toBe(0)
    expect(unsaved.isEmpty).toBe(false)
    unsaved.sentAll(1)
    unsaved.saved(1)
    expect(unsaved.isEmpty).toBe(true)
  })
})
