import { beforeAll, describe, expect, test } from 'vitest'
import { type VerifyFault, verifyJournal } from '../../../main/host/verify/verify-journal.ts'
import { type DeviceKey, makeDeviceKey, signText } from '../../../shared/identity/device-key.ts'
import { ballotText } from '../../../shared/identity/signed-text.ts'
import { eventLike, type ForgedEvent, Forgery } from '../../fixtures/forgery.ts'
import { id } from '../../fixtures/ids.ts'
import {
  ballotOf,
  chair,
  chargers,
  failedVote,
  guest,
  meeting,
  memberA,
  memberB,
  memberC,
  memberD,
  passedVote,
  type RecordedCouncil,
  recordedCouncil,
  resolution,
  ruleOfCouncil,
  runningTrack,
  scribe,
  voidVote,
} from '../../fixtures/recorded-council.ts'
import { seededBytes } from '../../fixtures/seeded-random.ts'

let honest: RecordedCouncil
beforeAll(async () => {
  honest = await recordedCouncil()
})

/** Changes the meeting's journal, seals it anew, and expects this fault at the line of the event that is returned. */
function expectFault(fault: VerifyFault, forge: (forgery: Forgery) => ForgedEvent): void {
  const forgery = new Forgery(honest.meeting)
  const shown = forge(forgery)
  expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: forgery.lineOf(shown), fault })
}

/** Changes one event at a path, and expects the fault in its own line. */
const expectFaultOf = (fault: VerifyFault, found: (forgery: Forgery) => ForgedEvent, path: string, value: unknown) =>
  expectFault(fault, (forgery) => {
    const event = found(forgery)
    forgery.set(event, path, value)
    return event
  })

const opened = (forgery: Forgery) => forgery.event('voteOpened', passedVote)
const castByA = (forgery: Forgery) => forgery.event('ballotCast', passedVote, memberA)
const enteredForC = (forgery: Forgery) => forgery.event('ballotCast', passedVote, memberC)
const closed = (forgery: Forgery) => forgery.event('voteClosed', passedVote)
const closedUnpassed = (forgery: Forgery) => forgery.event('voteClosed', failedVote)
const adopted = (forgery: Forgery) => forgery.event('resolutionAdopted')

const strangersKey = makeDeviceKey(seededBytes(99))

function resigned(forgery: Forgery, cast: ForgedEvent, key: DeviceKey): void {
  const { ballotId, option, seatId, voteId } = cast.data
  const ballot = { ballotId, option, seatId, voteId, meetingId: meeting, commandId: cast.command.id }
  const text = ballotText(ballot as Parameters<typeof ballotText>[0])
  forgery.set(cast, 'data.evidence.signature', signText(key, text))
}

describe('wrongElectorate: who may vote is not who was there', () => {
  test('an elector is left out', () => {
    expectFaultOf('wrongElectorate', opened, 'data.electors', [chair, memberA, memberB, memberC])
  })
  test('somebody without a vote is slipped in', () => {
    expectFaultOf('wrongElectorate', opened, 'data.electors', [chair, memberA, memberB, memberC, memberD, guest])
  })
  test('the number of those entitled is another', () => {
    expectFaultOf('wrongElectorate', opened, 'data.entitled', 4)
  })
  test('an elector had left before the vote was opened', () => {
    expectFault('wrongElectorate', (forgery) => {
      const vote = opened(forgery)
      forgery.insertBefore(vote, eventLike(vote, 'seatSignedOut', { seatId: memberD, at: vote.at, enteredBy: null }))
      return vote
    })
  })
  test('an elector never signed in', () => {
    expectFault('wrongElectorate', (forgery) => {
      forgery.remove(forgery.event('seatSignedIn', memberD))
      return opened(forgery)
    })
  })
  test('an elector lost the vote on the roster', () => {
    expectFault('wrongElectorate', (forgery) => {
      const roster = forgery.event('meetingOpened')
      forgery.set(roster, 'data.seats.2.voting', false)
      return opened(forgery)
    })
  })
})

