import { describe, expect, it } from 'vitest'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { MeetingCommand, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import type { MeetingRejection } from '../../../../shared/meeting/rejections.ts'
import type { Actor } from '../../../../shared/roles/roles.ts'
import { NOW, operator, theHost } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  adopted,
  adoptedByAgreement,
  assigned,
  assignment,
  ballotOf,
  ballotSignature,
  bound,
  byChair,
  byMemberA,
  byMemberB,
  byScribe,
  chair,
  closed,
  concluded,
  discussing,
  entered,
  firstItem,
  given,
  guest,
  itemFinished,
  itemStarted,
  keyA,
  keyB,
  MOTION,
  memberA,
  memberB,
  onLeave,
  opened,
  opening,
  point,
  pointAdded,
  recused,
  requested,
  resolution,
  resolved,
  rule,
  scribe,
  sealed,
  secondItem,
  signedIn,
  signedOut,
  speechEnded,
  speechStarted,
  stranger,
  talking,
  vote,
  voteClosed,
  voteOpened,
  voteVoided,
  voting,
  walkIn,
} from '../../../fixtures/small-meeting.ts'

type Refusal = {
  readonly name: string
  readonly given: readonly MeetingEvent[]
  readonly when: MeetingCommand
  readonly by?: Actor
  readonly details?: object
}

const otherVote = id.vote('000002')
const otherItem = id.item('nowhere')
const openIt = { type: 'openVote', data: { voteId: vote, itemId: firstItem, motion: MOTION } } as const
const closeIt = { type: 'closeVote', data: { voteId: vote, resolutionId: resolution } } as const
const voidIt = { type: 'voidVote', data: { voteId: vote, reason: '唱票有误' } } as const
const close = { type: 'closeMeeting', data: {} } as const
const seal = { type: 'sealMeeting', data: {} } as const
const next = { type: 'callNextSpeaker', data: {} } as const
const place = { pointId: point, itemId: firstItem }
const aPoint = { ...place, kind: 'opinion', text: '噪声要小' } as const
const enter = (seatId: typeof memberA): MeetingCommand => ({
  type: 'enterBallot',
  data: { voteId: vote, ...ballotOf(seatId) },
})
const cast = (seatId: typeof memberA, signature: string): MeetingCommand => ({
  type: 'castBallot',
  data: { voteId: vote, ...ballotOf(seatId), signature },
})
const bySeat = (type: 'signIn' | 'signOut' | 'withdrawRequest' | 'endSpeech', seatId: typeof memberA) => ({
  type,
  data: { seatId },
})
const ask = (seatId: typeof memberA): MeetingCommand => ({ type: 'requestFloor', data: { seatId, stance: 'for' } })
const leave = (seatId: typeof memberA): MeetingCommand => ({
  type: 'recordLeave',
  data: { seatId, reason: '孩子生病' },
})
const recuse = (seatId: typeof memberA, itemId: typeof firstItem = firstItem) =>
  ({ type: 'recordRecusal', data: { itemId, seatId, reason: '与本人有利害关系' } }) as const
const concludeIt = {
  type: 'concludeItem',
  data: { itemId: firstItem, outcome: 'reached', text: MOTION, resolutionId: resolution },
} as const
const takeBack = { type: 'withdrawConclusion', data: { itemId: firstItem, reason: '记错了' } } as const
const daysBefore = (days: number) => chinaDate(NOW - days * 24 * 60 * 60 * 1000)
const openedWith = (change: Partial<typeof opening>): MeetingEvent => ({
  type: 'meetingOpened',
  data: { ...opening, ...change, openedAt: NOW - 60_000 },
})
const inSession = (change: Partial<typeof opening>) => [openedWith(change), ...discussing.slice(1)]
const otherMotion = { ...openIt, data: { ...openIt.data, voteId: otherVote } }
const signatureA = ballotSignature(keyA, memberA)

