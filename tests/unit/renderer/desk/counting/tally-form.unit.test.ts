import { describe, expect, test } from 'vitest'
import {
  countersPossible,
  differWords,
  emptyTally,
  faultsSoFar,
  isTallyTyped,
  nextEntry,
  proposedCounter,
  type TallyTyped,
  tallyHint,
  tallyIn,
} from '../../../../../renderer/desk/counting/tally-form.ts'
import { withZeros } from '../../../../../renderer/desk/counting/typed-counts.ts'
import { faultText } from '../../../../../shared/wording/vote-words.ts'
import { chair, memberA, memberB, vote as voteId } from '../../../../fixtures/small-meeting.ts'
import { issued, motion, rating, secret, seenAtDesk, stopped, tallied, twoOfThree } from './open-vote.ts'

const full: TallyTyped = {
  ...{ counter: null, returned: '3', valid: '2', invalid: '1' },
  rows: [{ for: '1', against: '1', abstain: '0' }],
  ...{ others: [], called: null, table: [''] },
}
const texts = (typed: TallyTyped, out = 3) => faultsSoFar(motion, out, typed).map((fault) => faultText(motion, fault))
const out = issued([
  [chair, 1],
  [memberA, 2],
  [memberB, 3],
])
const count = { rows: [{ for: 2, against: 1, abstain: 0 }], returned: 3, valid: 3, invalid: 0 }
const twice = { channels: secret, doubleEntry: true }

describe('the check beside a count of papers', () => {
  test('is content with numbers that agree', () => {
    expect(texts(full)).toEqual([])
  })

  test('says which numbers disagree as soon as they are there', () => {
    expect(texts({ ...full, returned: '4', valid: '3' })).toEqual([
      '收回 4 张，比发出的 3 张多',
      '各项票数合计 2，有效票是 3 张',
    ])
    expect(texts({ ...full, invalid: '0' })).toEqual(['有效加无效是 2 张，收回是 3 张'])
  })

  test('blames nothing that is not typed yet', () => {
    expect(texts(emptyTally(motion))).toEqual([])
    expect(texts({ ...full, invalid: '' })).toEqual([])
    expect(texts({ ...full, rows: [{ for: '1', against: '', abstain: '' }] })).toEqual([])
    expect(texts({ ...full, returned: '4', valid: '', invalid: '' })).toEqual(['收回 4 张，比发出的 3 张多'])
  })

  test('waits for every row before it adds up the picks of 多选', () => {
    const rows = [{ chosen: '2' }, { chosen: '1' }, { chosen: '' }]
    expect(faultsSoFar(twoOfThree, 3, { ...full, rows })).toEqual([])
    expect(faultsSoFar(twoOfThree, 3, { ...full, rows: withZeros(rows) }).map(({ code }) => code)).toEqual(['picksOff'])
  })
})

describe('a count of papers that is typed', () => {
  test('is entered only when every field is filled, and is told which is not', () => {
    expect(tallyIn(full)).toEqual({ rows: [{ for: 1, against: 1, abstain: 0 }], returned: 3, valid: 2, invalid: 1 })
    expect(tallyIn({ ...full, valid: '' })).toBeNull()
    expect(tallyIn({ ...full, rows: emptyTally(motion).rows })).toBeNull()
    expect(tallyHint({ ...full, valid: '' }, chair, true)).toBe('请填有效几张。')
    expect(tallyHint({ ...full, rows: emptyTally(motion).rows }, chair, true)).toBe('还有 3 格没填，没有票的填 0。')
    expect(tallyHint(full, chair, true)).toBe('')
  })

  test('says who counted where two people count', () => {
    expect(tallyHint(full, null, true)).toBe('请选谁点的票。')
    expect(tallyHint(full, null, false)).toBe('')
  })

  test('is taken back from the device only where it fits the question', () => {
    expect(isTallyTyped(motion, full)).toBe(true)
    expect(isTallyTyped(rating, full)).toBe(false)
    expect(isTallyTyped(motion, { ...full, returned: 3 })).toBe(false)
    expect(isTallyTyped(motion, 'x')).toBe(false)
  })
})

describe('two counts of the same papers', () => {
  const tellers = (...counters: readonly (typeof chair)[]) =>
    [3, { type: 'nameTellers', data: { voteId, supervisors: [], counters: [...counters], callers: [] } }] as const

  test('are by two people: whoever counted first is not proposed again', () => {
    const [before] = seenAtDesk(twice, tellers(memberA, memberB), out, stopped)
    expect([proposedCounter(before, 1), proposedCounter(before, 2)]).toEqual([memberA, memberB])
    const [after] = seenAtDesk(twice, tellers(memberA, memberB), out, stopped, tallied(1, memberB, count))
    expect(countersPossible(after, 2, [chair, memberA, memberB])).toEqual([memberA, chair])
    expect(countersPossible(after, 1, [chair])).toEqual([memberA, memberB, chair])
    expect(proposedCounter(after, 2)).toBe(memberA)
    const [alone] = seenAtDesk(twice, tellers(memberA), out, stopped, tallied(1, memberA, count))
    expect(proposedCounter(alone, 2)).toBeNull()
  })

  test('come one after the other', () => {
    expect(nextEntry(seenAtDesk(twice, out, stopped)[0])).toBe(1)
    expect(nextEntry(seenAtDesk(twice, out, stopped, tallied(1, memberA, count))[0])).toBe(2)
    expect(
      nextEntry(seenAtDesk(twice, out, stopped, tallied(1, memberA, count), tallied(2, chair, count))[0]),
    ).toBeNull()
    expect(nextEntry(seenAtDesk({ channels: secret }, out, stopped, tallied(1, memberA, count))[0])).toBeNull()
  })

  test('tell the desk where they differ, in words and without a figure', () => {
    const other = { rows: [{ for: 1, against: 1, abstain: 0 }], returned: 3, valid: 2, invalid: 1 }
    const [vote] = seenAtDesk(twice, out, stopped, tallied(1, memberA, count), tallied(2, chair, other))
    const [places = []] = vote.tallies.map(({ differs }) => differWords(motion, differs))
    expect(places).toEqual(['有效', '无效', '赞成'])
    expect(vote.tallies.map(({ figures }) => figures)).toEqual([null, null])
    expect(differWords(rating, ['returned', '1.basically'])).toEqual(['收回', '“保安”的基本满意'])
  })
})
