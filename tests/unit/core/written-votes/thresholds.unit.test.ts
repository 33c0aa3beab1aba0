import { describe, expect, it } from 'vitest'
import type { WrittenOption } from '../../../../shared/meeting/written-votes/messages.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { rule as smallRule } from '../../../fixtures/small-meeting.ts'
import {
  type Answer,
  decidedInWriting,
  held,
  householders,
  owner,
  ownersOf,
  ownersRule,
  verdictOf,
} from '../../../fixtures/written-meeting.ts'

const spread = (...parts: readonly (readonly [WrittenOption, number])[]): readonly Answer[] => {
  const options = parts.flatMap(([option, count]) => Array.from({ length: count }, () => option))
  return options.map((option, index) => [owner(index), option])
}
const passBy = (op: '>' | '>=', num: number, den: number, base: Rule['pass']['den']): Rule => ({
  ...smallRule,
  quorum: null,
  pass: { den: base, op, share: { num, den } },
})

describe('households: base, threshold and abstention', () => {
  const table: readonly (readonly [string, Rule, number, readonly Answer[], string])[] = [
    [
      'exactly half is not more than half',
      passBy('>', 1, 2, 'participating'),
      10,
      spread(['for', 4], ['against', 3], ['abstain', 1]),
      'notPassed',
    ],
    [
      'one more than half is',
      passBy('>', 1, 2, 'participating'),
      10,
      spread(['for', 5], ['against', 3], ['abstain', 1]),
      'passed',
    ],
    [
      'exactly two thirds are two thirds',
      passBy('>=', 2, 3, 'participating'),
      9,
      spread(['for', 6], ['against', 3]),
      'passed',
    ],
    [
      'exactly two thirds are not more than two thirds',
      passBy('>', 2, 3, 'participating'),
      9,
      spread(['for', 6], ['against', 3]),
      'notPassed',
    ],
    ['66 of 100 are not two thirds', passBy('>=', 2, 3, 'entitled'), 100, spread(['for', 66]), 'notPassed'],
    ['67 of 100 are', passBy('>=', 2, 3, 'entitled'), 100, spread(['for', 67]), 'passed'],
    [
      'who did not answer counts in the base of all who were asked',
      passBy('>', 1, 2, 'entitled'),
      10,
      spread(['for', 5]),
      'notPassed',
    ],
    [
      'and not in the base of those who took part',
      passBy('>', 1, 2, 'participating'),
      10,
      spread(['for', 1]),
      'passed',
    ],
    [
      'who abstains takes part',
      passBy('>', 1, 2, 'participating'),
      10,
      spread(['for', 2], ['abstain', 2]),
      'notPassed',
    ],
    [
      'an invalid paper came back, but takes no part',
      passBy('>', 1, 2, 'participating'),
      10,
      spread(['for', 2], ['against', 1], ['invalid', 7]),
      'passed',
    ],
    [
      'an invalid paper counts among those that came back',
      passBy('>', 1, 2, 'present'),
      10,
      spread(['for', 4], ['invalid', 4]),
      'notPassed',
    ],
    [
      'a tie is not passed even where half would do',
      passBy('>=', 1, 2, 'participating'),
      10,
      spread(['for', 4], ['against', 4]),
      'notPassed',
    ],
    ['nobody in favour is not passed', passBy('>=', 1, 2, 'participating'), 10, spread(['abstain', 4]), 'notPassed'],
    ['nothing came back: nobody decided', passBy('>', 1, 2, 'participating'), 10, [], 'invalid'],
    [
      'too few came back for the quorum',
      { ...passBy('>', 1, 2, 'participating'), quorum: smallRule.quorum },
      10,
      spread(['for', 6]),
      'invalid',
    ],
    [
      'just enough came back',
      { ...passBy('>', 1, 2, 'participating'), quorum: smallRule.quorum },
      9,
      spread(['for', 6]),
      'passed',
    ],
  ]

  it.each(table)('%s', (_name, rule, count, answers, outcome) => {
    const { state } = decidedInWriting(householders(count), answers, { kind: 'survey', rule })
    expect(verdictOf(state)).toMatchObject({ outcome, ruleId: rule.ruleId })
    expect(held(state).voting.resolutions).toHaveLength(outcome === 'passed' ? 1 : 0)
    expect(verdictOf(state).figures).toMatchObject({ asked: count, handedOut: count, returned: answers.length })
  })

  it('without a rule the papers are counted, and nothing is decided', () => {
    const { state } = decidedInWriting(householders(3), spread(['for', 3]), { kind: 'survey', rule: null })
    expect(verdictOf(state)).toMatchObject({ outcome: 'counted', ruleId: null, reasons: [] })
    expect(held(state).voting.resolutions).toEqual([])
    expect(verdictOf(state).sentence).toBe(
      '征求 3 户；发出 3 份，收回 3 份，有效 3 份，无效 0 份；赞成 3 户，反对 0 户，弃权 0 户。没有选规则，只计票，不下结论。',
    )
  })
})