describe('noSuchVote: the vote does not exist, or has ended', () => {
  const another = id.vote('another')
  test('a ballot for a vote that nobody opened', () => {
    expectFaultOf('noSuchVote', enteredForC, 'data.voteId', another)
  })
  test('a ballot after the vote was closed', () => {
    expectFault('noSuchVote', (forgery) => {
      const late = eventLike(enteredForC(forgery), 'ballotCast', {
        ...enteredForC(forgery).data,
        ballotId: id.ballot('late00'),
      })
      forgery.insertAfter(closed(forgery), late)
      return late
    })
  })
  test('a vote is closed that nobody opened', () => {
    expectFaultOf('noSuchVote', closed, 'data.voteId', another)
  })
  test('a vote is closed twice', () => {
    expectFault('noSuchVote', (forgery) => {
      const again = structuredClone(closedUnpassed(forgery))
      forgery.insertAfter(closedUnpassed(forgery), again)
      return again
    })
  })
  test('a vote is declared void that nobody opened', () => {
    expectFaultOf('noSuchVote', (forgery) => forgery.event('voteVoided', voidVote), 'data.voteId', another)
  })
  test('the opening of the vote is taken out', () => {
    expectFault('noSuchVote', (forgery) => {
      forgery.remove(opened(forgery))
      return castByA(forgery)
    })
  })
})

describe('notAnElector and votedTwice: who hands in a ballot', () => {
  test('a guest', () => {
    expectFaultOf('notAnElector', enteredForC, 'data.seatId', guest)
  })
  test('a seat that is not on the roster', () => {
    expectFaultOf('notAnElector', enteredForC, 'data.seatId', id.seat('nobody'))
  })
  test('a seat that has voted already', () => {
    expectFaultOf('votedTwice', enteredForC, 'data.seatId', memberB)
  })
  test('a signed ballot that is repeated under a new id', () => {
    expectFault('votedTwice', (forgery) => {
      const again = structuredClone(castByA(forgery))
      forgery.set(again, 'data.ballotId', id.ballot('again0')).insertAfter(castByA(forgery), again)
      return again
    })
  })
})

describe('badSignature: a named ballot is not what its device signed', () => {
  test.each([
    ['the option', 'data.option', 'against'],
    ['the ballot', 'data.ballotId', id.ballot('other0')],
    ['the seat, to one without a device', 'data.seatId', memberC],
    ['the seat, to one with a device', 'data.seatId', chair],
    ['the author', 'by', memberB],
    ['the author, to the operator', 'by', 'operator'],
    ['the command', 'command.id', id.command('other0')],
    ['the command that was signed', 'data.evidence.commandId', id.command('other0')],
    ['the key', 'data.evidence.publicKey', strangersKey.publicKey],
    ['the signature', 'data.evidence.signature', 'ab'.repeat(64)],
  ])('%s is another', (_, path, value) => {
    expectFaultOf('badSignature', castByA, path, value)
  })

  test('both places of the command are another', () => {
    expectFault('badSignature', (forgery) => {
      const cast = castByA(forgery)
      forgery.set(cast, 'command.id', id.command('other0')).set(cast, 'data.evidence.commandId', id.command('other0'))
      return cast
    })
  })
  test('the ballot is signed well, but by a key that was never let in', () => {
    expectFault('badSignature', (forgery) => {
      const cast = castByA(forgery)
      forgery.set(cast, 'data.evidence.publicKey', strangersKey.publicKey).set(cast, 'data.option', 'against')
      resigned(forgery, cast, strangersKey)
      return cast
    })
  })
  test('the key let in for the seat is another', () => {
    expectFault('badSignature', (forgery) => {
      forgery.set(forgery.event('deviceBound', memberA), 'data.publicKey', strangersKey.publicKey)
      return castByA(forgery)
    })
  })
  test('the seat changed to another device before it voted', () => {
    expectFault('badSignature', (forgery) => {
      const { publicKey } = strangersKey
      const bound = forgery.event('deviceBound', memberA)
      forgery.insertBefore(castByA(forgery), eventLike(bound, 'deviceBound', { ...bound.data, publicKey }))
      return castByA(forgery)
    })
  })
  test('the device that gave way to a second one signed', () => {
    expectFault('badSignature', (forgery) => {
      const [, second] = forgery.events('deviceBound').filter((bound) => bound.data['seatId'] === memberB)
      if (second === undefined) throw new Error('乙 has had two devices')
      forgery.remove(second)
      return forgery.event('ballotCast', passedVote, memberB)
    })
  })
  test('the device had been sent out before it voted', () => {
    expectFault('badSignature', (forgery) => {
      const cast = castByA(forgery)
      forgery.insertBefore(cast, eventLike(cast, 'deviceUnbound', { seatId: memberA }))
      return cast
    })
  })
  test('the ballot was signed for another meeting', () => {
    const other = id.meeting('other0')
    expectFault('badSignature', (forgery) => {
      forgery.header.stream = `meeting/${other}`
      forgery.set(forgery.event('meetingOpened'), 'data.meetingId', other)
      return castByA(forgery)
    })
  })
  test('the ballot was signed in an earlier vote', () => {
    expectFault('badSignature', (forgery) => {
      const cast = forgery.event('ballotCast', failedVote, memberA)
      const { evidence } = castByA(forgery).data
      forgery.set(cast, 'data.evidence', structuredClone(evidence))
      return cast
    })
  })
  test('a key of small order, under which a made-up signature would be good', () => {
    expectFault('badSignature', (forgery) => {
      const identity = `01${'00'.repeat(31)}`
      const cast = castByA(forgery)
      forgery
        .set(forgery.event('deviceBound', memberA), 'data.publicKey', identity)
        .set(cast, 'data.evidence.publicKey', identity)
        .set(cast, 'data.evidence.signature', identity + '00'.repeat(32))
      return cast
    })
  })
})

