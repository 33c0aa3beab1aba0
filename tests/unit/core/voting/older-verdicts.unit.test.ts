import { expect, it } from 'vitest'
import { outcomeOf } from '../../../../shared/meeting/voting/outcome.ts'

it('a verdict that names no outcome ended in one of the three that there were; one that names it ended in that', () => {
  expect(outcomeOf({ valid: true, passed: true })).toBe('passed')
  expect(outcomeOf({ valid: true, passed: false })).toBe('notPassed')
  expect(outcomeOf({ valid: false, passed: false })).toBe('invalid')
  expect(outcomeOf({ outcome: 'objected', valid: true, passed: false })).toBe('objected')
  expect(outcomeOf({ outcome: 'notCounted', valid: false, passed: false })).toBe('notCounted')
})
