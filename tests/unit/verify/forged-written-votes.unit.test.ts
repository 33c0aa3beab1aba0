import { beforeAll, describe, expect, test } from 'vitest'
import { type VerifyFault, verifyJournal } from '../../../main/host/verify/verify-journal.ts'
import { eventLike, type ForgedEvent, Forgery } from '../../fixtures/forgery.ts'
import { id } from '../../fixtures/ids.ts'
import { rule } from '../../fixtures/small-meeting.ts'
import { owner } from '../../fixtures/written-meeting.ts'
import { laterVote, ownersVote, recordedPapers, resolution, surveyVote } from './recorded-papers.ts'

let honest: Buffer
beforeAll(async () => {
  honest = await recordedPapers()
})

/** Changes the journal, seals it anew, and expects this fault at the line of the event that is returned. */
function expectFault(fault: VerifyFault, forge: (forgery: Forgery) => ForgedEvent): void {
  const forgery = new Forgery(honest)
  const shown = forge(forgery)
  expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: forgery.lineOf(shown), fault })
}

const expectFaultOf = (fault: VerifyFault, found: (forgery: Forgery) => ForgedEvent, path: string, value: unknown) =>
  expectFault(fault, (forgery) => {
    const event = found(forgery)
    forgery.set(event, path, value)
    return event
  })

const opened = (forgery: Forgery) => forgery.event('writtenVoteOpened', ownersVote)
const handedOut = (forgery: Forgery) => forgery.event('papersHandedOut', ownersVote)
const spoilt = (forgery: Forgery) => forgery.event('paperSpoilt', ownersVote)
const back = (forgery: Forgery, index = 2) => forgery.event('returnRecorded', ownersVote, owner(index))
const closed = (forgery: Forgery) => forgery.event('writtenVoteClosed', ownersVote)
const adopted = (forgery: Forgery) => forgery.event('resolutionAdopted')
const another = id.vote('another')

test('the journal as the host wrote it holds', () => {
  expect(verifyJournal(honest)).toMatchObject({ ok: true, verdicts: 2 })
})

describe('wrongUnits: who was asked is not who is on the roster', () => {
  test.each([
    ['another area', 'data.units.0.area', '180'],
    ['a total smaller than its parts', 'data.totals.owners', 2],
    ['no totals', 'data.totals', undefined],
    ['somebody who is not there', 'data.units.0.unitId', id.seat('stranger')],
  ])('%s', (_, path, value) => expectFaultOf('wrongUnits', opened, path, value))
  test('somebody is added with more than there is', () => {
    expectFaultOf('wrongUnits', (forgery) => forgery.event('unitAdded'), 'data.unit.area', '1000')
  })
  test('the totals shrink when somebody is added', () => {
    expectFaultOf('wrongUnits', (forgery) => forgery.event('unitAdded'), 'data.totals.area', '270.5')
  })
  test('an area on the roster is another', () => {
    expectFault('wrongUnits', (forgery) => {
      forgery.set(forgery.event('meetingOpened'), 'data.seats.0.owner.area', '8000')
      return opened(forgery)
    })
  })
})

const added = (forgery: Forgery) => forgery.event('unitAdded', laterVote)
const corrected = (forgery: Forgery) => forgery.event('unitCorrected', laterVote)