describe('enteredByNobody: a ballot was entered by somebody who runs no meeting', () => {
  test.each([
    ['a member', memberB],
    ['a guest', guest],
    ['a seat that is not on the roster', id.seat('nobody')],
  ])('%s', (_, by) => {
    expectFault('enteredByNobody', (forgery) => {
      const ballot = enteredForC(forgery)
      forgery.set(ballot, 'data.evidence.by', by).set(ballot, 'by', by)
      return ballot
    })
  })
  test('the ballot says the chair, the record says the operator', () => {
    expectFaultOf('enteredByNobody', enteredForC, 'data.evidence.by', chair)
  })
  test('the ballot says the operator, the record says the chair', () => {
    expectFaultOf('enteredByNobody', enteredForC, 'by', chair)
  })
  test('the 话事员 had handed the pen over before', () => {
    expectFault('enteredByNobody', (forgery) => {
      const ballot = forgery.event('ballotCast', passedVote, memberD)
      forgery.insertBefore(ballot, eventLike(ballot, 'scribeHandedOver', { seatId: memberB }))
      return ballot
    })
  })
  test('a signed ballot that is passed off as entered by its own voter', () => {
    expectFaultOf('enteredByNobody', castByA, 'data.evidence', { kind: 'entered', by: memberA })
  })
})

describe('ballotsDiffer: what was announced is not what was handed in', () => {
  test('a ballot is added', () => {
    expectFault('ballotsDiffer', (forgery) => {
      const { data } = closed(forgery)
      const ballots = data['ballots'] as readonly unknown[]
      const extra = { ballotId: id.ballot('extra0'), option: 'for', seatId: guest }
      forgery.set(closed(forgery), 'data.ballots', [...ballots, extra])
      return closed(forgery)
    })
  })
  test('a ballot is dropped', () => {
    expectFault('ballotsDiffer', (forgery) => {
      const ballots = closed(forgery).data['ballots'] as readonly unknown[]
      forgery.set(closed(forgery), 'data.ballots', ballots.slice(1))
      return closed(forgery)
    })
  })
  test.each([
    ['the option', 'option', 'against'],
    ['the seat', 'seatId', memberD],
    ['the id', 'ballotId', id.ballot('other0')],
  ])('%s of a ballot is another', (_, field, value) => {
    expectFaultOf('ballotsDiffer', closed, `data.ballots.0.${field}`, value)
  })
  test('a ballot that was handed in is taken out of the journal', () => {
    expectFault('ballotsDiffer', (forgery) => {
      forgery.remove(enteredForC(forgery))
      return closed(forgery)
    })
  })
  test('an entered ballot is another, and the announcement stays', () => {
    expectFault('ballotsDiffer', (forgery) => {
      forgery.set(enteredForC(forgery), 'data.option', 'against')
      return closed(forgery)
    })
  })
})

describe('verdictDiffers: computing again gives another verdict', () => {
  test.each(['entitled', 'present', 'for', 'against', 'abstain'])('the figure "%s" is another', (figure) => {
    expectFaultOf('verdictDiffers', closed, `data.verdict.figures.${figure}`, 4)
  })
  test('a motion that passed did not', () => {
    expectFaultOf('verdictDiffers', closed, 'data.verdict.passed', false)
  })
  test('a motion that missed its threshold passed', () => {
    expectFaultOf('verdictDiffers', closedUnpassed, 'data.verdict.passed', true)
  })
  test('a lawful vote was none', () => {
    expectFaultOf('verdictDiffers', closed, 'data.verdict.valid', false)
  })
  test('there is a reason against it', () => {
    expectFaultOf('verdictDiffers', closed, 'data.verdict.reasons', ['noQuorum'])
  })
  test('it was decided by another rule', () => {
    expectFaultOf('verdictDiffers', closed, 'data.verdict.ruleId', 'other_rule')
  })
  test('the rule of the meeting is another', () => {
    expectFault('verdictDiffers', (forgery) => {
      forgery.set(forgery.event('meetingOpened'), 'data.rule.pass.share', { num: 3, den: 4 })
      return closed(forgery)
    })
  })
  test('ballot and announcement are changed alike, and the figures stay', () => {
    expectFault('verdictDiffers', (forgery) => {
      forgery
        .set(enteredForC(forgery), 'data.option', 'against')
        .set(closed(forgery), 'data.ballots.2.option', 'against')
      return closed(forgery)
    })
  })
})

