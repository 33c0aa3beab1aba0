import { expect, it } from 'vitest'
import { cast, closeIt, openIt, roomOf, termsWith } from './room.ts'

it('a meeting that was called without a rule opens no vote but on terms that somebody chose', () => {
  const room = roomOf({ voters: 3, change: { rule: null } })
  expect(room.refuses(openIt()).code).toBe('notDecidedByVote')
  room.does(openIt(termsWith({ rule: null })))
  room.does(cast(1, 'for'))
  room.does(closeIt())
  expect(room.verdict()).toMatchObject({ outcome: 'counted', passed: false, ruleId: null })
})