/** Every command there is, with data that would do: what a closed or sealed meeting is asked to do. */
const everyCommand: { readonly [Type in MeetingCommand['type']]: Extract<MeetingCommand, { type: Type }> } = {
  openMeeting: { type: 'openMeeting', data: opening },
  closeMeeting: close,
  sealMeeting: seal,
  handOverChair: { type: 'handOverChair', data: { seatId: memberA } },
  handOverScribe: { type: 'handOverScribe', data: { seatId: memberA } },
  admitDevice: { type: 'admitDevice', data: { seatId: memberB, publicKey: keyB } },
  removeDevice: { type: 'removeDevice', data: { seatId: memberA } },
  registerWalkIn: { type: 'registerWalkIn', data: { seatId: walkIn } },
  signIn: { type: 'signIn', data: { seatId: guest } },
  signOut: { type: 'signOut', data: { seatId: memberA } },
  recordLeave: { type: 'recordLeave', data: { seatId: guest, reason: '孩子生病' } },
  recordHeadcount: { type: 'recordHeadcount', data: { count: 23 } },
  addItem: { type: 'addItem', data: { itemId: otherItem, title: '清理楼道' } },
  startItem: { type: 'startItem', data: { itemId: secondItem } },
  finishItem: { type: 'finishItem', data: { itemId: firstItem } },
  recordRecusal: recuse(memberA),
  withdrawRecusal: { type: 'withdrawRecusal', data: { itemId: firstItem, seatId: memberA } },
  requestFloor: { type: 'requestFloor', data: { seatId: memberA, stance: 'for' } },
  withdrawRequest: { type: 'withdrawRequest', data: { seatId: memberA } },
  callNextSpeaker: next,
  endSpeech: { type: 'endSpeech', data: { seatId: memberA } },
  openVote: otherMotion,
  castBallot: { type: 'castBallot', data: { voteId: vote, ...ballotOf(memberA), signature: signatureA } },
  enterBallot: { type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA) } },
  closeVote: closeIt,
  voidVote: voidIt,
  concludeItem: concludeIt,
  withdrawConclusion: takeBack,
  addPoint: { type: 'addPoint', data: { ...aPoint, pointId: id.point('000002') } },
  revisePoint: { type: 'revisePoint', data: aPoint },
  withdrawPoint: { type: 'withdrawPoint', data: place },
  assignWorksheet: { type: 'assignWorksheet', data: assignment },
}

/** What is still done after 散会. */
const WORKS_AFTER_CLOSING = [
  'sealMeeting',
  'admitDevice',
  'removeDevice',
  'addPoint',
  'revisePoint',
  'withdrawPoint',
  'assignWorksheet',
]