describe('sentenceDiffers: the words say something else than the verdict', () => {
  const says = (found: (forgery: Forgery) => ForgedEvent, change: (sentence: string) => string) =>
    expectFault('sentenceDiffers', (forgery) => {
      const event = found(forgery)
      const { sentence } = event.data['verdict'] as { readonly sentence: string }
      expect(change(sentence)).not.toBe(sentence)
      forgery.set(event, 'data.verdict.sentence', change(sentence))
      return event
    })

  test.each([
    ['应到 5', '应到 6'],
    ['实到 5', '实到 4'],
    ['赞成 3', '赞成 4'],
    ['反对 1', '反对 3'],
    ['弃权 1', '弃权 0'],
    ['赞成 3，反对 1', '赞成 1，反对 3'],
    ['反对 1，', ''],
    ['，通过。', '，未通过。'],
    ['，通过。', '，没有通过。'],
    ['，通过。', '，不通过。'],
    ['，通过。', '。'],
    ['赞成超过', '未通过：赞成超过'],
  ])('"%s" is now "%s"', (words, others) => {
    says(closed, (sentence) => sentence.replace(words, others))
  })
  test('a motion that missed its threshold is announced as passed', () => {
    says(closedUnpassed, (sentence) => sentence.replace(/[未不]通过/, '通过'))
  })
  test('nothing is said at all', () => {
    says(closed, () => '')
  })
  test('only the rule is quoted, whose own figures and words are no announcement', () => {
    says(closed, () => `依据：${ruleOfCouncil.source}。`)
  })
  test('other words with the same figures and conclusion are good: those of another version', () => {
    const forgery = new Forgery(honest.meeting)
    const sentence = '表决通过：赞成 3 票、反对 1 票、弃权 1 票（应到 5、实到 5）。'
    forgery.set(closed(forgery), 'data.verdict.sentence', sentence)
    expect(verifyJournal(forgery.sealed())).toMatchObject({ ok: true })
  })
})

describe('a resolution and its vote belong together', () => {
  test('resolutionWithoutVote: its text is not the motion', () => {
    expectFaultOf('resolutionWithoutVote', adopted, 'data.text', '铺设水泥跑道')
  })
  test('resolutionWithoutVote: it is of another item', () => {
    expectFaultOf('resolutionWithoutVote', adopted, 'data.itemId', chargers)
  })
  test.each([
    ['a vote that missed its threshold', failedVote, '加装四十个充电桩'],
    ['a vote that was declared void', voidVote, '加装充电桩'],
    ['a vote that nobody held', id.vote('another'), '加装充电桩'],
  ])('resolutionWithoutVote: it rests on %s', (_, voteId, text) => {
    expectFault('resolutionWithoutVote', (forgery) => {
      const resolutionId = id.resolution('forged')
      const forged = eventLike(adopted(forgery), 'resolutionAdopted', { resolutionId, voteId, itemId: chargers, text })
      forgery.insertAfter(closedUnpassed(forgery), forged)
      return forged
    })
  })
  test('resolutionWithoutVote: a vote brings forth a second resolution', () => {
    expectFault('resolutionWithoutVote', (forgery) => {
      const resolutionId = id.resolution('second')
      const second = eventLike(adopted(forgery), 'resolutionAdopted', { ...adopted(forgery).data, resolutionId })
      forgery.insertAfter(adopted(forgery), second)
      return second
    })
  })
  test('resolutionMissing: the resolution of a motion that passed is taken out', () => {
    expectFault('resolutionMissing', (forgery) => {
      forgery.remove(adopted(forgery))
      return closed(forgery)
    })
  })
  test('resolutionMissing: the resolution is moved to a later line', () => {
    expectFault('resolutionMissing', (forgery) => {
      const moved = adopted(forgery)
      forgery.remove(moved).insertAfter(closed(forgery), moved)
      return closed(forgery)
    })
  })
})

