import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../../shared/rules/rule.ts'
import {
  type Answer,
  decidedInWriting,
  householders,
  owner,
  ownersOf,
  verdictOf,
} from '../../../fixtures/written-meeting.ts'

const half: Rule = {
  ruleId: 'half',
  name: '半数以上',
  quorum: null,
  pass: { den: 'participating', op: '>=', share: { num: 1, den: 2 } },
  source: '议事公约第三条',
}

const surveyed = (...options: readonly Answer[1][]) => {
  const answers = options.map((option, index): Answer => [owner(index), option])
  return verdictOf(decidedInWriting(householders(4), answers, { kind: 'survey', rule: half }).state)
}

describe('a tie in writing', () => {
  it('is one where as many are against as in favour', () => {
    expect(surveyed('for', 'against')).toMatchObject({ outcome: 'notPassed', tied: ['heads'] })
  })

  it('is none where nobody took a side', () => {
    expect(surveyed('abstain', 'abstain')).toMatchObject({ outcome: 'notPassed', tied: [] })
  })

  it('is none of owners either, who have no area on a side', () => {
    const answers: readonly Answer[] = [
      [owner(0), 'abstain'],
      [owner(1), 'abstain'],
    ]
    const { state } = decidedInWriting(ownersOf(['80', '90.5']), answers, { rule: null })
    expect(verdictOf(state)).toMatchObject({ outcome: 'counted', tied: [], figures: { owners: { forArea: '0' } } })
  })
})