/** Every refusal there is, the compiler sees to it, each with at least one way to meet it. */
const refusals: { readonly [Code in MeetingRejection['code']]: readonly [Refusal, ...Refusal[]] } = {
  meetingNotOpen: [{ name: 'nobody signs in before the meeting is open', given: [], when: bySeat('signIn', memberA) }],
  meetingAlreadyOpen: [
    { name: 'an open meeting is not opened again', given: [opened], when: everyCommand.openMeeting, by: theHost },
    {
      name: 'a sealed meeting is not opened again',
      given: [opened, closed, sealed],
      when: everyCommand.openMeeting,
      by: theHost,
    },
  ],
  meetingIsClosed: [
    { name: 'nobody speaks after 散会', given: [opened, closed], when: ask(memberA), by: byMemberA },
    { name: 'a meeting is not closed twice', given: [opened, closed], when: close },
  ],
  meetingNotClosed: [{ name: 'a meeting that still runs is not sealed', given: [opened], when: seal }],
  meetingIsSealed: [
    { name: 'a sealed meeting is not sealed again', given: [opened, closed, sealed], when: seal },
    {
      name: 'the minutes of a sealed meeting are not touched',
      given: [opened, closed, sealed],
      when: everyCommand.addPoint,
    },
  ],
  alreadyInOffice: [
    {
      name: 'the chair does not hand over to themselves',
      given: [opened],
      when: { type: 'handOverChair', data: { seatId: chair } },
    },
    {
      name: '话事员 does not hand over to themselves',
      given: [opened],
      when: { type: 'handOverScribe', data: { seatId: scribe } },
    },
  ],
  handOverToOnlooker: [
    {
      name: '列席 does not take the chair',
      given: [opened],
      when: { type: 'handOverChair', data: { seatId: guest } },
    },
    {
      name: '现场登记 does not take the chair',
      given: [opened, { type: 'walkInRegistered', data: { seatId: walkIn } }],
      when: { type: 'handOverChair', data: { seatId: walkIn } },
    },
  ],
  seatUnknown: [
    { name: 'a seat that is not on the roster is not signed in', given: [opened], when: bySeat('signIn', stranger) },
    { name: 'a seat that is not on the roster has no leave', given: [opened], when: leave(stranger) },
    {
      name: 'a seat that is not on the roster gets no device',
      given: [opened],
      when: { type: 'admitDevice', data: { seatId: stranger, publicKey: keyA } },
    },
    {
      name: 'a seat that is not on the roster does not take the chair',
      given: [opened],
      when: { type: 'handOverChair', data: { seatId: stranger } },
    },
    {
      name: 'a seat that is not on the roster does not take the pen',
      given: [opened],
      when: { type: 'handOverScribe', data: { seatId: stranger } },
    },
  ],
  seatExists: [
    {
      name: 'a seat of the roster is not registered as a walk-in',
      given: [opened],
      when: { type: 'registerWalkIn', data: { seatId: memberA } },
    },
  ],
  notYourSeat: [
    { name: 'a member does not sign another in', given: [opened], when: bySeat('signIn', memberA), by: byMemberB },
    {
      name: 'a member does not sign another out',
      given: [opened, signedIn(memberA)],
      when: bySeat('signOut', memberA),
      by: byMemberB,
    },
    { name: 'a member does not ask for another’s leave', given: [opened], when: leave(memberA), by: byMemberB },
    { name: 'a member does not queue another', given: discussing, when: ask(memberA), by: byMemberB },
    {
      name: 'a member does not withdraw another’s request',
      given: [...discussing, requested(memberA)],
      when: bySeat('withdrawRequest', memberA),
      by: byMemberB,
    },
    {
      name: 'a member does not cut another’s speech short',
      given: [...discussing, speechStarted(memberA)],
      when: bySeat('endSpeech', memberA),
      by: byMemberB,
    },
    {
      name: 'a member does not cast another’s ballot, even signed by that other’s device',
      given: [...voting, bound(memberA, keyA)],
      when: cast(memberA, signatureA),
      by: byMemberB,
    },
    {
      name: 'the chair does not cast a signed ballot for a member',
      given: [...voting, bound(memberA, keyA)],
      when: cast(memberA, signatureA),
      by: byChair,
    },
    { name: 'a member does not enter another’s ballot', given: voting, when: enter(memberA), by: byMemberB },
    { name: 'a member does not make another stand aside', given: discussing, when: recuse(memberA), by: byMemberB },
    {
      name: 'a member does not bring another back',
      given: [...discussing, recused(memberA)],
      when: everyCommand.withdrawRecusal,
      by: byMemberB,
    },
  ],
  deviceAlreadyBound: [
    {
      name: 'a device is not admitted twice to one seat',
      given: [opened, bound(memberA, keyA)],
      when: { type: 'admitDevice', data: { seatId: memberA, publicKey: keyA } },
    },
  ],
  noDeviceBound: [
    {
      name: 'a seat without a device has none to remove',
      given: [opened, bound(memberA, keyA), { type: 'deviceUnbound', data: { seatId: memberA } }],
      when: everyCommand.removeDevice,
    },
  ],
  alreadySignedIn: [
    { name: 'nobody signs in twice', given: [opened, signedIn(memberA)], when: bySeat('signIn', memberA) },
  ],
  notSignedIn: [
    { name: 'whoever is not here does not leave', given: [opened], when: bySeat('signOut', memberA) },
    {
      name: 'whoever has left does not speak',
      given: [...discussing, signedOut(memberA)],
      when: ask(memberA),
      by: byMemberA,
    },
  ],
  presentCannotBeOnLeave: [
    { name: 'whoever is here is not on leave', given: [opened, signedIn(memberA)], when: leave(memberA) },
    {
      name: 'whoever was excused and came is not excused again',
      given: [opened, onLeave(memberA), signedIn(memberA)],
      when: leave(memberA),
    },
  ],
  itemUnknown: [
    {
      name: 'an item that is not on the agenda does not start',
      given: [opened],
      when: { type: 'startItem', data: { itemId: otherItem } },
    },
    {
      name: 'an item that is not on the agenda does not finish',
      given: discussing,
      when: { type: 'finishItem', data: { itemId: otherItem } },
    },
    {
      name: 'an item that is not on the agenda has no minutes',
      given: [opened],
      when: { type: 'addPoint', data: { ...aPoint, itemId: otherItem } },
    },
  ],
  invitedNotPublic: [
    {
      name: 'only 公众议事委员 are invited for an item that is added',
      given: [opened],
      when: { type: 'addItem', data: { itemId: otherItem, title: '清理楼道', invited: [memberA] } },
    },
  ],
  alreadyRecused: [
    { name: 'nobody stands aside twice', given: [...discussing, recused(memberA)], when: recuse(memberA) },
  ],
  notRecused: [
    { name: 'who did not stand aside does not come back', given: discussing, when: everyCommand.withdrawRecusal },
  ],
  recusalTooLate: [
    { name: 'nobody stands aside from what is decided', given: [...voting, voteClosed(false)], when: recuse(memberB) },
    {
      name: 'who stood aside does not come back after the result',
      given: [...discussing, recused(memberB), voteOpened([chair, memberA]), voteClosed(true)],
      when: { type: 'withdrawRecusal', data: { itemId: firstItem, seatId: memberB } },
    },
    {
      name: 'nobody stands aside from an item that is over',
      given: [...discussing, itemFinished(firstItem)],
      when: recuse(memberB),
    },
  ],
  spokenEnough: [
    {
      name: 'nobody speaks more often on an item than the form allows',
      given: [
        ...inSession({ form: { ...plainForm, speeches: { times: 1, policy: 'arrival' } } }),
        requested(memberA),
        speechStarted(memberA),
        speechEnded(memberA),
      ],
      when: ask(memberA),
      by: byMemberA,
      details: { times: 1 },
    },
  ],
  decidedByVote: [
    { name: 'where there is a vote nothing is concluded without one', given: discussing, when: concludeIt },
  ],
  notDecidedByVote: [
    { name: 'where nothing is voted on no vote is opened', given: talking, when: openIt },
    {
      name: 'a rule does not make a vote of a form that agrees',
      given: inSession({ form: { ...plainForm, decision: 'consensus' } }),
      when: openIt,
    },
  ],
  itemConcluded: [
    { name: 'an item is not concluded twice', given: [...talking, concluded(), adoptedByAgreement], when: concludeIt },
  ],
  notConcluded: [{ name: 'there is nothing to take back', given: talking, when: takeBack }],
  noticeTooShort: [
    {
      name: 'without a notice on record there was none',
      given: inSession({ rule: { ...rule, noticeDays: 15 } }),
      when: openIt,
      details: { needed: 15 },
    },
    {
      name: 'fourteen days are no fifteen',
      given: inSession({ rule: { ...rule, noticeDays: 15 }, noticedOn: daysBefore(14) }),
      when: openIt,
      details: { needed: 15 },
    },
  ],
  itemNotAnnounced: [
    {
      name: 'where the region asks for it, nothing is voted on that was not announced',
      given: inSession({ rule: { ...rule, announcedItemsOnly: ['北京'] }, region: '北京' }),
      when: openIt,
      details: { region: '北京' },
    },
  ],
  ruleExpired: [
    {
      name: 'a rule that has run out meanwhile decides nothing',
      given: inSession({ rule: { ...rule, to: daysBefore(1) } }),
      when: openIt,
      details: { to: daysBefore(1) },
    },
  ],
  ruleNotYetInForce: [
    {
      name: 'a rule that is not in force yet decides nothing',
      given: inSession({ rule: { ...rule, from: daysBefore(-1) } }),
      when: openIt,
      details: { from: daysBefore(-1) },
    },
  ],
  itemExists: [
    {
      name: 'an item is not added twice',
      given: [opened],
      when: { type: 'addItem', data: { itemId: firstItem, title: '铺设塑胶跑道' } },
    },
  ],
  itemAlreadyStarted: [
    {
      name: 'the running item does not start again',
      given: discussing,
      when: { type: 'startItem', data: { itemId: firstItem } },
    },
    {
      name: 'a finished item does not start again',
      given: [...discussing, itemFinished(firstItem)],
      when: { type: 'startItem', data: { itemId: firstItem } },
    },
  ],
  itemNotRunning: [
    { name: 'a planned item does not finish', given: [opened], when: everyCommand.finishItem },
    { name: 'no vote is held on an item that is not discussed', given: [opened], when: openIt },
    {
      name: 'no vote is held on another item than the one discussed',
      given: discussing,
      when: { ...openIt, data: { ...openIt.data, itemId: secondItem } },
    },
  ],
  anotherItemRuns: [
    {
      name: 'a second item does not start while one runs',
      given: discussing,
      when: { type: 'startItem', data: { itemId: secondItem } },
    },
  ],
  noItemRuns: [
    {
      name: 'nobody asks for the floor when nothing is discussed',
      given: [opened, signedIn(memberA)],
      when: ask(memberA),
    },
    { name: 'nobody is called when nothing is discussed', given: [opened, signedIn(memberA)], when: next },
  ],
  alreadyQueued: [
    { name: 'nobody queues twice', given: [...discussing, requested(memberA)], when: ask(memberA), by: byMemberA },
  ],
  alreadySpeaking: [
    {
      name: 'nobody queues while speaking',
      given: [...discussing, speechStarted(memberA)],
      when: ask(memberA),
      by: byMemberA,
    },
  ],
  notQueued: [
    { name: 'who did not ask has nothing to withdraw', given: discussing, when: bySeat('withdrawRequest', memberA) },
  ],
  queueEmpty: [{ name: 'nobody is called when nobody waits', given: discussing, when: next }],
  notSpeaking: [
    {
      name: 'who does not speak does not end',
      given: [...discussing, speechStarted(memberB)],
      when: bySeat('endSpeech', memberA),
    },
    { name: 'nobody ends a speech when nobody speaks', given: discussing, when: bySeat('endSpeech', memberA) },
  ],
  chairMustHandOver: [
    { name: 'the chair does not speak on the matter', given: discussing, when: ask(chair), by: byChair },
    {
      name: 'nobody queues the chair either',
      given: discussing,
      when: ask(chair),
      by: byScribe,
    },
  ],
  someoneSpeaks: [
    {
      name: 'no vote is opened into a speech',
      given: [...discussing, speechStarted(memberA)],
      when: openIt,
    },
  ],
  voteIsOpen: [
    { name: 'nobody stands aside from a vote that is open', given: voting, when: recuse(memberA) },
    {
      name: 'nobody comes back into a vote that is open',
      given: [...discussing, recused(memberB), voteOpened([chair, memberA])],
      when: { type: 'withdrawRecusal', data: { itemId: firstItem, seatId: memberB } },
    },
    { name: 'a second vote is not opened', given: voting, when: otherMotion },
    { name: 'nobody is called to speak during a vote', given: [...voting, requested(memberA)], when: next },
    { name: 'an item is not finished during a vote', given: voting, when: everyCommand.finishItem },
    { name: 'a meeting is not closed during a vote', given: voting, when: close },
  ],
  noQuorum: [
    {
      name: 'where no quorum is asked nobody still decides for nobody',
      given: [openedWith({ rule: { ...rule, quorum: null } }), itemStarted(firstItem)],
      when: openIt,
      details: { present: 0, needed: 1 },
    },
    {
      name: 'one present of three entitled is no quorum of two thirds',
      given: [opened, signedIn(chair), itemStarted(firstItem)],
      when: openIt,
      details: { present: 1, needed: 2 },
    },
    {
      name: '话事员 and 列席 do not make a quorum',
      given: [opened, signedIn(chair), signedIn(scribe), signedIn(guest), itemStarted(firstItem)],
      when: openIt,
      details: { present: 1, needed: 2 },
    },
  ],
  voteExists: [
    { name: 'a void vote is not opened again under its id', given: [...voting, voteVoided()], when: openIt },
    { name: 'a closed vote is not opened again under its id', given: [...voting, voteClosed(false)], when: openIt },
  ],
  voteUnknown: [
    { name: 'nobody votes before the vote is open', given: discussing, when: enter(memberA) },
    { name: 'a vote that was never opened is not closed', given: discussing, when: closeIt },
    { name: 'a vote that was never opened is not void', given: discussing, when: voidIt },
    {
      name: 'a ballot for another vote than the open one is not taken',
      given: voting,
      when: { type: 'enterBallot', data: { voteId: otherVote, ...ballotOf(memberA) } },
    },
  ],
  voteAlreadyEnded: [
    { name: 'no ballot is taken after the close', given: [...voting, voteClosed(false)], when: enter(memberB) },
    {
      name: 'no signed ballot is taken after the close',
      given: [...voting, bound(memberA, keyA), voteClosed(false)],
      when: cast(memberA, signatureA),
      by: byMemberA,
    },
    { name: 'a vote is not closed twice', given: [...voting, voteClosed(false)], when: closeIt },
    { name: 'a void vote is not declared void again', given: [...voting, voteVoided()], when: voidIt },
  ],
  notAnElector: [
    {
      name: 'who came after the vote opened does not vote in it',
      given: [...discussing, signedOut(memberB), voteOpened([chair, memberA]), signedIn(memberB)],
      when: enter(memberB),
    },
    { name: '列席 does not vote', given: [...voting, signedIn(guest)], when: enter(guest) },
    {
      name: 'a seat without a vote does not cast a signed ballot',
      given: [...voting, bound(scribe, keyB)],
      when: cast(scribe, ballotSignature(keyB, scribe)),
      by: byScribe,
    },
  ],
  alreadyVoted: [
    {
      name: 'nobody votes twice, even under another ballot’s id',
      given: [...voting, entered(memberA)],
      when: {
        type: 'enterBallot',
        data: { voteId: vote, ballotId: id.ballot('another'), option: 'against', seatId: memberA },
      },
    },
    {
      name: 'whose ballot was entered at the desk does not cast another from the device',
      given: [...voting, bound(memberA, keyA), entered(memberA, 'against')],
      when: cast(memberA, signatureA),
      by: byMemberA,
    },
  ],
  ballotExists: [
    {
      name: 'one ballot does not count for two seats',
      given: [...voting, entered(memberA)],
      when: { type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA), seatId: memberB } },
    },
  ],
  badSignature: [
    {
      name: 'a ballot signed by another device is not taken',
      given: [...voting, bound(memberA, keyA)],
      when: cast(memberA, ballotSignature(keyB, memberA)),
      by: byMemberA,
    },
    {
      name: 'a ballot signed for another choice is not taken',
      given: [...voting, bound(memberA, keyA)],
      when: cast(memberA, ballotSignature(keyA, memberA, 'against')),
      by: byMemberA,
    },
    {
      name: 'a seat without a device casts no signed ballot',
      given: voting,
      when: cast(memberA, signatureA),
      by: byMemberA,
    },
  ],
  resolutionExists: [
    {
      name: 'a resolution’s id is not used twice',
      given: [...resolved, voteOpened([chair, memberA], otherVote)],
      when: { type: 'closeVote', data: { voteId: otherVote, resolutionId: resolution } },
    },
  ],
  resolutionUnknown: [
    { name: 'what was not decided is not assigned', given: discussing, when: everyCommand.assignWorksheet },
    {
      name: 'a void resolution is not assigned',
      given: [...resolved, voteVoided()],
      when: everyCommand.assignWorksheet,
    },
  ],
  resolutionAssigned: [
    {
      name: 'a resolution is assigned once',
      given: [...resolved, assigned],
      when: { type: 'assignWorksheet', data: { ...assignment, worksheetId: id.worksheet('000002') } },
    },
    { name: 'a vote is not void once its resolution is assigned', given: [...resolved, assigned], when: voidIt },
  ],
  pointExists: [
    { name: 'a point is not added twice', given: [opened, pointAdded], when: { type: 'addPoint', data: aPoint } },
  ],
  pointUnknown: [
    { name: 'a point that is not there is not revised', given: [opened], when: everyCommand.revisePoint },
    { name: 'a point that is not there is not withdrawn', given: [opened], when: everyCommand.withdrawPoint },
    {
      name: 'a withdrawn point is not revised',
      given: [opened, pointAdded, { type: 'pointWithdrawn', data: place }],
      when: everyCommand.revisePoint,
    },
    {
      name: 'a point of another item is not revised',
      given: [opened, pointAdded],
      when: { type: 'revisePoint', data: { ...aPoint, itemId: secondItem } },
    },
  ],
  worksheetExists: [
    {
      name: 'a worksheet’s id is not used for two resolutions',
      given: [
        ...resolved,
        assigned,
        voteOpened([chair, memberA], otherVote),
        { type: 'voteClosed', data: { ...voteClosed(true).data, voteId: otherVote } },
        {
          type: 'resolutionAdopted',
          data: { ...adopted.data, voteId: otherVote, resolutionId: id.resolution('000002') },
        },
      ],
      when: { type: 'assignWorksheet', data: { ...assignment, resolutionId: id.resolution('000002') } },
    },
  ],
}