describe('wrongUnits: what was changed of the list', () => {
  test.each([
    ['it is somebody else’s', 'data.seatIds', [owner(1)]],
    ['it is two people’s', 'data.seatIds', [owner(4), owner(3)]],
    ['it is nobody’s whom the meeting knows', 'data.seatIds', undefined],
    ['it has no area', 'data.unit.area', undefined],
    ['it has more area than the totals grew by', 'data.unit.area', '6000'],
    ['the totals did not grow', 'data.totals', { owners: 3, area: '275.75' }],
    ['nobody said why', 'data.reason', undefined],
  ])('somebody is added: %s', (_, path, value) => expectFaultOf('wrongUnits', added, path, value))
  test('somebody is added who is asked already', () => {
    expectFault('wrongUnits', (forgery) => {
      const again = structuredClone(added(forgery))
      forgery.insertAfter(added(forgery), again)
      return again
    })
  })
  test('an owner is added as if the roster had said something else', () => {
    expectFault('wrongUnits', (forgery) => {
      const event = forgery.event('unitAdded', ownersVote)
      forgery.set(event, 'data.seatIds', [owner(3)])
      return event
    })
  })
  test.each([
    ['another area stood there', 'data.was', '81'],
    ['it is the same as before', 'data.area', '80.0'],
    ['the totals follow another area', 'data.area', '8525'],
    ['the totals stay', 'data.totals.area', '270.5'],
    ['nobody is asked there', 'data.unitId', owner(3)],
  ])('an area is corrected: %s', (_, path, value) => expectFaultOf('wrongUnits', corrected, path, value))
  test.each([added, corrected])('noSuchVote: of a vote that nobody opened', (found) => {
    expectFaultOf('noSuchVote', found, 'data.voteId', another)
  })
})

describe('the notice', () => {
  const later = (forgery: Forgery) => forgery.event('writtenVoteOpened', laterVote)
  test('noticedLater: it is of a day after the opening', () => {
    expectFaultOf('noticedLater', later, 'data.noticedOn', '2025-10-10')
  })
  test('unfitRule: it was too short for the rule', () => {
    expectFaultOf('unfitRule', later, 'data.rule.noticeDays', 9)
  })
  test('it was long enough', () => {
    const forgery = new Forgery(honest)
    forgery.set(later(forgery), 'data.rule.noticeDays', 8)
    expect(verifyJournal(forgery.sealed())).toMatchObject({ ok: true })
  })
})

test('unfitRule: a rule that does not count owners', () => {
  expectFaultOf('unfitRule', opened, 'data.rule', rule)
})

describe('papers', () => {
  test('paperImpossible: two are handed to one owner', () => {
    expectFaultOf('paperImpossible', handedOut, 'data.papers.1.unitId', owner(0))
  })
  test('paperImpossible: one number is given twice', () => {
    expectFaultOf('paperImpossible', handedOut, 'data.papers.1.number', 1)
  })
  test('paperImpossible: another number is spoilt', () => {
    expectFaultOf('paperImpossible', spoilt, 'data.number', 3)
  })
  test('paperImpossible: it came back after the last day', () => {
    expectFaultOf('paperImpossible', back, 'data.on', '2025-11-01')
  })
  test('paperImpossible: it came back though it was never handed out', () => {
    expectFaultOf(
      'paperImpossible',
      (forgery) => forgery.event('returnRecorded', surveyVote),
      'data.unitId',
      'hh_family0',
    )
  })
  test('papersMiscounted: more went out than were handed', () => {
    expectFaultOf('papersMiscounted', handedOut, 'data.counts.handedOut', 5)
  })
  test('papersMiscounted: more came back', () => {
    expectFaultOf('papersMiscounted', back, 'data.counts.returned', 4)
  })
  test('returnedTwice: one owner counts twice', () => {
    expectFault('returnedTwice', (forgery) => {
      const again = structuredClone(back(forgery))
      forgery.insertAfter(back(forgery, 3), again)
      return again
    })
  })
  test('noSuchVote: a paper comes back after the close', () => {
    expectFault('noSuchVote', (forgery) => {
      const late = structuredClone(back(forgery))
      forgery.insertAfter(closed(forgery), late)
      return late
    })
  })
  test.each([handedOut, spoilt, back, closed])('noSuchVote: of a vote that nobody opened', (found) => {
    expectFaultOf('noSuchVote', found, 'data.voteId', another)
  })
})