const both = (op: '>' | '>=', num: number, den: number, base: Rule['pass']['den'] = 'participating'): Rule => ({
  ...ownersRule,
  quorum: null,
  pass: { den: base, op, share: { num, den }, both: ['owners', 'area'] },
})

describe('owners: heads and area, each for itself', () => {
  const even = (count: number, area = '100') => Array.from({ length: count }, () => area)
  const table: readonly (readonly [string, Rule, readonly string[], readonly Answer[], string])[] = [
    [
      '66 heads of 100 are not two thirds',
      both('>=', 2, 3),
      even(100),
      spread(['for', 66], ['against', 34]),
      'notPassed',
    ],
    ['67 heads of 100 are', both('>=', 2, 3), even(100), spread(['for', 67], ['against', 33]), 'passed'],
    [
      '66.66 of 100 square metres are not two thirds',
      both('>=', 2, 3),
      ['33.33', '33.33', '33.34'],
      spread(['for', 2], ['against', 1]),
      'notPassed',
    ],
    [
      '66.67 of 100 square metres are',
      both('>=', 2, 3),
      ['33.33', '33.34', '33.33'],
      spread(['for', 2], ['against', 1]),
      'passed',
    ],
    [
      'exactly two thirds of both are enough for 以上',
      both('>=', 2, 3),
      even(3, '0.1'),
      spread(['for', 2], ['against', 1]),
      'passed',
    ],
    ['and not for 超过', both('>', 2, 3), even(3, '0.1'), spread(['for', 2], ['against', 1]), 'notPassed'],
    [
      'one large owner does not carry the heads',
      both('>', 1, 2),
      ['900', '50', '50'],
      spread(['for', 1], ['against', 2]),
      'notPassed',
    ],
    [
      'many small owners do not carry the area',
      both('>', 1, 2),
      ['50', '50', '900'],
      spread(['for', 2], ['against', 1]),
      'notPassed',
    ],
    [
      'heads and area are never added: much of one makes up for nothing of the other',
      both('>', 1, 2),
      ['999999', '1', '1', '1'],
      spread(['for', 2], ['against', 2]),
      'notPassed',
    ],
    [
      'a tie of heads is not passed where half would do',
      both('>=', 1, 2),
      ['60', '40'],
      spread(['for', 1], ['against', 1]),
      'notPassed',
    ],
    [
      'a tie of area is not passed where half would do',
      both('>=', 1, 2),
      ['50', '50', '100'],
      spread(['for', 2], ['against', 1]),
      'notPassed',
    ],
    [
      'who abstains takes part with the whole area',
      both('>', 1, 2),
      even(4),
      spread(['for', 2], ['abstain', 2]),
      'notPassed',
    ],
    ['an invalid paper takes no part', both('>', 1, 2), even(4), spread(['for', 2], ['invalid', 2]), 'passed'],
    ['two thirds of heads and area took part', ownersRule, even(3), spread(['for', 2]), 'passed'],
    ['too little area took part', ownersRule, ['10', '10', '100'], spread(['for', 2]), 'invalid'],
    ['too few heads took part', ownersRule, ['100', '10', '10'], spread(['for', 1]), 'invalid'],
    ['invalid papers do not help the quorum', ownersRule, even(3), spread(['for', 1], ['invalid', 1]), 'invalid'],
    ['nobody took part', both('>', 1, 2), even(3), [], 'invalid'],
  ]

  it.each(table)('%s', (_name, rule, areas, answers, outcome) => {
    const { state } = decidedInWriting(ownersOf(areas), answers, { rule })
    expect(verdictOf(state)).toMatchObject({ outcome })
    expect(held(state).voting.resolutions).toHaveLength(outcome === 'passed' ? 1 : 0)
  })

  it('the register’s totals are the base, not the sums of those on the list', () => {
    const totals = { owners: 6, area: '300' }
    const { state } = decidedInWriting(ownersOf(even(3)), spread(['for', 3]), { totals })
    expect(verdictOf(state)).toMatchObject({ outcome: 'invalid', reasons: ['noQuorum'] })
    expect(verdictOf(state).figures.owners).toMatchObject({ total: 6, totalArea: '300', participating: 3 })
  })

  it('somebody who owns several flats is one head with all the area', () => {
    const [first, ...others] = ownersOf(['100', '100', '100'])
    const seats = first === undefined ? [] : [{ ...first, owner: { flats: 5, area: '500' } }, ...others]
    const { state } = decidedInWriting(seats, spread(['for', 1], ['against', 2]), { rule: both('>', 1, 2) })
    expect(verdictOf(state)).toMatchObject({ outcome: 'notPassed' })
    expect(verdictOf(state).figures).toMatchObject({ for: 1, against: 2, owners: { forArea: '500' } })
  })

  it('area is added exactly, not as binary fractions', () => {
    const { state } = decidedInWriting(ownersOf(['0.1', '0.2', '0.3']), spread(['for', 2], ['against', 1]), {
      rule: both('>=', 1, 2),
    })
    expect(verdictOf(state)).toMatchObject({ outcome: 'notPassed', tied: ['area'] })
    expect(verdictOf(state).figures.owners).toMatchObject({ forArea: '0.3', againstArea: '0.3' })
  })
})