describe('impossibleEvent: no meeting ever went like this', () => {
  test('something happens before the opening', () => {
    expectFault('impossibleEvent', (forgery) => {
      const first = forgery.event('deviceBound')
      forgery.insertBefore(forgery.event('meetingOpened'), structuredClone(first))
      return forgery.event('deviceBound')
    })
  })
  test('the opening is taken out', () => {
    expectFault('impossibleEvent', (forgery) => {
      forgery.remove(forgery.event('meetingOpened'))
      return forgery.event('deviceBound')
    })
  })
  test('the meeting is opened again, under a milder rule', () => {
    expectFault('impossibleEvent', (forgery) => {
      const again = structuredClone(forgery.event('meetingOpened'))
      forgery.set(again, 'data.rule.pass.share', { num: 1, den: 5 })
      forgery.insertBefore(forgery.event('voteOpened', failedVote), again)
      return again
    })
  })
  test('a vote is opened again over its own ballots', () => {
    expectFault('impossibleEvent', (forgery) => {
      const again = structuredClone(opened(forgery))
      forgery.insertAfter(castByA(forgery), again)
      return again
    })
  })
  test('a vote is opened while another is open', () => {
    expectFault('impossibleEvent', (forgery) => {
      const other = structuredClone(opened(forgery))
      forgery.set(other, 'data.voteId', id.vote('another')).insertAfter(castByA(forgery), other)
      return other
    })
  })
  test('a vote that was held is held once more', () => {
    expectFault('impossibleEvent', (forgery) => {
      const again = structuredClone(opened(forgery))
      forgery.insertAfter(closed(forgery), again)
      return again
    })
  })
  test('a vote is opened on an item that is not discussed', () => {
    expectFaultOf('impossibleEvent', (forgery) => forgery.event('voteOpened', failedVote), 'data.itemId', runningTrack)
  })
  test('two ballots have one id', () => {
    expectFaultOf('impossibleEvent', enteredForC, 'data.ballotId', ballotOf(passedVote, memberA))
  })
  test('two resolutions have one id', () => {
    expectFault('impossibleEvent', (forgery) => {
      const second = structuredClone(adopted(forgery))
      forgery.set(second, 'data.resolutionId', resolution).insertAfter(adopted(forgery), second)
      return second
    })
  })
  test('the meeting is closed while a vote is open', () => {
    expectFault('impossibleEvent', (forgery) => {
      const end = structuredClone(forgery.event('meetingClosed'))
      forgery.insertAfter(castByA(forgery), end)
      return end
    })
  })
  test('a vote is declared void after the sealing', () => {
    expectFault('impossibleEvent', (forgery) => {
      const late = eventLike(forgery.event('voteVoided'), 'voteVoided', {
        voteId: passedVote,
        reason: '反悔',
        at: forgery.event('meetingClosed').at,
      })
      const sealed = eventLike(forgery.event('meetingClosed'), 'meetingSealed', { sealedAt: late.at })
      forgery.insertAfter(forgery.event('meetingClosed'), sealed).insertAfter(sealed, late)
      return late
    })
  })
  test('a meeting is sealed before it was closed', () => {
    expectFault('impossibleEvent', (forgery) => {
      forgery.remove(forgery.event('meetingClosed'))
      return forgery.event('meetingSealed')
    })
  })
  test('something is written after the sealing', () => {
    expectFault('impossibleEvent', (forgery) => {
      const late = structuredClone(forgery.event('pointAdded'))
      forgery.set(late, 'data.pointId', id.point('late00')).insertAfter(forgery.event('meetingSealed'), late)
      return late
    })
  })
})

test('wrongStream: the meeting that is opened is not the one that the journal is named after', () => {
  expectFaultOf('wrongStream', (forgery) => forgery.event('meetingOpened'), 'data.meetingId', id.meeting('other0'))
})

test('of two forgeries the earlier line is reported', () => {
  expectFault('badSignature', (forgery) => {
    forgery.set(closed(forgery), 'data.verdict.passed', false).set(castByA(forgery), 'data.option', 'against')
    return castByA(forgery)
  })
})

test('after the pen was handed over, the new 话事员 enters ballots and the scribe of the opening is nobody', () => {
  const forgery = new Forgery(honest.meeting)
  const ballot = forgery.event('ballotCast', passedVote, memberD)
  expect(ballot.by).toBe(scribe)
  forgery.insertBefore(ballot, eventLike(ballot, 'scribeHandedOver', { seatId: memberB }))
  forgery.set(ballot, 'by', memberB).set(ballot, 'data.evidence.by', memberB)
  expect(verifyJournal(forgery.sealed())).toMatchObject({ ok: true })
})