describe('the result', () => {
  test('ballotsDiffer: a recorded choice is another, and the announcement stays', () => {
    expectFault('ballotsDiffer', (forgery) => {
      forgery.set(back(forgery), 'data.option', 'for')
      return closed(forgery)
    })
  })
  test('ballotsDiffer: a choice of the announcement is another', () => {
    expectFaultOf('ballotsDiffer', closed, 'data.choices.0.option', 'against')
  })
  test('ballotsDiffer: an opinion is another', () => {
    expectFaultOf('ballotsDiffer', closed, 'data.opinions.0.opinion', '不急')
  })
  test('verdictDiffers: both are changed alike, and the figures stay', () => {
    expectFault('verdictDiffers', (forgery) => {
      forgery.set(back(forgery), 'data.option', 'for')
      const choices = closed(forgery).data['choices'] as readonly { unitId: string; option: string }[]
      const changed = choices.map((one) => (one.unitId === owner(2) ? { ...one, option: 'for' } : one))
      forgery.set(closed(forgery), 'data.choices', changed)
      return closed(forgery)
    })
  })
  test.each([
    ['data.verdict.outcome', 'notPassed'],
    ['data.verdict.figures.for', 4],
    ['data.verdict.figures.owners.forArea', '390.5'],
    ['data.verdict.reasons', ['noQuorum']],
    ['data.verdict.tied', ['heads']],
    ['data.verdict.ruleId', 'another_rule'],
  ])('verdictDiffers: %s', (path, value) => expectFaultOf('verdictDiffers', closed, path, value))
  test('verdictDiffers: the rule was milder than the one of the record', () => {
    expectFault('verdictDiffers', (forgery) => {
      forgery.set(opened(forgery), 'data.rule.pass.share', { num: 9, den: 10 })
      return closed(forgery)
    })
  })
  test.each([
    ['赞成 3 人', '赞成 4 人'],
    ['290.5 平方米，反对', '390.5 平方米，反对'],
    ['发出 4 份', '发出 5 份'],
    ['，通过。', '，未通过。'],
    ['，通过。', '。'],
  ])('sentenceDiffers: "%s" is now "%s"', (words, others) => {
    expectFault('sentenceDiffers', (forgery) => {
      const { sentence } = closed(forgery).data['verdict'] as { sentence: string }
      expect(sentence).toContain(words)
      forgery.set(closed(forgery), 'data.verdict.sentence', sentence.replace(words, others))
      return closed(forgery)
    })
  })
  test('sentenceDiffers: what was only counted is announced as passed', () => {
    expectFault('sentenceDiffers', (forgery) => {
      const survey = forgery.event('writtenVoteClosed', surveyVote)
      const { sentence } = survey.data['verdict'] as { sentence: string }
      forgery.set(survey, 'data.verdict.sentence', sentence.replace('只计票，不下结论', '通过'))
      return survey
    })
  })
})

describe('the resolution', () => {
  test('resolutionMissing: it is taken out', () => {
    expectFault('resolutionMissing', (forgery) => {
      forgery.remove(adopted(forgery))
      return closed(forgery)
    })
  })
  test('resolutionWithoutVote: its text is not the motion', () => {
    expectFaultOf('resolutionWithoutVote', adopted, 'data.text', '不换大门')
  })
  test('resolutionWithoutVote: it rests on what was only counted', () => {
    expectFault('resolutionWithoutVote', (forgery) => {
      const forged = eventLike(adopted(forgery), 'resolutionAdopted', {
        ...adopted(forgery).data,
        voteId: surveyVote,
        resolutionId: id.resolution('forged'),
      })
      forgery.insertAfter(forgery.event('writtenVoteClosed', surveyVote), forged)
      return forged
    })
  })
  test('impossibleEvent: its id was used', () => {
    expectFault('impossibleEvent', (forgery) => {
      const again = structuredClone(adopted(forgery))
      forgery.set(again, 'data.resolutionId', resolution).insertAfter(closed(forgery), again)
      return again
    })
  })
})

describe('impossibleEvent', () => {
  test('a vote is opened twice', () => {
    expectFault('impossibleEvent', (forgery) => {
      const again = structuredClone(opened(forgery))
      forgery.insertAfter(handedOut(forgery), again)
      return again
    })
  })
  test('it is about an item that is not there', () => {
    expectFaultOf('impossibleEvent', opened, 'data.itemId', id.item('nowhere'))
  })
  test('the record is sealed while one is open', () => {
    expectFault('impossibleEvent', (forgery) => {
      forgery.remove(forgery.event('writtenVoteClosed', surveyVote))
      return forgery.event('meetingSealed')
    })
  })
})