describe.each(Object.entries(refusals))('refused with %s', (code, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))(
    '%s',
    (_name, { by = operator, details, given: events, when }) => {
      // The table's key is the code, and the details are those that the code carries.
      given(...events)
        .when(when, by)
        .thenRefused({ code, ...details } as MeetingRejection)
    },
  )
})

const commands = Object.values(everyCommand).map((command) => [command.type, command] as const)

describe('what each phase still does', () => {
  const busy = [...resolved, bound(memberA, keyA), pointAdded]

  it.each(commands)('before the opening %s is refused, unless it is the opening', (_type, command) => {
    if (command.type !== 'openMeeting') given().when(command).thenRefused({ code: 'meetingNotOpen' })
    else
      given()
        .when(command, theHost)
        .thenEvents({ type: 'meetingOpened', data: { ...opening, openedAt: expect.any(Number) } })
  })

  it.each(commands)('after 散会 only papers, devices and the seal are left: %s', (_type, command) => {
    const after = given(...busy, itemFinished(firstItem), closed).when(command)
    if (WORKS_AFTER_CLOSING.includes(command.type)) expect(after.accepted).toBe(true)
    else if (command.type === 'openMeeting') after.thenRefused({ code: 'meetingAlreadyOpen' })
    else after.thenRefused({ code: 'meetingIsClosed' })
  })

  it.each(commands)('after sealing nothing is done: %s', (_type, command) => {
    given(...busy, itemFinished(firstItem), closed, sealed)
      .when(command)
      .thenRefused({ code: command.type === 'openMeeting' ? 'meetingAlreadyOpen' : 'meetingIsSealed' })
  })
})
