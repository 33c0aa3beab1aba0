import { beforeAll, describe, expect, test } from 'vitest'
import { type VerifyFault, verifyJournal } from '../../../main/host/verify/verify-journal.ts'
import { eventLike, type ForgedEvent, Forgery } from '../../fixtures/forgery.ts'
import { id } from '../../fixtures/ids.ts'
import { chair, memberA, memberB, memberC, memberD, scribe } from '../../fixtures/recorded-council.ts'
import {
  AMENDED,
  amendment,
  assessedVote,
  chosenVote,
  electionVote,
  handsVote,
  liveVote,
  mixedVote,
  objectionVote,
  proposal,
  recordedVotes,
  scoredVote,
  timedVote,
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

type Found = (forgery: Forgery) => ForgedEvent

const expectFaultOf = (fault: VerifyFault, found: Found, path: string, value: unknown) =>
  expectFault(fault, (forgery) => {
    const event = found(forgery)
    forgery.set(event, path, value)
    return event
  })

const first =
  (type: string, ...having: readonly string[]): Found =>
  (forgery) =>
    forgery.event(type, ...having)
const nth =
  (type: string, index: number): Found =>
  (forgery) => {
    const found = forgery.events(type)[index]
    if (found === undefined) throw new Error(`no ${type} ${index}`)
    return found
  }
const opened = first('voteOpened', mixedVote)
const hands = first('handsCounted', mixedVote)
const issued = nth('papersIssued', 1)
const recalled = first('paperRecalled', mixedVote)
const tally = nth('tallyEntered', 0)
const second = nth('tallyEntered', 2)
const held = first('voteClosed', mixedVote)
const published = first('votePublished', mixedVote)
const pressedAgain = nth('ballotCast', 3)

test('a meeting that votes in every way verifies as it was written', () => {
  expect(verifyJournal(honest)).toMatchObject({ ok: true, verdicts: 11 })
})

describe('who was written in', () => {
  const found = nth('writeInFound', 1)
  const dropped = first('writeInDropped')
  const lastTally = nth('tallyEntered', 4)
  const closing = first('voteClosed', electionVote)
  const publishing = first('votePublished', electionVote)

  test('wrongWriteIn: in an election that takes no other name', () => {
    expectFault('wrongWriteIn', (forgery) => {
      forgery.set(first('voteOpened', electionVote)(forgery), 'data.terms.question.writeIns', false)
      return nth('writeInFound', 0)(forgery)
    })
  })
  test('wrongWriteIn: before the box was opened', () => {
    expectFault('wrongWriteIn', (forgery) => {
      const early = eventLike(found(forgery), 'writeInFound', {
        ...{ voteId: electionVote, name: '另选丁', at: 1, by: scribe },
      })
      forgery.insertBefore(forgery.event('ballotsStopped', electionVote), early)
      return early
    })
  })
  test('wrongWriteIn: a candidate, so that he has two rows', () => {
    expectFaultOf('wrongWriteIn', found, 'data.name', '候选甲')
  })
  test('wrongWriteIn: a name is dropped that nobody had found', () => {
    expectFaultOf('wrongWriteIn', dropped, 'data.name', '候选甲')
  })
  test('enteredByNobody: by somebody who does not run the meeting', () => {
    expectFaultOf('enteredByNobody', found, 'data.by', memberA)
  })
  test('notCounted: a count from before the name was found stands for one', () => {
    expectFault('notCounted', (forgery) => {
      forgery.remove(lastTally(forgery))
      return closing(forgery)
    })
  })
  test('wrongTally: somebody has votes against him who was written in', () => {
    expectFaultOf('wrongTally', lastTally, 'data.rows.2', { for: 2, against: 1 })
  })
  test('verdictDiffers: votes for him are added', () => {
    expectFaultOf('verdictDiffers', closing, 'data.verdict.rows.2.counts.for', 3)
  })
  test('sentenceDiffers: he is announced as if he had been a candidate', () => {
    expectFault('sentenceDiffers', (forgery) => {
      const event = closing(forgery)
      const { verdict } = event.data as { readonly verdict: { readonly sentence: string } }
      forgery.set(event, 'data.verdict.sentence', verdict.sentence.replace('（另选）', ''))
      return event
    })
  })
  test('wrongWriteIn: another name is announced than was found', () => {
    expectFaultOf('wrongWriteIn', closing, 'data.others', ['另选丁'])
    expectFaultOf('wrongWriteIn', publishing, 'data.others', ['另选丁'])
  })
  test('wrongWriteIn: the name that was found is kept back', () => {
    expectFaultOf('wrongWriteIn', publishing, 'data.others', [])
  })
})

describe('how a vote was opened', () => {
  test('termsDiffer: other words than those of the draft', () => {
    expectFaultOf('termsDiffer', first('voteOpened', proposal), 'data.motion', '铺设塑胶跑道')
  })
  test('termsDiffer: by a milder rule than the draft said', () => {
    expectFaultOf('termsDiffer', first('voteOpened', proposal), 'data.terms.rule.pass.share', { num: 1, den: 5 })
  })
  test('termsDiffer: the words before the amendment are kept back', () => {
    expectFaultOf('termsDiffer', first('voteOpened', proposal), 'data.versions', [])
  })
  test('termsDiffer: an election on devices', () => {
    expectFaultOf('termsDiffer', opened, 'data.terms.question', { kind: 'election', rows: ['甲'], posts: 1 })
  })
  test('termsDiffer: a vote is said to be held again that never was void', () => {
    expectFaultOf('termsDiffer', first('voteOpened', liveVote), 'data.repeats', mixedVote)
  })
  test('impossibleEvent: the proposal is voted on before its amendment', () => {
    expectFault('impossibleEvent', (forgery) => {
      const early = structuredClone(forgery.event('voteOpened', proposal))
      forgery.insertBefore(forgery.event('voteOpened', amendment), early)
      return early
    })
  })
  test('impossibleEvent: a draft amends what is not there', () => {
    expectFaultOf('impossibleEvent', first('voteDrafted', amendment), 'data.amendment.voteId', id.vote('nothing'))
  })
  test('impossibleEvent: a draft is dropped that nobody made', () => {
    expectFault('impossibleEvent', (forgery) => {
      const dropped = eventLike(opened(forgery), 'draftDropped', { voteId: mixedVote })
      forgery.insertAfter(opened(forgery), dropped)
      return dropped
    })
  })
  test('impossibleEvent: another vote is opened while a result is held back', () => {
    expectFault('impossibleEvent', (forgery) => {
      const next = forgery.event('voteOpened', liveVote)
      forgery.remove(next).insertBefore(published(forgery), next)
      return next
    })
  })
  test('wrongElectorate: somebody is added who had not come', () => {
    expectFault('wrongElectorate', (forgery) => {
      forgery.remove(forgery.event('seatSignedIn', memberD))
      return forgery.event('electorAdded')
    })
  })
  test('wrongElectorate: an elector is added again', () => {
    expectFaultOf('wrongElectorate', first('electorAdded'), 'data.seatId', memberA)
  })
  test('enteredByNobody: a member adds an elector', () => {
    expectFault('enteredByNobody', (forgery) => {
      const added = forgery.event('electorAdded')
      forgery.set(added, 'data.by', memberB).set(added, 'by', memberB)
      return added
    })
  })
  test('termsDiffer: a vote without a clock is made longer', () => {
    expectFault('termsDiffer', (forgery) => {
      const longer = eventLike(opened(forgery), 'voteExtended', { voteId: mixedVote, seconds: 30 })
      forgery.insertAfter(opened(forgery), longer)
      return longer
    })
  })
})

describe('ballots', () => {
  test('channelClosed: a hand by name where hands are counted', () => {
    expectFault('channelClosed', (forgery) => {
      const data = { voteId: mixedVote, ballotId: id.ballot('forged'), option: 'for', seatId: chair, channel: 'hands' }
      const ballot = eventLike(hands(forgery), 'ballotCast', { ...data, evidence: { kind: 'entered', by: scribe } })
      forgery.insertAfter(hands(forgery), ballot)
      return ballot
    })
  })
  test('votedTwice: whose hand was counted is entered too', () => {
    expectFault('votedTwice', (forgery) => {
      const data = {
        voteId: mixedVote,
        ballotId: id.ballot('forged'),
        option: 'for',
        seatId: memberB,
        channel: 'paper',
      }
      const ballot = eventLike(hands(forgery), 'ballotCast', { ...data, evidence: { kind: 'entered', by: scribe } })
      forgery.insertAfter(hands(forgery), ballot)
      return ballot
    })
  })
  test('votedTwice: a second press that replaces nothing', () => {
    expectFaultOf('votedTwice', pressedAgain, 'data.replaces', undefined)
  })
  test('votedTwice: a second press where the first one counts', () => {
    expectFault('votedTwice', (forgery) => {
      forgery.set(forgery.event('voteOpened', liveVote), 'data.terms.revisable', false)
      return pressedAgain(forgery)
    })
  })
  test('wrongReplacement: the ballot of somebody else is replaced', () => {
    const other = (forgery: Forgery) => nth('ballotCast', 2)(forgery).data['ballotId']
    expectFault('wrongReplacement', (forgery) => {
      forgery.set(pressedAgain(forgery), 'data.replaces', other(forgery))
      return pressedAgain(forgery)
    })
  })
  test('wrongReplacement: a first ballot replaces something', () => {
    expectFaultOf('wrongReplacement', nth('ballotCast', 2), 'data.replaces', id.ballot('nothing'))
  })
  test('wrongWithdrawal: another ballot than that of this person is taken back', () => {
    expectFaultOf('wrongWithdrawal', first('ballotWithdrawn'), 'data.seatId', memberC)
  })
  test('wrongWithdrawal: what a device signed is taken back', () => {
    expectFault('wrongWithdrawal', (forgery) => {
      const cast = forgery.event('ballotCast', timedVote)
      const { ballotId, seatId } = cast.data
      const taken = { voteId: timedVote, ballotId, seatId, reason: '反悔', at: cast.at, by: scribe }
      const withdrawn = eventLike(forgery.event('ballotWithdrawn'), 'ballotWithdrawn', taken)
      forgery.insertAfter(cast, withdrawn)
      return withdrawn
    })
  })
  test('enteredByNobody: a member takes a ballot back', () => {
    expectFault('enteredByNobody', (forgery) => {
      const withdrawn = forgery.event('ballotWithdrawn')
      forgery.set(withdrawn, 'data.by', memberB).set(withdrawn, 'by', memberB)
      return withdrawn
    })
  })
  test('ballotTooLate: a ballot is taken back when voting has stopped', () => {
    expectFault('ballotTooLate', (forgery) => {
      const withdrawn = forgery.event('ballotWithdrawn')
      forgery.insertBefore(withdrawn, eventLike(withdrawn, 'ballotsStopped', { voteId: objectionVote, at: 1 }))
      return withdrawn
    })
  })
  test('verdictDiffers: a vote that was not held back is void with a result', () => {
    expectFault('verdictDiffers', (forgery) => {
      const { verdict } = published(forgery).data
      const data = { voteId: mixedVote, reason: '唱票有误', at: 1, verdict }
      const voided = eventLike(published(forgery), 'voteVoided', data)
      forgery.insertBefore(held(forgery), voided)
      return voided
    })
  })
  test('verdictDiffers: a result that was held back goes with the vote that is void', () => {
    expectFault('verdictDiffers', (forgery) => {
      const voided = eventLike(published(forgery), 'voteVoided', { voteId: mixedVote, reason: '唱票有误', at: 1 })
      forgery.insertBefore(published(forgery), voided)
      return voided
    })
  })
  test('wrongWriteIn: a result that was held back is void without the names of its rows, or with others', () => {
    const { verdict } = first('votePublished', electionVote)(new Forgery(honest)).data
    for (const others of [undefined, ['另选丁']]) {
      expectFault('wrongWriteIn', (forgery) => {
        const place = first('votePublished', electionVote)(forgery)
        const data = { voteId: electionVote, reason: '唱票有误', at: 1, verdict, ...(others && { others }) }
        const voided = eventLike(place, 'voteVoided', data)
        forgery.insertBefore(place, voided)
        return voided
      })
    }
  })
  test('wrongWriteIn: names go with a void vote that had no result yet', () => {
    expectFault('wrongWriteIn', (forgery) => {
      const place = first('voteClosed', electionVote)(forgery)
      const data = { voteId: electionVote, reason: '唱票有误', at: 1, others: ['另选丙'] }
      const voided = eventLike(place, 'voteVoided', data)
      forgery.insertBefore(place, voided)
      return voided
    })
  })
  test('impossibleEvent: an amendment says that it was written against other words', () => {
    expectFaultOf('impossibleEvent', first('voteDrafted', amendment), 'data.amendment.of', '铺设水泥跑道')
  })
  test('termsDiffer: an amendment is opened that was written against other words', () => {
    expectFault('termsDiffer', (forgery) => {
      const drafted = forgery.event('voteDrafted', amendment)
      const revised = { voteId: proposal, motion: '铺设水泥跑道', at: 1 }
      forgery.insertAfter(drafted, eventLike(drafted, 'draftRevised', revised))
      return forgery.event('voteOpened', amendment)
    })
  })
  test('ballotUnfit: an entered ballot chooses more than it may', () => {
    expectFaultOf('ballotUnfit', first('ballotCast', chosenVote, memberC), 'data.option', 'chosen,chosen,chosen')
  })
  test('ballotTooLate: a ballot after the chair has stopped it', () => {
    expectFault('ballotTooLate', (forgery) => {
      const stopped = eventLike(opened(forgery), 'ballotsStopped', { voteId: liveVote, at: 1 })
      forgery.insertAfter(forgery.event('voteOpened', liveVote), stopped)
      return nth('ballotCast', 1)(forgery)
    })
  })
  test('ballotTooLate: a device votes when the time is up', () => {
    expectFault('ballotTooLate', (forgery) => {
      const cast = forgery.event('ballotCast', timedVote)
      forgery.set(cast, 'data.at', Number(forgery.event('voteOpened', timedVote).data['at']) + 13_000)
      return cast
    })
  })
})

describe('what was counted', () => {
  test('handsMiscounted: more hands than names', () => {
    expectFaultOf('handsMiscounted', hands, 'data.change', 2)
  })
  test('handsMiscounted: marks of another question', () => {
    expectFaultOf('handsMiscounted', hands, 'data.rows', [{ satisfied: 1 }])
  })
  test('handsMiscounted: no names where people vote otherwise too', () => {
    expectFaultOf('handsMiscounted', hands, 'data.seatIds', null)
  })
  test('notAnElector: a hand of somebody who may not vote', () => {
    expectFaultOf('notAnElector', hands, 'data.seatIds', [scribe])
  })
  test('votedTwice: the hand of somebody who has pressed', () => {
    expectFaultOf('votedTwice', hands, 'data.seatIds', [memberA])
  })
  test('votedTwice: one hand twice', () => {
    expectFaultOf('votedTwice', hands, 'data.seatIds', [memberB, memberB])
  })
  test('enteredByNobody: a member counts the hands', () => {
    expectFaultOf('enteredByNobody', hands, 'by', memberB)
  })
  test('votedTwice: a paper for somebody who has pressed', () => {
    expectFaultOf('votedTwice', issued, 'data.papers.0.seatId', memberA)
  })
  test('stubsDiffer: a number that was taken back is given again', () => {
    expectFaultOf('stubsDiffer', issued, 'data.papers.0.number', 1)
  })
  test('stubsDiffer: more papers are out than were given', () => {
    expectFaultOf('stubsDiffer', issued, 'data.issued', 3)
  })
  test('stubsDiffer: another number is taken back than was given', () => {
    expectFaultOf('stubsDiffer', recalled, 'data.number', 9)
  })
  test('wrongTally: papers are counted while people vote', () => {
    expectFault('wrongTally', (forgery) => {
      forgery.remove(forgery.event('ballotsStopped'))
      return tally(forgery)
    })
  })
  test('wrongTally: one person counts twice', () => {
    expectFaultOf('wrongTally', nth('tallyEntered', 1), 'data.counter', memberA)
  })
  test('wrongTally: two counts differ and it is not said', () => {
    expectFaultOf('wrongTally', nth('tallyEntered', 1), 'data.differs', [])
  })
  test('wrongTally: marks of another question', () => {
    expectFaultOf('wrongTally', tally, 'data.rows', [{ satisfied: 2 }])
  })
  test('shownDiffers: other figures are shown than are in', () => {
    expectFaultOf('shownDiffers', first('figuresShown'), 'data.rows', [{ for: 1, against: 0, abstain: 0 }])
  })
  test('shownDiffers: figures are shown where they were to wait', () => {
    expectFault('shownDiffers', (forgery) => {
      forgery.set(forgery.event('voteOpened', liveVote), 'data.terms.display', 'delayed')
      return forgery.event('figuresShown')
    })
  })
})

describe('results', () => {
  test('notCounted: closed while the two counts differ', () => {
    expectFault('notCounted', (forgery) => {
      forgery.remove(second(forgery))
      return held(forgery)
    })
  })
  test.each([
    ['the outcome', 'outcome', 'counted'],
    ['how many came by a channel', 'channels.paper', 3],
    ['how many papers came back', 'papers.returned', 3],
    ['that numbers disagree', 'faults', [{ code: 'papersDisagree', row: null, left: 1, right: 2 }]],
    ['that it was level', 'tie', true],
  ])('verdictDiffers: %s', (_, path, value) => {
    expectFaultOf('verdictDiffers', held, `data.verdict.${path}`, value)
  })
  test('verdictDiffers: the votes for a project', () => {
    expectFaultOf('verdictDiffers', first('voteClosed', chosenVote), 'data.verdict.rows.1.counts.chosen', 2)
  })
  test('verdictDiffers: another project is chosen', () => {
    expectFaultOf('verdictDiffers', first('voteClosed', chosenVote), 'data.verdict.rows.1.elected', true)
  })
  test('verdictDiffers: a verdict in the old shape in a journal of today', () => {
    expectFault('verdictDiffers', (forgery) => {
      const closed = forgery.event('voteClosed', liveVote)
      const { figures, passed, reasons, ruleId, sentence, valid } = closed.data['verdict'] as Record<string, unknown>
      forgery.set(closed, 'data.verdict', { figures, passed, reasons, ruleId, sentence, valid })
      return closed
    })
  })
  test('noSuchVote: published before it was closed', () => {
    expectFault('noSuchVote', (forgery) => {
      const early = structuredClone(published(forgery))
      forgery.insertBefore(held(forgery), early)
      return early
    })
  })
  test('ballotsDiffer: published with other ballots', () => {
    expectFaultOf('ballotsDiffer', published, 'data.ballots', [])
  })
  test('verdictDiffers: published with other figures', () => {
    expectFaultOf('verdictDiffers', published, 'data.verdict.figures.for', 4)
  })
  test('sentenceDiffers: published in other words', () => {
    expectFaultOf('sentenceDiffers', published, 'data.verdict.sentence', '通过。')
  })
  test('resolutionMissing: published without its resolution', () => {
    expectFault('resolutionMissing', (forgery) => {
      forgery.remove(forgery.event('resolutionAdopted', mixedVote))
      return published(forgery)
    })
  })
  test('resolutionWithoutVote: what was chosen is left out of the resolution', () => {
    expectFaultOf('resolutionWithoutVote', first('resolutionAdopted', chosenVote), 'data.text', '先做哪一项')
  })
})

describe('amendments', () => {
  test('amendmentDiffers: the proposal reads otherwise than the amendment said', () => {
    expectFaultOf('amendmentDiffers', first('textAmended'), 'data.text', `${AMENDED}，加绿化`)
  })
  test('amendmentDiffers: an amendment that passed changes nothing', () => {
    expectFault('amendmentDiffers', (forgery) => {
      forgery.remove(forgery.event('textAmended'))
      return forgery.event('voteClosed', amendment)
    })
  })
  test('amendmentDiffers: the words are changed by a vote that was no amendment', () => {
    expectFault('amendmentDiffers', (forgery) => {
      const changed = eventLike(forgery.event('textAmended'), 'textAmended', {
        ...forgery.event('textAmended').data,
        by: liveVote,
      })
      forgery.insertAfter(forgery.event('voteDrafted', proposal), changed)
      return changed
    })
  })
  test('impossibleEvent: the proposal is drafted again as it was before the amendment', () => {
    expectFault('impossibleEvent', (forgery) => {
      const changed = forgery.event('textAmended')
      const back = eventLike(changed, 'draftRevised', { voteId: proposal, motion: '铺设塑胶跑道。', at: 1 })
      forgery.insertAfter(changed, back)
      return back
    })
  })
  test('amendmentDiffers: the amendment is declared void and its words stay', () => {
    expectFault('amendmentDiffers', (forgery) => {
      const voided = eventLike(forgery.event('textAmended'), 'voteVoided', { voteId: amendment, reason: '有误', at: 1 })
      forgery.insertAfter(forgery.event('textAmended'), voided)
      return voided
    })
  })
  test('resolutionWithoutVote: an amendment is no resolution', () => {
    expectFault('resolutionWithoutVote', (forgery) => {
      const resolutionId = id.resolution('forged')
      const data = { resolutionId, voteId: amendment, itemId: id.item('track0'), text: '加一句“十月底前完工”' }
      const forged = eventLike(forgery.event('textAmended'), 'resolutionAdopted', data)
      forgery.insertAfter(forgery.event('textAmended'), forged)
      return forged
    })
  })
})

describe('sentenceDiffers: the words say something else than the verdict', () => {
  const says = (voteId: string, words: string, others: string) =>
    expectFault('sentenceDiffers', (forgery) => {
      const event = forgery.event('voteClosed', voteId)
      const { sentence } = event.data['verdict'] as { readonly sentence: string }
      expect(sentence).toContain(words)
      forgery.set(event, 'data.verdict.sentence', sentence.replace(words, others))
      return event
    })

  test.each([
    ['the votes for a project', chosenVote, '跑道 2 票', '跑道 3 票'],
    ['the votes for two projects are exchanged', chosenVote, '跑道 2 票，充电桩 1 票', '跑道 1 票，充电桩 2 票'],
    ['another project is chosen', chosenVote, '选定 1 项：跑道', '选定 1 项：凉亭'],
    ['two are chosen', chosenVote, '选定 1 项', '选定 2 项'],
    ['nothing is chosen', chosenVote, '选定 1 项：跑道', '没有选定的'],
    ['who is satisfied', assessedVote, '满意 2', '满意 3'],
    ['who is not satisfied', assessedVote, '不满意 1', '不满意 0'],
    ['the average', scoredVote, '平均 8.5 分', '平均 9.5 分'],
    ['how many gave points', scoredVote, '2 人打分', '3 人打分'],
    ['who objected', objectionVote, '1 人反对', '2 人反对'],
    ['that nobody objected', objectionVote, '1 人反对', '没有人反对'],
    ['that it passed in spite of an objection', objectionVote, '不能按无异议通过', '无异议，通过'],
    ['that a vote without figures passed', handsVote, '没有票数，不作通过与否的判定', '通过'],
    ['that points are a verdict', scoredVote, '不作通过与否的判定', '通过'],
  ])('%s', (_, voteId, words, others) => {
    says(voteId, words, others)
  })
})
