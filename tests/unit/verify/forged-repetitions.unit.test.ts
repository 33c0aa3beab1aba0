import { beforeAll, describe, expect, test } from 'vitest'
import { type VerifyFault, verifyJournal } from '../../../main/host/verify/verify-journal.ts'
import { eventLike, type ForgedEvent, Forgery } from '../../fixtures/forgery.ts'
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
  /** The vote on the amended proposal is void, and the proposal is drafted to be held again in these words. */
  const draftedAgain = (forgery: Forgery, motion: string) => {
    const opened = forgery.event('voteOpened', proposal)
    const voided = eventLike(opened, 'voteVoided', { voteId: proposal, reason: '有误', at: 1 })
    forgery.insertAfter(forgery.event('voteClosed', proposal), voided)
    const before = opened.data['versions'] as readonly { readonly text: string }[]
    const versions = before.at(-1)?.text === motion ? before : [...before, { text: motion, at: 1, by: null }]
    const again = { voteId: id.vote('again000'), itemId: opened.data['itemId'], motion, repeats: proposal, versions }
    const drafted = eventLike(opened, 'voteDrafted', { ...again, at: 1 })
    forgery.insertAfter(voided, drafted)
    return drafted
  }
  test('a void vote on what an amendment has changed is drafted again as it was', () => {
    expectFault('impossibleEvent', (forgery) => draftedAgain(forgery, '铺设塑胶跑道'))
  })
  test('where it is drafted again as amended that is no fault', () => {
    const forgery = new Forgery(honest)
    draftedAgain(forgery, AMENDED)
    expect(verifyJournal(forgery.sealed())).toMatchObject({ ok: true })
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
