import { describe, expect, test } from 'vitest'
import { emptyTally, fittedTally, isTallyTyped, withPile } from '../../../../../renderer/desk/counting/tally-form.ts'
import { naming } from '../../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../../shared/meeting/voting/terms.ts'

const election: Question = { kind: 'election', rows: ['甲', '乙'], posts: 2, writeIns: true }
const withNames = (...names: readonly string[]) => naming(election, names)
const candidates = [
  { for: '1', against: '2', abstain: '0' },
  { for: '3', against: '0', abstain: '0' },
]
const typed = {
  ...emptyTally(withNames('丙', '丁')),
  ...{ returned: '3', valid: '3', invalid: '0' },
  rows: [...candidates, { for: '2' }, { for: '1' }],
}

describe('a count that is typed while names are found and dropped', () => {
  test('stays as it is while the names do', () => {
    expect(fittedTally(withNames('丙', '丁'), typed)).toBe(typed)
  })

  test('has an empty place for a name that is found', () => {
    const found = fittedTally(withNames('丙', '丁', '戊'), typed)
    expect(found.rows).toEqual([...typed.rows, { for: '' }])
    expect(isTallyTyped(withNames('丙', '丁', '戊'), found)).toBe(true)
  })

  test('keeps every number beside its own name when another is dropped', () => {
    expect(fittedTally(withNames('丁'), typed).rows).toEqual([...candidates, { for: '1' }])
    expect(fittedTally(withNames(), typed).rows).toEqual(candidates)
    expect(fittedTally(withNames(), typed)).toMatchObject({ returned: '3', valid: '3', others: [] })
  })

  test('asks anew for a name that was dropped and is found again', () => {
    const dropped = fittedTally(withNames('丁'), typed)
    expect(fittedTally(withNames('丁', '丙'), dropped).rows).toEqual([...candidates, { for: '1' }, { for: '' }])
  })

  test('is known again on this device whatever names were found meanwhile', () => {
    expect(isTallyTyped(election, JSON.parse(JSON.stringify(typed)))).toBe(true)
    expect(isTallyTyped(election, { ...typed, others: ['丙'] })).toBe(false)
    expect(isTallyTyped(election, { ...typed, others: undefined })).toBe(false)
  })
})

describe('papers that were called one by one while names are found and dropped', () => {
  const silent = ['abstain', 'abstain']
  const called = withPile(withNames('丙'), emptyTally(withNames('丙')), [
    [...silent, 'for'],
    [...silent, ''],
  ])

  test('go on being called when another name is found', () => {
    const found = fittedTally(withNames('丙', '丁'), called)
    expect(found.called).toEqual([
      [...silent, 'for', ''],
      [...silent, '', ''],
    ])
    expect(found.rows.slice(2)).toEqual([{ for: '1' }, { for: '0' }])
  })

  test('leave their sums, and an empty place, when the name that one was called for is spelt otherwise', () => {
    const corrected = fittedTally(withNames('丙丙'), fittedTally(withNames(), called))
    expect(corrected.called).toBeNull()
    expect(corrected).toMatchObject({ returned: '2', valid: '2', invalid: '0' })
    expect(corrected.rows).toEqual([
      { for: '0', against: '0', abstain: '2' },
      { for: '0', against: '0', abstain: '2' },
      { for: '' },
    ])
  })

  test('keep what is called of the paper on the table when a name is found', () => {
    const halfCalled = withPile(withNames('丙'), called, called.called ?? [], ['for', 'abstain', ''])
    const found = fittedTally(withNames('丙', '丁'), halfCalled)
    expect(found.table).toEqual(['for', 'abstain', '', ''])
    expect(isTallyTyped(withNames('丙', '丁'), JSON.parse(JSON.stringify(found)))).toBe(true)
  })

  test('go on being called when a name is dropped that none was called for', () => {
    const found = fittedTally(withNames('丙', '丁'), called)
    expect(fittedTally(withNames('丙'), found).called).toEqual(called.called)
  })
})
