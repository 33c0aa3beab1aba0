import { describe, expect, test } from 'vitest'
import { tellerCautions } from '../../../../../renderer/desk/counting/teller-cautions.ts'
import type { OpenVote, Tally } from '../../../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../../../shared/meeting/voting/terms.ts'
import { chair, memberA, memberB } from '../../../../fixtures/small-meeting.ts'
import { mixed, motion, named, nameIn, secret, seenAtDesk } from './open-vote.ts'

const election: Terms['question'] = { kind: 'election', rows: ['张三'], posts: 1 }

function cautions(terms: Partial<Terms>, tellers: Partial<OpenVote['tellers']> = {}, counted: readonly Tally[] = []) {
  const [vote] = seenAtDesk(terms)
  return tellerCautions({ ...vote, tellers: { ...vote.tellers, ...tellers }, tallies: counted }, nameIn)
}

const tally = (entry: 1 | 2, counter: Tally['counter']): Tally => ({
  ...{ entry, counter, by: 'operator', at: 1, differs: [], figures: null },
})

describe('before papers are counted', () => {
  test('an election is asked for everybody who should watch, count and read out', () => {
    expect(cautions({ question: election, channels: secret })).toEqual([
      '还没有推选监票人、计票人、唱票人，请先推选，再开箱点票。',
    ])
    expect(cautions({ question: election, channels: secret }, { supervisors: [chair], counters: [memberA] })).toEqual([
      '还没有推选唱票人，请先推选，再开箱点票。',
    ])
    const all = { supervisors: [chair], counters: [memberA], callers: [memberB] }
    expect(cautions({ question: election, channels: secret }, all)).toEqual([])
  })

  test('what is counted twice is asked for two 计票人', () => {
    const twice = { question: motion, channels: mixed, doubleEntry: true }
    expect(cautions(twice)[0]).toContain('还差 2 位')
    expect(cautions(twice, { counters: [memberA] })[0]).toContain('还差 1 位')
    expect(cautions(twice, { counters: [memberA, memberB] })).toEqual([])
  })

  test('nothing is asked of a motion that is counted once, nor where no secret paper is counted', () => {
    expect(cautions({ question: motion, channels: secret })).toEqual([])
    expect(cautions({ question: motion, channels: named, doubleEntry: true })).toEqual([])
  })
})

describe('once papers are counted', () => {
  const twice = { question: motion, channels: secret, doubleEntry: true }
  const counters = [memberA, memberB]

  test('whoever counted and is no 计票人 is named', () => {
    expect(cautions(twice, { counters }, [tally(1, memberA), tally(2, chair)])).toEqual([
      '主持点了票，不在计票人里。请核对，或把计票人改对。',
    ])
    expect(cautions(twice, { counters }, [tally(1, memberA), tally(2, memberB)])).toEqual([])
  })

  test('nobody is where no 计票人 were named, or nobody said who counted', () => {
    const once = { question: motion, channels: secret }
    expect(cautions(once, {}, [tally(1, chair)])).toEqual([])
    expect(cautions(once, { counters }, [tally(1, null)])).toEqual([])
  })
})
