import { describe, expect, it } from 'vitest'
import { resultOf } from '../../../../shared/meeting/voting/result.ts'
import type { OpenVote } from '../../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { cast, issue, majority, stopIt, tally, votingRoom } from './room.ts'

/** NOW is 2025-10-09 in China. */
const rule: Rule = { ...majority, to: '2025-10-09' }
const onTheLastDay = { on: '2025-10-09' }
const dayAfter = { on: '2025-10-10' }

/** A vote in which each of these was pressed by somebody. */
function pressed(terms: Partial<Terms>, ...options: readonly string[]): OpenVote {
  const room = votingRoom(options.length, { rule, ...terms })
  for (const [index, option] of options.entries()) room.does(cast(index + 1, option))
  return room.open()
}

const invalid = { outcome: 'invalid', valid: false, passed: false, reasons: ['ruleExpired'] }

describe('a vote whose rule does not apply', () => {
  it('has no result and is no tie, however level it is', () => {
    const vote = pressed({}, 'for', 'against')
    expect(resultOf(vote, onTheLastDay)).toMatchObject({ outcome: 'notPassed', tie: true })
    expect(resultOf(vote, dayAfter)).toMatchObject(invalid)
    expect(resultOf(vote, dayAfter)).not.toHaveProperty('tie')
  })

  it('chooses nothing, and says why', () => {
    const vote = pressed(
      { question: { kind: 'choice', rows: ['甲', '乙'], pick: { op: 'atMost', count: 1 }, elects: 1 } },
      'chosen,not',
      'chosen,not',
      'not,chosen',
    )
    expect(resultOf(vote, onTheLastDay)).toMatchObject({ outcome: 'passed', rows: [{ elected: true }, {}] })
    const result = resultOf(vote, dayAfter)
    expect(result).toMatchObject({ ...invalid, rows: [{ elected: false }, { elected: false }] })
    expect(result).not.toHaveProperty('tie')
  })

  it('elects nobody, and says why', () => {
    const room = votingRoom(3, {
      rule,
      question: { kind: 'election', rows: ['甲', '乙'], posts: 1 },
      channels: { device: false, hands: null, paper: 'secret' },
    })
    room.does(issue([1, 2, 3]))
    room.does(stopIt)
    const rows = [
      { for: 2, against: 1 },
      { for: 1, against: 2 },
    ]
    room.does(tally(1, null, { rows, valid: 3 }))
    expect(resultOf(room.open(), onTheLastDay)).toMatchObject({ outcome: 'passed' })
    expect(resultOf(room.open(), dayAfter)).toMatchObject({
      ...invalid,
      rows: [{ elected: false }, { elected: false }],
    })
  })

  it('is not said to be objected to: nobody could have agreed', () => {
    const vote = pressed({ question: { kind: 'objection' }, display: 'live' }, 'object', 'object')
    expect(resultOf(vote, onTheLastDay)).toMatchObject({ outcome: 'objected', valid: true })
    expect(resultOf(vote, dayAfter)).toMatchObject(invalid)
  })
})
