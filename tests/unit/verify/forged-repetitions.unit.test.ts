import { beforeAll, describe, expect, test } from 'vitest'
import { type VerifyFault, verifyJournal } from '../../../main/host/verify/verify-journal.ts'
import { type ForgedEvent, Forgery } from '../../fixtures/forgery.ts'
import { id } from '../../fixtures/ids.ts'
import { memberA, memberC, memberD, ruleOfCouncil } from '../../fixtures/recorded-council.ts'
import {
  AMENDED,
  amendment,
  chosenVote,
  liveVote,
  mixedVote,
  objectionVote,
  proposal,
  recordedVotes,
} from './recorded-votes.ts'

let honest: Buffer
beforeAll(async () => {
  honest = await recordedVotes()
})

function expectFault(fault: VerifyFault, forge: (forgery: Forgery) => ForgedEvent): void {
  const forgery = new Forgery(honest)
  const shown = forge(forgery)
  expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: forgery.lineOf(shown), fault })
}

describe('impossibleEvent: a ballot’s id is used twice', () => {
  const ballotOf = (forgery: Forgery, ...having: readonly string[]) => forgery.event('ballotCast', ...having)

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['that of a ballot in the same vote', [liveVote, memberA], [liveVote, memberC]],
    ['that of a ballot that another press replaced', [liveVote, memberA], [chosenVote, memberC]],
    ['that of a ballot that the desk took back', [objectionVote, memberD], [objectionVote, memberC]],
    ['that of a ballot in an earlier vote', [mixedVote, memberA], [chosenVote, memberC]],
  ])('%s', (_, before, after) => {
    expectFault('impossibleEvent', (forgery) => {
      const [first, again] = [ballotOf(forgery, ...before), ballotOf(forgery, ...after)]
      // Whatever went before it in the journal is the one that had the id.
      if (forgery.lineOf(first) < forgery.lineOf(again)) {
        forgery.set(again, 'data.ballotId', first.data['ballotId'])
        return again
      }
      throw new Error('the first one comes later')
    })
  })
})

describe('impossibleEvent: a vote goes past amendments', () => {
  /** A copy of an opening that had no draft, on these words, before another event. */
  const openedBefore = (forgery: Forgery, event: ForgedEvent, motion: string) => {
    const opened = structuredClone(forgery.event('voteOpened', chosenVote))
    forgery.set(opened, 'data.voteId', id.vote('beside00')).set(opened, 'data.motion', motion)
    forgery.insertBefore(event, opened)
    return opened
  }

  test('the words of a proposal are voted on beside its amendment', () => {
    expectFault('impossibleEvent', (forgery) =>
      openedBefore(forgery, forgery.event('voteOpened', amendment), '铺设塑胶跑道。'),
    )
  })
  test('the words that an amendment has changed are voted on as they were', () => {
    expectFault('impossibleEvent', (forgery) =>
      openedBefore(forgery, forgery.event('voteOpened', proposal), '铺设塑胶跑道'),
    )
  })
  test('where nothing was amended the same opening is no fault', () => {
    const forgery = new Forgery(honest)
    const opened = openedBefore(forgery, forgery.event('voteOpened', amendment), AMENDED)
    const found = verifyJournal(forgery.sealed())
    expect(!found.ok && found.line > forgery.lineOf(opened)).toBe(true)
  })
})

test('termsDiffer: silence decides by a rule that takes its share of 应到', () => {
  expectFault('termsDiffer', (forgery) => {
    const opened = forgery.event('voteOpened', objectionVote)
    forgery.set(opened, 'data.terms.rule.pass', ruleOfCouncil.pass)
    return opened
  })
})
