/**
 * Every refusal of a meeting, in one table: the compiler sees to it that none is missing, and a secretary can read it from top
 * to bottom. That is why this file is long.
 */
import { describe, expect, it } from 'vitest'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import type { Context } from '../../../../shared/core/context.ts'
import type { Seat } from '../../../../shared/council/seat.ts'
import { plainForm, plainSpeaking } from '../../../../shared/formats/plain-form.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import type { MeetingCommand, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import type { MeetingRejection } from '../../../../shared/meeting/rejections.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import type { UnitId } from '../../../../shared/meeting/written-votes/messages.ts'
import type { Actor } from '../../../../shared/roles/roles.ts'
import { commandIdOfTests, NOW, operator, theHost } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  adopted,
  adoptedByAgreement,
  asking,
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
  EARLIER,
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
  speechOf,
  speechStarted,
  stranger,
  talking,
  vote,
  voteClosed,
  voteOpened,
  voteVoided,
  voting,
  walkIn,
  withdrawn,
} from '../../../fixtures/small-meeting.ts'
import {
  askInWriting,
  closeWritten,
  comesBack,
  HANDED_OUT_ON,
  openedWith as openedWithMore,
  owner,
  ownersOf,
  ownersRule,
  play,
  RETURNED_ON,
  asking as writing,
  writtenResolution,
  writtenVote,
} from '../../../fixtures/written-meeting.ts'

type Refusal = {
  readonly name: string
  readonly given: readonly MeetingEvent[]
  readonly when: MeetingCommand
  readonly by?: Actor
  readonly details?: object
  /** What the host knows besides. */
  readonly knowing?: Partial<Context>
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
const bySeat = (type: 'signIn' | 'signOut', seatId: typeof memberA) => ({ type, data: { seatId } })
type OnSpeech = 'withdrawRequest' | 'passTurn' | 'callSpeaker' | 'endSpeech' | 'timeOutSpeech'
const onSpeech = (type: OnSpeech, seatId: typeof memberA) => ({ type, data: { speechId: speechOf(seatId) } })
const again = speechOf(memberA, 'again')
const speak: readonly MeetingEvent[] = [requested(memberA), speechStarted(memberA), speechEnded(memberA)]
const point1 = { speechId: speechOf(memberA, 'p1'), kind: 'pointOfOrder', stance: null } as const
const point2 = { speechId: speechOf(memberA, 'p2'), kind: 'pointOfOrder', stance: null } as const
const delegated = (seatId: typeof memberA, proxyId: typeof memberA): MeetingEvent => ({
  type: 'voteDelegated',
  data: { seatId, proxyId, at: NOW - 60_000, enteredBy: 'operator' },
})
const paused = (seatId: typeof memberA): MeetingEvent => ({
  type: 'speechPaused',
  data: { speechId: speechOf(seatId), at: NOW - 30_000 },
})
const delegate = (seatId: typeof memberA, proxyId: typeof memberA): MeetingCommand => ({
  type: 'delegateVote',
  data: { seatId, proxyId },
})
const goRound = (...seats: readonly (typeof memberA)[]): MeetingCommand => ({
  type: 'goRound',
  data: { places: seats.map((seatId) => ({ seatId, speechId: speechOf(seatId) })) },
})
const reorder = (...speechIds: readonly (typeof again)[]): MeetingCommand => ({
  type: 'reorderQueue',
  data: { speechIds },
})
const callDepartment = (seatId: typeof memberA): MeetingCommand => ({
  type: 'callDepartment',
  data: { seatId, speechId: speechOf(seatId) },
})
const standIn = (seatId: typeof memberA): MeetingCommand => ({
  type: 'nameStandIn',
  data: { seatId, speechId: speechOf(chair), stance: 'for' },
})
const answerAttached = (seatId: typeof memberA): MeetingCommand => ({
  type: 'attachWrittenAnswer',
  data: { speechId: speechOf(seatId), text: '已列入明年计划。' },
})
const closeQueue = { type: 'closeQueue', data: {} } as const
const queueClosed: MeetingEvent = { type: 'queueClosed', data: {} }
const undo = { type: 'undoSpeech', data: {} } as const
const equalise = { type: 'equaliseQuotas', data: {} } as const
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
/** The first item runs under these rules of speaking. */
const ruled = (change: Partial<SpeakingRules>) =>
  inSession({ form: { ...plainForm, speeches: { ...plainSpeaking, ...change } } })
const otherMotion = { ...openIt, data: { ...openIt.data, voteId: otherVote } }
const signatureA = ballotSignature(keyA, memberA)
const paperFor = (unitId: typeof memberA, number: number, on = RETURNED_ON): MeetingCommand => ({
  type: 'handOutPapers',
  data: { voteId: writtenVote, papers: [{ unitId, number }], on },
})
const survey = (unitIds: readonly (typeof memberA)[], more: Parameters<typeof askInWriting>[1] = {}) =>
  askInWriting(unitIds, { kind: 'survey', rule: null, voteId: id.vote('inwriting2'), ...more })
const backOn = (unitId: typeof memberA, on: string): MeetingCommand => ({
  type: 'recordReturn',
  data: { voteId: writtenVote, unitId, option: 'for', on },
})
const spoilIt = (unitId: typeof memberA) =>
  ({ type: 'spoilPaper', data: { voteId: writtenVote, unitId, reason: '写坏了' } }) as const
const withdrawIt = (unitId: typeof memberA) =>
  ({ type: 'withdrawReturn', data: { voteId: writtenVote, unitId, reason: '录错了' } }) as const
const addIt = (unitId: UnitId) =>
  ({ type: 'addUnit', data: { voteId: writtenVote, unitId, reason: '发起时漏了' } }) as const
const correctIt = (unitId: UnitId) =>
  ({ type: 'correctUnit', data: { voteId: writtenVote, unitId, reason: '面积登记有误' } }) as const
const voidWritten = { type: 'voidWrittenVote', data: { voteId: writtenVote, reason: '票样有误' } } as const
const writtenVoided: MeetingEvent = { type: 'writtenVoteVoided', data: { ...voidWritten.data, at: EARLIER } }
const estate = openedWithMore(ownersOf(['80', '100']))
/** The first of the two owners is asked; by now the council's roster has these seats. */
const owned = [estate, ...play([estate], askInWriting([owner(0)])).events]
const byNow = (...seats: readonly Seat[]): Partial<Context> => ({
  rosterOf: () => ({ seats, retired: [] }),
})

const secretly = { device: false, hands: null, paper: 'secret' } as const
const mixed = { device: true, hands: 'counted', paper: 'secret' } as const
const byHands = { device: false, hands: 'counted', paper: null } as const
const ofThosePresent: Terms['rule'] = { ...rule, pass: { ...rule.pass, den: 'present' } }
const termsOf = (more: Partial<Terms> = {}): Terms => ({ ...plainTerms(rule), ...more })
const fewNames = ['甲', '乙']
const aChoice = (count: number, elects: number | null = 1): Terms['question'] => ({
  kind: 'choice',
  rows: fewNames,
  pick: { op: 'atMost', count },
  elects,
})
/** As a command carries it. */
const sent = (more: Partial<Terms>) => JSON.parse(JSON.stringify(termsOf(more)))
const openBy = (more: Partial<Terms>): MeetingCommand => ({ ...openIt, data: { ...openIt.data, terms: sent(more) } })
const openedVote = voteOpened([chair, memberA, memberB])
/** A vote on these terms is open, and everybody may vote in it. */
const votingBy = (more: Partial<Terms>): readonly MeetingEvent[] => [
  ...discussing,
  { ...openedVote, data: { ...openedVote.data, terms: sent(more) } } as MeetingEvent,
]
const draftIt = (more: object = {}): MeetingCommand => ({
  type: 'draftVote',
  data: { voteId: otherVote, itemId: firstItem, motion: MOTION, ...more },
})
const drafted = (voteId: typeof vote, more: object = {}): MeetingEvent => ({
  type: 'voteDrafted',
  data: { voteId, itemId: firstItem, motion: MOTION, at: EARLIER, ...more },
})
const amending = (voteId: typeof vote) => ({ amendment: { voteId, text: '铺设水泥跑道' } })
const amendmentVote = id.vote('amending')
const openDraft = (voteId: typeof vote) => ({ type: 'openDraft', data: { voteId } }) as const
const reviseIt = (more: object = {}): MeetingCommand => ({
  type: 'reviseDraft',
  data: { voteId: otherVote, motion: MOTION, ...more },
})
const addElector = (seatId: typeof memberA) => ({ type: 'addElector', data: { voteId: vote, seatId } }) as const
const countHands = (more: object = {}): MeetingCommand => ({
  type: 'countHands',
  data: { voteId: vote, seatIds: [memberA], rows: [{ for: 1 }], ...more },
})
const issue = (...papers: readonly (readonly [typeof memberA, number])[]): MeetingCommand => ({
  type: 'issuePapers',
  data: { voteId: vote, papers: papers.map(([seatId, number]) => ({ seatId, number })) },
})
const issued = (seatId: typeof memberA, number: number): MeetingEvent => ({
  type: 'papersIssued',
  data: { voteId: vote, papers: [{ seatId, number }], issued: 1, at: EARLIER, by: 'operator' },
})
const withdraw = (seatId: typeof memberA) =>
  ({ type: 'withdrawBallot', data: { voteId: vote, seatId, reason: '录错了人' } }) as const
const recall = (seatId: typeof memberA) =>
  ({ type: 'recallPaper', data: { voteId: vote, seatId, reason: '写坏了' } }) as const
const recalled = (seatId: typeof memberA, number: number): MeetingEvent => ({
  type: 'paperRecalled',
  data: { voteId: vote, seatId, number, reason: '写坏了', issued: 0, at: EARLIER, by: 'operator' },
})
const tally = (entry: 1 | 2, counter: typeof memberA | null, more: object = {}): MeetingCommand => ({
  type: 'enterTally',
  data: { voteId: vote, entry, counter, rows: [{ for: 1 }], returned: 1, valid: 1, invalid: 0, ...more },
})
const nameIt = (name: string): Extract<MeetingCommand, { type: 'addWriteIn' }> => ({
  type: 'addWriteIn',
  data: { voteId: vote, name },
})
const unnameIt = (name: string): Extract<MeetingCommand, { type: 'dropWriteIn' }> => ({
  type: 'dropWriteIn',
  data: { voteId: vote, name },
})
const foundName = (name: string): MeetingEvent => ({
  type: 'writeInFound',
  data: { voteId: vote, name, at: EARLIER, by: 'operator' },
})
/** An election of one of two, in which other names may be written. */
const openElection = {
  question: { kind: 'election', rows: ['候选甲', '候选乙'], posts: 1, writeIns: true },
  channels: secretly,
} as const
const tallied = (entry: 1 | 2, differs: readonly string[] = []): MeetingEvent => ({
  type: 'tallyEntered',
  data: {
    voteId: vote,
    entry,
    counter: entry === 1 ? chair : memberB,
    by: 'operator',
    at: EARLIER,
    differs: [...differs],
    rows: [{ for: 1, against: 0, abstain: 0 }],
    returned: 1,
    valid: 1,
    invalid: 0,
  },
})
const byDevice = (seatId: typeof memberA): MeetingEvent => {
  const evidence = { kind: 'signed' as const, publicKey: keyA, signature: signatureA, commandId: commandIdOfTests }
  const pressed = { voteId: vote, ...ballotOf(seatId, 'against'), ballotId: id.ballot('pressed'), at: EARLIER }
  return { type: 'ballotCast', data: { ...pressed, channel: 'device', evidence } }
}
const openAgain: MeetingCommand = { ...otherMotion, data: { ...otherMotion.data, repeats: vote } }
/** The proposal reads as the amendment made it. */
const amended: readonly MeetingEvent[] = [
  drafted(otherVote),
  drafted(vote, amending(otherVote)),
  { ...openedVote, data: { ...openedVote.data, ...amending(otherVote) } } as MeetingEvent,
  voteClosed(true),
  { type: 'textAmended', data: { voteId: otherVote, text: '铺设水泥跑道', by: vote, at: EARLIER } },
]
const withoutRoll = [openedWith({ form: { ...plainForm, rollCall: false } }), itemStarted(firstItem)]
const stopIt = { type: 'stopBallots', data: { voteId: vote } } as const
const stopped: MeetingEvent = { type: 'ballotsStopped', data: { voteId: vote, at: EARLIER } }
const publishIt = { type: 'publishVote', data: { voteId: vote, resolutionId: resolution } } as const
const withheld: MeetingEvent = { ...voteClosed(true), data: { ...voteClosed(true).data, held: true } }
const extend = { type: 'extendVote', data: { voteId: vote, seconds: 30 } } as const

/** Every command there is, with data that would do: what a closed or sealed meeting is asked to do. */
const everyCommand: { readonly [Type in MeetingCommand['type']]: Extract<MeetingCommand, { type: Type }> } = {
  openMeeting: { type: 'openMeeting', data: opening },
  closeMeeting: close,
  sealMeeting: seal,
  handOverChair: { type: 'handOverChair', data: { seatId: memberA } },
  planMeeting: { type: 'planMeeting', data: { minutes: 90 } },
  handOverScribe: { type: 'handOverScribe', data: { seatId: memberA } },
  admitDevice: { type: 'admitDevice', data: { seatId: memberB, publicKey: keyB } },
  removeDevice: { type: 'removeDevice', data: { seatId: memberA } },
  registerWalkIn: { type: 'registerWalkIn', data: { seatId: walkIn } },
  signIn: { type: 'signIn', data: { seatId: guest } },
  signOut: { type: 'signOut', data: { seatId: memberA } },
  recordLeave: { type: 'recordLeave', data: { seatId: guest, reason: '孩子生病' } },
  delegateVote: { type: 'delegateVote', data: { seatId: memberB, proxyId: memberA } },
  withdrawDelegation: { type: 'withdrawDelegation', data: { seatId: memberB } },
  recordHeadcount: { type: 'recordHeadcount', data: { count: 23 } },
  addItem: { type: 'addItem', data: { itemId: otherItem, title: '清理楼道' } },
  planItem: { type: 'planItem', data: { itemId: secondItem, minutes: 20 } },
  startItem: { type: 'startItem', data: { itemId: secondItem } },
  finishItem: { type: 'finishItem', data: { itemId: firstItem } },
  recordRecusal: recuse(memberA),
  withdrawRecusal: { type: 'withdrawRecusal', data: { itemId: firstItem, seatId: memberA } },
  requestFloor: asking(memberA),
  withdrawRequest: { type: 'withdrawRequest', data: { speechId: again } },
  passTurn: { type: 'passTurn', data: { speechId: again } },
  goRound: { type: 'goRound', data: { places: [{ speechId: again, seatId: memberA }] } },
  callNextSpeaker: next,
  callSpeaker: { type: 'callSpeaker', data: { speechId: again } },
  callDepartment: { type: 'callDepartment', data: { speechId: again, seatId: memberA } },
  pauseSpeech: { type: 'pauseSpeech', data: {} },
  resumeSpeech: { type: 'resumeSpeech', data: {} },
  extendSpeech: { type: 'extendSpeech', data: { seconds: 30 } },
  endSpeech: { type: 'endSpeech', data: { speechId: again } },
  timeOutSpeech: { type: 'timeOutSpeech', data: { speechId: again } },
  undoSpeech: undo,
  reorderQueue: { type: 'reorderQueue', data: { speechIds: null } },
  closeQueue,
  reopenQueue: { type: 'reopenQueue', data: {} },
  nameStandIn: { type: 'nameStandIn', data: { seatId: memberA, speechId: again, stance: null } },
  setSpeakingRules: {
    type: 'setSpeakingRules',
    data: { itemId: firstItem, seconds: 180, rules: { ...plainSpeaking, policy: 'round' } },
  },
  equaliseQuotas: equalise,
  noteSpeech: { type: 'noteSpeech', data: { speechId: speechOf(memberB), text: '先修排水管' } },
  attachWrittenAnswer: {
    type: 'attachWrittenAnswer',
    data: { speechId: speechOf(memberB), text: '已列入明年计划。' },
  },
  showOnScreen: { type: 'showOnScreen', data: { shown: { page: 'join' } } },
  draftVote: { type: 'draftVote', data: { voteId: otherVote, itemId: firstItem, motion: MOTION } },
  reviseDraft: { type: 'reviseDraft', data: { voteId: otherVote, motion: MOTION } },
  dropDraft: { type: 'dropDraft', data: { voteId: otherVote } },
  openDraft: openDraft(otherVote),
  openVote: otherMotion,
  nameTellers: { type: 'nameTellers', data: { voteId: vote, supervisors: [memberA], counters: [], callers: [] } },
  addElector: addElector(memberB),
  castBallot: { type: 'castBallot', data: { voteId: vote, ...ballotOf(memberA), signature: signatureA } },
  enterBallot: { type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA) } },
  withdrawBallot: withdraw(memberA),
  countHands: { type: 'countHands', data: { voteId: vote, seatIds: [memberA], rows: [{ for: 1 }] } },
  issuePapers: { type: 'issuePapers', data: { voteId: vote, papers: [{ seatId: memberA, number: 1 }] } },
  recallPaper: recall(memberA),
  enterTally: {
    type: 'enterTally',
    data: { voteId: vote, entry: 1, counter: null, rows: [{ for: 1 }], returned: 1, valid: 1, invalid: 0 },
  },
  addWriteIn: nameIt('另选甲'),
  dropWriteIn: unnameIt('另选甲'),
  extendVote: extend,
  stopBallots: stopIt,
  closeVote: closeIt,
  publishVote: publishIt,
  voidVote: voidIt,
  openWrittenVote: survey([memberA]),
  handOutPapers: {
    type: 'handOutPapers',
    data: { voteId: writtenVote, papers: [{ unitId: memberA, number: 1 }], on: HANDED_OUT_ON },
  },
  spoilPaper: spoilIt(memberB),
  recordReturn: {
    type: 'recordReturn',
    data: { voteId: writtenVote, unitId: memberB, option: 'for', on: RETURNED_ON },
  },
  withdrawReturn: withdrawIt(guest),
  addUnit: addIt(chair),
  correctUnit: correctIt(memberA),
  closeWrittenVote: { type: 'closeWrittenVote', data: { voteId: writtenVote, resolutionId: writtenResolution } },
  voidWrittenVote: voidWritten,
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
  'noteSpeech',
  'attachWrittenAnswer',
  'voidVote',
  'openWrittenVote',
  'handOutPapers',
  'spoilPaper',
  'recordReturn',
  'withdrawReturn',
  'addUnit',
  'correctUnit',
  'closeWrittenVote',
  'voidWrittenVote',
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
    { name: 'nobody speaks after 散会', given: [opened, closed], when: asking(memberA), by: byMemberA },
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
    { name: 'nobody stands in for themselves', given: discussing, when: standIn(chair) },
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
    { name: '列席 does not stand in', given: [...discussing, signedIn(guest)], when: standIn(guest) },
  ],
  seatUnknown: [
    {
      name: 'a teller is on the roster',
      given: voting,
      when: { type: 'nameTellers', data: { voteId: vote, supervisors: [], counters: [stranger], callers: [] } },
    },
    { name: 'an elector who is added is on the roster', given: voting, when: addElector(stranger) },
    {
      name: 'whoever counts is on the roster',
      given: [...votingBy({ channels: secretly }), issued(memberA, 1), stopped],
      when: tally(1, stranger),
    },
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
    {
      name: 'a seat that is not on the roster hands no vote over',
      given: discussing,
      when: delegate(stranger, memberA),
    },
    {
      name: 'nobody votes for another who is not on the roster',
      given: discussing,
      when: delegate(memberA, stranger),
    },
    {
      name: 'a department that is not on the roster is not called',
      given: discussing,
      when: callDepartment(stranger),
    },
    {
      name: 'a round asks nobody who is not on the roster',
      given: ruled({ policy: 'round' }),
      when: goRound(memberA, stranger),
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
    { name: 'a member does not queue another', given: discussing, when: asking(memberA), by: byMemberB },
    {
      name: 'a member does not withdraw another’s request',
      given: [...discussing, requested(memberA)],
      when: onSpeech('withdrawRequest', memberA),
      by: byMemberB,
    },
    {
      name: 'a member does not cut another’s speech short',
      given: [...discussing, speechStarted(memberA)],
      when: onSpeech('endSpeech', memberA),
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
    {
      name: 'a member does not pass for another',
      given: [...ruled({ policy: 'round' }), requested(memberA)],
      when: onSpeech('passTurn', memberA),
      by: byMemberB,
    },
    {
      name: 'a member does not queue somebody without a name',
      given: ruled({ anonymous: true }),
      when: asking(memberA, { seatId: null }),
      by: byMemberA,
    },
    {
      name: 'a member does not withdraw the request of somebody without a name',
      given: [...ruled({ anonymous: true }), requested(memberA, NOW, { seatId: null, enteredBy: 'operator' })],
      when: onSpeech('withdrawRequest', memberA),
      by: byMemberA,
    },
    {
      name: 'a member does not cut short somebody without a name',
      given: [...ruled({ anonymous: true }), speechStarted(memberA, NOW, { seatId: null })],
      when: onSpeech('endSpeech', memberA),
      by: byMemberA,
    },
    {
      name: 'a member does not write the answer of a department',
      given: [...discussing, speechStarted(memberA, NOW, { kind: 'departmentAnswer', stance: null })],
      when: answerAttached(memberA),
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
      when: asking(memberA),
      by: byMemberA,
    },
    { name: 'a department that is not here does not answer', given: discussing, when: callDepartment(guest) },
    {
      name: 'a round asks nobody who is not here',
      given: ruled({ policy: 'round' }),
      when: goRound(memberA, guest),
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
      name: 'nothing is asked in writing about an item that is not there',
      given: [opened],
      when: survey([memberA], { itemId: otherItem }),
    },
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
    {
      name: 'an item that is not on the agenda has no time',
      given: [opened],
      when: { type: 'planItem', data: { itemId: otherItem, minutes: 20 } },
    },
    {
      name: 'an item that is not on the agenda has no rules of its own',
      given: [opened],
      when: { type: 'setSpeakingRules', data: { itemId: otherItem, seconds: 180, rules: plainSpeaking } },
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
      given: [...ruled({ times: 1 }), ...speak],
      when: asking(memberA, { speechId: again }),
      by: byMemberA,
      details: { times: 1 },
    },
    {
      name: 'whoever speaks for the last time does not queue again meanwhile',
      given: [...ruled({ times: 1 }), requested(memberA), speechStarted(memberA)],
      when: asking(memberA, { speechId: again }),
      by: byMemberA,
      details: { times: 1 },
    },
    {
      name: 'who may wait in several places waits in no more than may be spoken',
      given: [...ruled({ times: 1, repeats: true }), requested(memberA)],
      when: asking(memberA, { speechId: again }),
      by: byMemberA,
      details: { times: 1 },
    },
    {
      name: 'a round asks nobody who has spoken enough',
      given: [...ruled({ policy: 'round', times: 1 }), ...speak],
      when: {
        type: 'goRound',
        data: { places: [{ seatId: memberA, speechId: again }] },
      },
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
      name: 'owners are not asked without the notice that their rule wants',
      given: [estate],
      when: askInWriting([owner(0)], { rule: { ...ownersRule, noticeDays: 15 } }),
      details: { needed: 15 },
    },
    {
      name: 'a notice of their own that is too short does not lean on that of the meeting',
      given: [openedWithMore(ownersOf(['80']), { noticedOn: daysBefore(20) })],
      when: askInWriting([owner(0)], { rule: { ...ownersRule, noticeDays: 15 }, noticedOn: daysBefore(14) }),
      details: { needed: 15 },
    },
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
    {
      name: 'a finished item is given no time',
      given: [...discussing, itemFinished(firstItem)],
      when: { type: 'planItem', data: { itemId: firstItem, minutes: 20 } },
    },
    {
      name: 'a finished item is given no rules',
      given: [...discussing, itemFinished(firstItem)],
      when: everyCommand.setSpeakingRules,
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
      when: asking(memberA),
    },
    { name: 'nobody is called when nothing is discussed', given: [opened, signedIn(memberA)], when: next },
    {
      name: 'nobody is called out of turn when nothing is discussed',
      given: [opened],
      when: onSpeech('callSpeaker', memberA),
    },
    {
      name: 'no department is called when nothing is discussed',
      given: [opened, signedIn(memberA)],
      when: callDepartment(memberA),
    },
    { name: 'no round is made when nothing is discussed', given: [opened], when: goRound(memberA) },
    { name: 'no order is made when nothing is discussed', given: [opened], when: reorder() },
    { name: 'no list is closed when nothing is discussed', given: [opened], when: closeQueue },
    { name: 'nothing is taken back when nothing is discussed', given: [opened], when: undo },
    { name: 'no group is given time when nothing is discussed', given: [opened], when: equalise },
  ],
  alreadyQueued: [
    {
      name: 'nobody queues twice',
      given: [...discussing, requested(memberA)],
      when: asking(memberA, { speechId: again }),
      by: byMemberA,
    },
    {
      name: 'nobody raises two points of order at once',
      given: [...ruled({ pointsOfOrder: [] }), requested(memberA, NOW, point1)],
      when: asking(memberA, point2),
      by: byMemberA,
    },
    {
      name: 'a round asks nobody who waits already',
      given: [...ruled({ policy: 'round' }), requested(memberA, NOW, { speechId: again })],
      when: goRound(memberB, memberA),
    },
  ],
  askedForAnotherItem: [
    {
      name: 'what was asked for another item does not join this queue',
      given: discussing,
      when: asking(memberA, { itemId: secondItem }),
      by: byMemberA,
    },
  ],
  speechExists: [
    {
      name: 'a place that was given up is not taken again under its id',
      given: [...discussing, requested(memberA), withdrawn(memberA)],
      when: asking(memberA),
      by: byMemberA,
    },
    {
      name: 'a department does not answer under the id of another speech',
      given: [...discussing, ...speak],
      when: callDepartment(memberA),
    },
    {
      name: 'a round takes no id twice',
      given: ruled({ policy: 'round' }),
      when: {
        type: 'goRound',
        data: {
          places: [
            { seatId: memberA, speechId: again },
            { seatId: memberB, speechId: again },
          ],
        },
      },
    },
  ],
  speechUnknown: [
    { name: 'what was not said is not noted', given: discussing, when: everyCommand.noteSpeech },
    {
      name: 'who still waits has said nothing to note',
      given: [...discussing, requested(memberB)],
      when: everyCommand.noteSpeech,
    },
    { name: 'nothing is attached to what was not said', given: discussing, when: everyCommand.attachWrittenAnswer },
  ],
  namesRequired: [
    {
      name: 'nobody speaks without a name where names are taken down',
      given: discussing,
      when: asking(memberA, { seatId: null }),
    },
  ],
  delegatorsListen: [
    {
      name: 'who has handed the vote over does not speak where that bars',
      given: [...ruled({ delegatorsBarred: true }), delegated(memberA, memberB)],
      when: asking(memberA),
      by: byMemberA,
    },
  ],
  queueIsClosed: [
    {
      name: 'nobody joins a closed list',
      given: [...discussing, queueClosed],
      when: asking(memberA),
      by: byMemberA,
    },
    {
      name: '话事员 adds nobody to a closed list either',
      given: [...discussing, queueClosed],
      when: asking(memberA),
      by: byScribe,
    },
    {
      name: 'a closed list takes no points of order where it is set so',
      given: [...ruled({ pointsOfOrder: [], closedToPoints: true }), queueClosed],
      when: asking(memberA, point1),
      by: byMemberA,
    },
    { name: 'a list is not closed twice', given: [...discussing, queueClosed], when: closeQueue },
  ],
  queueIsOpen: [{ name: 'an open list is not opened', given: discussing, when: everyCommand.reopenQueue }],
  queueFull: [
    {
      name: 'nobody joins a full list',
      given: [...ruled({ maxWaiting: 1 }), requested(memberB)],
      when: asking(memberA),
      by: byMemberA,
      details: { max: 1 },
    },
    {
      name: 'a round of 话事员 does not overfill the list',
      given: ruled({ policy: 'round', maxWaiting: 1 }),
      when: goRound(memberA, memberB),
      by: byScribe,
      details: { max: 1 },
    },
  ],
  stanceNeeded: [
    {
      name: 'nobody queues without a side where sides are taken',
      given: discussing,
      when: asking(memberA, { stance: null }),
      by: byMemberA,
    },
  ],
  kindNotAllowed: [
    {
      name: 'nobody interrupts where questions are not open',
      given: [...discussing, speechStarted(memberB)],
      when: asking(memberA, { kind: 'question' }),
      by: byMemberA,
      details: { kind: 'question' },
    },
    {
      name: 'nobody explains before the others where that is not open',
      given: discussing,
      when: asking(memberA, { kind: 'intervention' }),
      by: byMemberA,
      details: { kind: 'intervention' },
    },
    {
      name: 'nobody raises a point of order where there are none',
      given: discussing,
      when: asking(memberA, point1),
      by: byMemberA,
      details: { kind: 'pointOfOrder' },
    },
  ],
  categoryUnknown: [
    {
      name: 'a point of order says of which sort it is where there are sorts',
      given: ruled({ pointsOfOrder: [{ name: '秩序', rank: 1 }] }),
      when: asking(memberA, point1),
      by: byMemberA,
    },
    {
      name: 'a point of order is of no sort that is not there',
      given: ruled({ pointsOfOrder: [{ name: '秩序', rank: 1 }] }),
      when: asking(memberA, { ...point1, category: '投诉' }),
      by: byMemberA,
    },
  ],
  nobodySpeaks: [
    { name: 'nothing is paused when nobody speaks', given: discussing, when: everyCommand.pauseSpeech },
    { name: 'nothing goes on when nobody speaks', given: discussing, when: everyCommand.resumeSpeech },
    { name: 'nobody is given more time when nobody speaks', given: discussing, when: everyCommand.extendSpeech },
    {
      name: 'nobody is interrupted when nobody speaks',
      given: ruled({ questions: true }),
      when: asking(memberA, { kind: 'question' }),
      by: byMemberA,
    },
  ],
  ownSpeech: [
    {
      name: 'nobody interrupts themselves',
      given: [...ruled({ questions: true }), speechStarted(memberA)],
      when: asking(memberA, { speechId: again, kind: 'question' }),
      by: byMemberA,
    },
  ],
  nothingToAnswer: [
    {
      name: 'what was no question is not answered',
      given: [...discussing, speechStarted(memberB)],
      when: asking(memberA, { kind: 'answer', to: speechOf(memberB) }),
    },
    { name: 'an answer says what it answers', given: discussing, when: asking(memberA, { kind: 'answer' }) },
  ],
  noRound: [
    {
      name: 'nobody passes where there is no round',
      given: [...discussing, requested(memberA)],
      when: onSpeech('passTurn', memberA),
    },
    {
      name: 'a point of order is no turn to pass',
      given: [...ruled({ policy: 'round', pointsOfOrder: [] }), requested(memberA, NOW, { kind: 'pointOfOrder' })],
      when: onSpeech('passTurn', memberA),
    },
    { name: 'no round is made where there are none', given: discussing, when: goRound(memberA) },
  ],
  orderIncomplete: [
    {
      name: 'an order leaves nobody out',
      given: [...discussing, requested(memberA), requested(memberB)],
      when: reorder(speechOf(memberA)),
    },
    {
      name: 'an order names nobody twice',
      given: [...discussing, requested(memberA), requested(memberB)],
      when: reorder(speechOf(memberA), speechOf(memberA)),
    },
    {
      name: 'an order names nobody who does not wait',
      given: [...discussing, requested(memberA)],
      when: reorder(again),
    },
  ],
  orderAgainstClasses: [
    {
      name: 'an order keeps points of order first',
      given: [
        ...ruled({ pointsOfOrder: [] }),
        requested(memberA),
        requested(memberB, NOW, { kind: 'pointOfOrder', stance: null }),
      ],
      when: reorder(speechOf(memberA), speechOf(memberB)),
    },
  ],
  speechIsPaused: [
    {
      name: 'what is paused is not paused again',
      given: [...discussing, speechStarted(memberA), paused(memberA)],
      when: everyCommand.pauseSpeech,
    },
  ],
  speechIsRunning: [
    {
      name: 'what runs does not go on',
      given: [...discussing, speechStarted(memberA)],
      when: everyCommand.resumeSpeech,
    },
  ],
  timeNotUp: [
    {
      name: 'the host ends nothing before the time is up',
      given: [...ruled({ hardEnd: true }), speechStarted(memberA, NOW - 119_999)],
      when: onSpeech('timeOutSpeech', memberA),
      by: theHost,
    },
    {
      name: 'the host ends nothing that stands still',
      given: [...ruled({ hardEnd: true }), speechStarted(memberA, NOW - 500_000), paused(memberA)],
      when: onSpeech('timeOutSpeech', memberA),
      by: theHost,
    },
    {
      name: 'the host ends nothing where the end is soft',
      given: [...discussing, speechStarted(memberA, NOW - 500_000)],
      when: onSpeech('timeOutSpeech', memberA),
      by: theHost,
    },
  ],
  floorChanged: [
    {
      name: '下一位 that was meant for another speaker ends nobody',
      given: [...discussing, speechStarted(memberB), requested(memberA)],
      when: { type: 'callNextSpeaker', data: { onFloor: null } },
    },
  ],
  lastIsGone: [
    {
      name: 'nobody goes back who has left the hall',
      given: [...discussing, ...speak, signedOut(memberA)],
      when: undo,
    },
  ],
  beingAsked: [
    {
      name: 'whoever is being asked does not cut the question short',
      given: [
        ...ruled({ questions: true }),
        speechStarted(memberA),
        speechStarted(memberB, EARLIER, { kind: 'question', to: speechOf(memberA), interposed: true }),
      ],
      when: { type: 'endSpeech', data: { speechId: speechOf(memberA) } },
      by: byMemberA,
    },
  ],
  notAsked: [
    {
      name: 'what was put to somebody else is not answered',
      given: [
        ...ruled({ questions: true }),
        speechStarted(chair),
        speechStarted(memberB, EARLIER, { kind: 'question', to: speechOf(chair), interposed: true }),
      ],
      when: asking(memberA, { kind: 'answer', to: speechOf(memberB) }),
      by: byMemberA,
    },
  ],
  askedTooOften: [
    {
      name: 'nobody asks and withdraws without end',
      given: [
        ...discussing,
        ...Array.from({ length: 20 }, (_, turn) => {
          const speechId = speechOf(memberA, `t${turn}`)
          const gone = { speechId, at: EARLIER, why: 'withdrawn' } as const
          return [requested(memberA, EARLIER, { speechId }), { type: 'requestWithdrawn', data: gone } as const]
        }).flat(),
      ],
      when: asking(memberA),
      by: byMemberA,
    },
  ],
  nothingToUndo: [
    { name: 'nobody goes back who has not spoken', given: [...discussing, speechStarted(memberA)], when: undo },
    {
      name: 'nobody goes back who spoke on another item',
      given: [...discussing, ...speak, itemFinished(firstItem), itemStarted(secondItem)],
      when: undo,
    },
  ],
  notAnAnswer: [
    {
      name: 'a written answer belongs to an answer',
      given: [...discussing, ...speak],
      when: answerAttached(memberA),
    },
  ],
  standInNotHere: [
    {
      name: 'who is not here does not stand in',
      given: [...discussing, signedOut(memberA)],
      when: standIn(memberA),
    },
  ],
  noGroupIsOver: [
    {
      name: 'nothing is made equal where nobody took too much',
      given: ruled({ quotas: [{ party: '物业企业', seconds: 60 }] }),
      when: equalise,
    },
    { name: 'nothing is made equal where there are no groups', given: discussing, when: equalise },
  ],
  nothingToDelegate: [{ name: 'who has no vote hands none over', given: discussing, when: delegate(guest, memberA) }],
  proxyUnfit: [
    { name: 'nobody votes for themselves by proxy', given: discussing, when: delegate(memberA, memberA) },
    {
      name: 'a vote is not handed on',
      given: [...discussing, delegated(memberB, chair)],
      when: delegate(memberA, memberB),
    },
  ],
  alreadyDelegated: [
    {
      name: 'a vote is handed over once',
      given: [...discussing, delegated(memberA, memberB)],
      when: delegate(memberA, chair),
    },
  ],
  notDelegated: [
    { name: 'what was not handed over is not taken back', given: discussing, when: everyCommand.withdrawDelegation },
  ],
  voteIsDelegated: [
    {
      name: 'who has handed the vote over does not cast it',
      given: [...voting, bound(memberA, keyA), delegated(memberA, memberB)],
      when: cast(memberA, signatureA),
      by: byMemberA,
    },
  ],
  notQueued: [
    { name: 'who did not ask has nothing to withdraw', given: discussing, when: onSpeech('withdrawRequest', memberA) },
    { name: 'who did not ask is not called out of turn', given: discussing, when: onSpeech('callSpeaker', memberA) },
    {
      name: 'who did not ask has no turn to pass',
      given: ruled({ policy: 'round' }),
      when: onSpeech('passTurn', memberA),
    },
  ],
  queueEmpty: [{ name: 'nobody is called when nobody waits', given: discussing, when: next }],
  notSpeaking: [
    {
      name: 'who does not speak does not end',
      given: [...discussing, speechStarted(memberB)],
      when: onSpeech('endSpeech', memberA),
    },
    { name: 'nobody ends a speech when nobody speaks', given: discussing, when: onSpeech('endSpeech', memberA) },
    {
      name: 'the host ends no other speech than the one on the floor',
      given: [...ruled({ hardEnd: true }), speechStarted(memberB, NOW - 500_000)],
      when: onSpeech('timeOutSpeech', memberA),
      by: theHost,
    },
  ],
  chairMustHandOver: [
    { name: 'the chair does not speak on the matter', given: discussing, when: asking(chair), by: byChair },
    {
      name: 'nobody queues the chair either',
      given: discussing,
      when: asking(chair),
      by: byScribe,
    },
    { name: 'the chair answers for no department', given: discussing, when: callDepartment(chair) },
    { name: 'a round leaves the chair out', given: ruled({ policy: 'round' }), when: goRound(memberA, chair) },
  ],
  someoneSpeaks: [
    {
      name: 'no vote is opened into a speech',
      given: [...discussing, speechStarted(memberA)],
      when: openIt,
    },
    {
      name: 'no vote is opened into a speech that stands still',
      given: [...discussing, speechStarted(memberA), paused(memberA)],
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
    {
      name: 'nobody is called out of turn during a vote',
      given: [...voting, requested(memberA)],
      when: onSpeech('callSpeaker', memberA),
    },
    { name: 'no department is called during a vote', given: voting, when: callDepartment(memberA) },
    {
      name: 'nobody goes back to the floor during a vote',
      given: [...discussing, ...speak, ...voting.slice(-1)],
      when: undo,
    },
    { name: 'no vote is handed over while it is taken', given: voting, when: delegate(memberA, memberB) },
    {
      name: 'no vote is taken back while it is taken',
      given: [...discussing, delegated(memberB, memberA), ...voting.slice(-1)],
      when: everyCommand.withdrawDelegation,
    },
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
  resultNotPublished: [
    { name: 'a second vote waits until the first is published', given: [...voting, withheld], when: otherMotion },
    { name: 'a meeting is not closed before a result is published', given: [...voting, withheld], when: close },
  ],
  nothingToPublish: [
    { name: 'an open vote is not published', given: voting, when: publishIt },
    { name: 'nothing is published twice', given: resolved, when: publishIt },
  ],
  draftUnknown: [
    { name: 'what was not drafted is not revised', given: discussing, when: reviseIt() },
    { name: 'nor dropped', given: discussing, when: everyCommand.dropDraft },
    { name: 'nor opened', given: discussing, when: openDraft(otherVote) },
    {
      name: 'what was dropped is not opened',
      given: [...discussing, drafted(otherVote), { type: 'draftDropped', data: { voteId: otherVote } }],
      when: openDraft(otherVote),
    },
    {
      name: 'an amendment goes with its proposal',
      given: [
        ...discussing,
        drafted(otherVote),
        drafted(amendmentVote, amending(otherVote)),
        { type: 'draftDropped', data: { voteId: otherVote } },
      ],
      when: openDraft(amendmentVote),
    },
  ],
  proposalGone: [
    { name: 'nothing is amended that is not there', given: discussing, when: draftIt(amending(vote)) },
    { name: 'nothing is amended that is voted on', given: voting, when: draftIt(amending(vote)) },
    {
      name: 'nothing is amended on another item',
      given: [...discussing, drafted(vote)],
      when: draftIt({ itemId: secondItem, ...amending(vote) }),
    },
    {
      name: 'a proposal does not become an amendment',
      given: [...discussing, drafted(vote), drafted(otherVote)],
      when: reviseIt(amending(vote)),
    },
    {
      name: 'an amendment does not turn to what is not there',
      given: [...discussing, drafted(vote), drafted(otherVote, amending(vote))],
      when: reviseIt(amending(amendmentVote)),
    },
  ],
  proposalIsAmendment: [
    {
      name: 'an amendment is not amended',
      given: [...discussing, drafted(vote), drafted(amendmentVote, amending(vote))],
      when: draftIt(amending(amendmentVote)),
    },
    {
      name: 'an amendment does not turn to another one',
      given: [...discussing, drafted(vote), drafted(amendmentVote, amending(vote)), drafted(otherVote, amending(vote))],
      when: reviseIt(amending(amendmentVote)),
    },
  ],
  amendmentFirst: [
    {
      name: 'a proposal waits for the vote on its amendment',
      given: [...discussing, drafted(otherVote), drafted(amendmentVote, amending(otherVote))],
      when: openDraft(otherVote),
    },
    {
      name: 'nor are its words voted on without it',
      given: [...discussing, drafted(otherVote), drafted(amendmentVote, amending(otherVote))],
      when: openIt,
    },
  ],
  motionAmended: [
    {
      name: 'words that an amendment has changed are not voted on as they were',
      given: [...discussing, drafted(otherVote), ...amended.slice(-1)],
      when: openIt,
    },
    {
      name: 'nor is the proposal drafted again as it was',
      given: [...discussing, drafted(otherVote), ...amended.slice(-1)],
      when: { type: 'reviseDraft', data: { voteId: otherVote, motion: MOTION } },
    },
  ],
  amendmentUsed: [
    {
      name: 'an amendment is not void while the proposal is voted on as it reads by it',
      given: [...discussing, ...amended, voteOpened([chair, memberA, memberB], otherVote)],
      when: voidIt,
    },
    {
      name: 'nor when it was decided',
      given: [
        ...discussing,
        ...amended,
        voteOpened([chair, memberA, memberB], otherVote),
        { ...voteClosed(false), data: { ...voteClosed(false).data, voteId: otherVote } },
      ],
      when: voidIt,
    },
  ],
  repeatsNothing: [
    {
      name: 'a vote that stands is not held again',
      given: [...voting, voteClosed(false)],
      when: draftIt({ repeats: vote }),
    },
    { name: 'nor one that never was', given: discussing, when: openAgain },
    {
      name: 'a void vote is not held again on another item',
      given: [...voting, voteVoided()],
      when: draftIt({ repeats: vote, itemId: secondItem }),
    },
  ],
  headcountNeeded: [
    {
      name: 'where nobody signs in, nobody votes before heads are counted',
      given: withoutRoll,
      when: openBy({ rule: null, channels: byHands }),
    },
  ],
  onlyHandsWithoutRoll: [
    { name: 'where nobody signs in no device votes', given: withoutRoll, when: openBy({ rule: null }) },
    {
      name: 'nor does a rule decide by heads that are about so many',
      given: withoutRoll,
      when: openBy({ channels: byHands }),
    },
  ],
  ownersInWriting: [
    {
      name: 'what owners decide by law is not decided in the room',
      given: discussing,
      when: openBy({ rule: { ...rule, paperOnly: 'owners' } }),
    },
    { name: 'nor what a rule for owners and area decides', given: discussing, when: openBy({ rule: ownersRule }) },
  ],
  silenceIsNoVote: [
    {
      name: 'silence is no vote in favour where the share is taken of 应到',
      given: discussing,
      when: openBy({ question: { kind: 'objection' }, display: 'live' }),
    },
  ],
  objectionIsLive: [
    {
      name: 'how many have objected cannot be kept from those who see how many have voted',
      given: discussing,
      when: openBy({ question: { kind: 'objection' }, display: 'delayed', rule: ofThosePresent }),
    },
  ],
  termsImpossible: [
    { name: 'three are not chosen of two', given: discussing, when: openBy({ question: aChoice(3) }) },
    { name: 'nor elected', given: discussing, when: draftIt({ terms: sent({ question: aChoice(1, 3) }) }) },
    {
      name: 'nor are there more posts than candidates',
      given: discussing,
      when: openBy({ question: { kind: 'election', rows: fewNames, posts: 3 }, channels: secretly }),
    },
  ],
  alreadyElector: [{ name: 'who may vote is not added', given: voting, when: addElector(memberA) }],
  notEntitled: [
    {
      name: 'who has no vote is not added',
      given: [...discussing, signedIn(guest), ...voting.slice(-1)],
      when: addElector(guest),
    },
    {
      name: 'who stands aside is not added',
      given: [...discussing, recused(memberB), voteOpened([chair, memberA])],
      when: addElector(memberB),
    },
  ],
  voteHasNoClock: [{ name: 'a vote without a clock is not made longer', given: voting, when: extend }],
  voteTimeUp: [
    {
      name: 'no device votes when the time is up',
      given: [...votingBy({ seconds: 30 }), bound(memberA, keyA)],
      when: cast(memberA, signatureA),
      by: byMemberA,
    },
  ],
  ballotsStopped: [
    { name: 'nobody votes when the chair has stopped it', given: [...voting, stopped], when: enter(memberA) },
    { name: 'nothing is taken back then', given: [...voting, stopped], when: withdraw(memberA) },
    { name: 'no paper is given out', given: [...votingBy({ channels: mixed }), stopped], when: issue([memberA, 1]) },
    {
      name: 'none is taken back',
      given: [...votingBy({ channels: mixed }), issued(memberA, 1), stopped],
      when: recall(memberA),
    },
    { name: 'nobody is added', given: [...voting, stopped], when: addElector(guest) },
    { name: 'there is no more time', given: [...votingBy({ seconds: 30 }), stopped], when: extend },
    { name: 'it is not stopped twice', given: [...voting, stopped], when: stopIt },
  ],
  channelClosed: [
    {
      name: 'no device votes where papers are given out',
      given: [...votingBy({ channels: secretly }), bound(memberA, keyA)],
      when: cast(memberA, signatureA),
      by: byMemberA,
      details: { channel: 'device' },
    },
    {
      name: 'no hand is entered by name where hands are counted',
      given: votingBy({ channels: mixed }),
      when: enter(memberA),
      details: { channel: 'hands' },
    },
    {
      name: 'no paper is entered by name where papers are secret',
      given: votingBy({ channels: mixed }),
      when: { type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA), channel: 'paper' } },
      details: { channel: 'paper' },
    },
    {
      name: 'no hands are counted where they are entered by name',
      given: voting,
      when: countHands(),
      details: { channel: 'hands' },
    },
    {
      name: 'no secret paper is given out where papers are signed',
      given: voting,
      when: issue([memberA, 1]),
      details: { channel: 'paper' },
    },
    { name: 'nor counted', given: [...voting, stopped], when: tally(1, null), details: { channel: 'paper' } },
  ],
  votedOtherwise: [
    {
      name: 'whose ballot was entered at the desk does not cast another from the device',
      given: [...voting, bound(memberA, keyA), entered(memberA, 'against')],
      when: cast(memberA, signatureA),
      by: byMemberA,
      details: { channel: 'hands' },
    },
    {
      name: 'not even where the last press counts',
      given: [...votingBy({ revisable: true }), bound(memberA, keyA), entered(memberA, 'against')],
      when: cast(memberA, signatureA),
      by: byMemberA,
      details: { channel: 'hands' },
    },
    {
      name: 'who has pressed does not raise a hand',
      given: [...voting, byDevice(memberA)],
      when: enter(memberA),
      details: { channel: 'device' },
    },
    {
      name: 'who has pressed is not counted among the hands',
      given: [...votingBy({ channels: mixed }), byDevice(memberA)],
      when: countHands(),
      details: { channel: 'device' },
    },
    {
      name: 'who has pressed gets no paper',
      given: [...votingBy({ channels: mixed }), byDevice(memberA)],
      when: issue([memberA, 1]),
      details: { channel: 'device' },
    },
    {
      name: 'who holds a paper does not press',
      given: [...votingBy({ channels: mixed }), bound(memberA, keyA), issued(memberA, 1)],
      when: cast(memberA, signatureA),
      by: byMemberA,
      details: { channel: 'paper' },
    },
    {
      name: 'who holds a paper is not counted among the hands',
      given: [...votingBy({ channels: mixed }), issued(memberA, 1)],
      when: countHands(),
      details: { channel: 'paper' },
    },
  ],
  ballotUnfit: [
    {
      name: 'a ballot on a motion chooses nothing',
      given: voting,
      when: { type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA), option: 'chosen' } },
    },
    {
      name: 'a ballot chooses no more than it may',
      given: votingBy({ question: aChoice(1) }),
      when: { type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA), option: 'chosen,chosen' } },
    },
    {
      name: 'a ballot marks every row',
      given: votingBy({ question: aChoice(1) }),
      when: { type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA), option: 'chosen' } },
    },
  ],
  countUnfit: [
    {
      name: 'hands are counted for what is asked',
      given: votingBy({ channels: byHands }),
      when: countHands({ rows: [{ chosen: 1 }] }),
    },
    { name: 'and counted', given: votingBy({ channels: byHands }), when: countHands({ rows: null }) },
    {
      name: 'papers are counted row by row',
      given: [...votingBy({ channels: secretly }), issued(memberA, 1), stopped],
      when: tally(1, null, { rows: [{ for: 1 }, { for: 1 }] }),
    },
  ],
  wordsOnlyAlone: [
    {
      name: '多数同意 does not stand beside ballots of another channel',
      given: votingBy({ channels: mixed }),
      when: countHands({ rows: null, said: 'majority' }),
    },
    {
      name: 'nor beside figures',
      given: votingBy({ channels: byHands }),
      when: countHands({ said: 'majority' }),
    },
  ],
  handsNeedNames: [
    {
      name: 'where people may vote otherwise those who raise a hand are named',
      given: votingBy({ channels: mixed }),
      when: countHands({ seatIds: null }),
    },
    {
      name: 'nobody knows without names how many chose among several',
      given: votingBy({ channels: byHands, question: aChoice(2) }),
      when: countHands({ seatIds: null, rows: [{ chosen: 1 }, { chosen: 1 }] }),
    },
  ],
  paperIssued: [
    {
      name: 'nobody gets two papers',
      given: [...votingBy({ channels: mixed }), issued(memberA, 1)],
      when: issue([memberA, 2]),
    },
    { name: 'nor in one act', given: votingBy({ channels: mixed }), when: issue([memberA, 1], [memberA, 2]) },
  ],
  paperNotIssued: [
    { name: 'what was not given out is not taken back', given: votingBy({ channels: mixed }), when: recall(memberA) },
    {
      name: 'a press is not taken back as a paper',
      given: [...votingBy({ channels: mixed }), byDevice(memberA)],
      when: recall(memberA),
    },
  ],
  stopBeforeCounting: [
    {
      name: 'papers are not counted while people vote',
      given: [...votingBy({ channels: secretly }), issued(memberA, 1)],
      when: tally(1, null),
    },
    {
      name: 'nor are names sought in the box',
      given: [...votingBy(openElection), issued(memberA, 1)],
      when: nameIt('另选甲'),
    },
  ],
  noWriteIns: [
    {
      name: 'an election of its candidates alone takes no other name',
      given: [
        ...votingBy({ ...openElection, question: { ...openElection.question, writeIns: false } }),
        issued(memberA, 1),
        stopped,
      ],
      when: nameIt('另选甲'),
    },
    {
      name: 'a motion has no names at all',
      given: [...votingBy({ channels: secretly }), issued(memberA, 1), stopped],
      when: unnameIt('另选甲'),
    },
  ],
  nameListed: [
    {
      name: 'a candidate is not written in',
      given: [...votingBy(openElection), issued(memberA, 1), stopped],
      when: nameIt('候选甲'),
    },
    {
      name: 'nor is somebody found twice, however the name is spaced',
      given: [...votingBy(openElection), issued(memberA, 1), stopped, foundName('另选甲')],
      when: nameIt('另 选甲'),
    },
  ],
  nameNotFound: [
    {
      name: 'only a name that was found is dropped, never a candidate',
      given: [...votingBy(openElection), issued(memberA, 1), stopped, foundName('另选甲')],
      when: unnameIt('候选甲'),
    },
  ],
  namesChanged: [
    {
      name: 'a count that knows nothing of a name that was found is none of these people',
      given: [...votingBy(openElection), issued(memberA, 1), stopped, foundName('另选甲')],
      when: tally(1, null, { rows: [{ for: 1 }, { against: 1 }, { for: 0 }] }),
    },
    {
      name: 'nor one that was made of another name',
      given: [...votingBy(openElection), issued(memberA, 1), stopped, foundName('另选甲')],
      when: tally(1, null, { rows: [{ for: 1 }, { against: 1 }, { for: 0 }], others: ['另选乙'] }),
    },
  ],
  rowsFull: [
    {
      name: 'no more names are found than a ballot can list',
      given: [
        ...votingBy({
          ...openElection,
          question: { ...openElection.question, rows: Array.from({ length: 39 }, (_, row) => `候选${row}`) },
        }),
        issued(memberA, 1),
        stopped,
        foundName('另选甲'),
      ],
      when: nameIt('另选乙'),
      details: { most: 40 },
    },
  ],
  countedOnce: [
    {
      name: 'nobody counts a second time where one count is enough',
      given: [...votingBy({ channels: secretly }), issued(memberA, 1), stopped],
      when: tally(2, null),
    },
  ],
  twoCounters: [
    {
      name: 'where two count they say who they are',
      given: [...votingBy({ channels: secretly, doubleEntry: true }), issued(memberA, 1), stopped],
      when: tally(1, null),
    },
    {
      name: 'and one of them is not both',
      given: [...votingBy({ channels: secretly, doubleEntry: true }), issued(memberA, 1), stopped, tallied(1)],
      when: tally(2, chair),
    },
  ],
  noPapersIssued: [
    { name: 'a vote on paper is not closed without any', given: votingBy({ channels: secretly }), when: closeIt },
    {
      name: 'what is asked in writing is not ended before anybody has a paper',
      given: [opened, ...writing.slice(0, 1)],
      when: everyCommand.closeWrittenVote,
    },
  ],
  nothingEntered: [
    { name: 'what nobody entered is not taken back', given: voting, when: withdraw(memberA) },
    {
      name: 'what a device signed is not taken back',
      given: [...voting, bound(memberA, keyA), byDevice(memberA)],
      when: withdraw(memberA),
    },
  ],
  amendmentNeedsRule: [
    {
      name: 'an amendment is not only counted',
      given: [...discussing, drafted(vote)],
      when: draftIt({ ...amending(vote), terms: sent({ rule: null }) }),
    },
  ],
  amendmentOutdated: [
    {
      name: 'an amendment to other words is not voted on',
      given: [
        ...discussing,
        drafted(vote),
        drafted(otherVote, { amendment: { voteId: vote, text: '铺设水泥跑道', of: '别的提案' } }),
      ],
      when: { type: 'openDraft', data: { voteId: otherVote } },
    },
  ],
  notCountedYet: [
    {
      name: 'a vote by hands is not closed before they are counted',
      given: votingBy({ channels: byHands }),
      when: closeIt,
      details: { channel: 'hands' },
    },
    {
      name: 'a vote with papers out is not closed before they are counted',
      given: [...votingBy({ channels: { ...mixed, hands: 'named' } }), issued(memberA, 1), stopped],
      when: closeIt,
      details: { channel: 'paper' },
    },
    {
      name: 'nor before the second has counted, where two count',
      given: [...votingBy({ channels: secretly, doubleEntry: true }), issued(memberA, 1), stopped, tallied(1)],
      when: closeIt,
      details: { channel: 'paper' },
    },
  ],
  countsDiffer: [
    {
      name: 'two counts that differ are no result',
      given: [
        ...votingBy({ channels: secretly, doubleEntry: true }),
        issued(memberA, 1),
        stopped,
        tallied(1),
        tallied(2, ['valid', 'invalid', '0.for']),
      ],
      when: closeIt,
      details: { places: 3 },
    },
  ],
  voteExists: [
    { name: 'a vote is drafted once', given: [...discussing, drafted(otherVote)], when: draftIt() },
    {
      name: 'what was drafted is not opened beside its draft',
      given: [...discussing, drafted(otherVote)],
      when: otherMotion,
    },
    {
      name: 'a written vote takes no id that was used',
      given: [opened, ...writing],
      when: survey([memberA], { voteId: writtenVote }),
    },
    { name: 'a void vote is not opened again under its id', given: [...voting, voteVoided()], when: openIt },
    { name: 'a closed vote is not opened again under its id', given: [...voting, voteClosed(false)], when: openIt },
  ],
  voteUnknown: [
    { name: 'no paper of a written vote that is not there goes out', given: [opened], when: paperFor(memberA, 1) },
    { name: 'none comes back', given: [opened], when: comesBack(memberA) },
    { name: 'none is spoilt', given: [opened], when: spoilIt(memberA) },
    { name: 'nothing is withdrawn', given: [opened], when: withdrawIt(memberA) },
    { name: 'nobody is added', given: [opened], when: addIt(memberA) },
    { name: 'no area is corrected', given: [opened], when: correctIt(memberA) },
    { name: 'it is not closed', given: [opened], when: closeWritten },
    { name: 'it is not declared void', given: [opened], when: voidWritten },
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
    {
      name: 'no paper of a void vote goes out',
      given: [opened, ...writing, writtenVoided],
      when: paperFor(memberA, 1),
    },
    { name: 'none comes back', given: [opened, ...writing, writtenVoided], when: comesBack(memberB) },
    { name: 'nobody is added to a void vote', given: [opened, ...writing, writtenVoided], when: addIt(chair) },
    {
      name: 'no area is corrected in a void vote',
      given: [opened, ...writing, writtenVoided],
      when: correctIt(memberA),
    },
    { name: 'a void written vote is not closed', given: [opened, ...writing, writtenVoided], when: closeWritten },
    { name: 'nor declared void again', given: [opened, ...writing, writtenVoided], when: voidWritten },
    { name: 'no ballot is taken after the close', given: [...voting, voteClosed(false)], when: enter(memberB) },
    {
      name: 'no signed ballot is taken after the close',
      given: [...voting, bound(memberA, keyA), voteClosed(false)],
      when: cast(memberA, signatureA),
      by: byMemberA,
    },
    {
      name: 'no name is found after the close',
      given: [...votingBy(openElection), issued(memberA, 1), stopped, voteClosed(false)],
      when: nameIt('另选甲'),
    },
    { name: 'a vote is not closed twice', given: [...voting, voteClosed(false)], when: closeIt },
    { name: 'a void vote is not declared void again', given: [...voting, voteVoided()], when: voidIt },
  ],
  notAnElector: [
    {
      name: 'a hand of somebody who may not vote is not counted',
      given: votingBy({ channels: mixed }),
      when: countHands({ seatIds: [guest] }),
    },
    { name: 'nor given a paper', given: votingBy({ channels: mixed }), when: issue([guest, 1]) },
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
      name: 'who has pressed does not press again where the first press counts',
      given: [...voting, bound(memberA, keyA), byDevice(memberA)],
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
    {
      name: 'nor does one of a vote that is void count in the next one',
      given: [...voting, entered(memberA), voteVoided(), voteOpened([chair, memberA, memberB], otherVote)],
      when: { type: 'enterBallot', data: { voteId: otherVote, ...ballotOf(memberA), seatId: memberA } },
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
  electionOnPaper: [
    {
      name: 'an election is not held on devices',
      given: discussing,
      when: openBy({ question: { kind: 'election', rows: fewNames, posts: 1 } }),
    },
    {
      name: 'nor are other names written in anywhere but on secret papers',
      given: discussing,
      when: openBy({
        question: { kind: 'election', rows: fewNames, posts: 1, writeIns: true },
        channels: { device: false, hands: null, paper: 'named' },
      }),
    },
    {
      name: 'a rule for elections does not decide a motion',
      given: discussing,
      when: openBy({ rule: { ...rule, paperOnly: 'election' }, channels: secretly }),
    },
    {
      name: 'an election is not decided by a written vote',
      given: [opened],
      when: survey([memberA], { rule: { ...rule, paperOnly: 'election' } }),
    },
  ],
  ruleCountsOthers: [
    {
      name: 'households are not counted by a rule for owners',
      given: [estate],
      when: survey([owner(0)], { rule: ownersRule }),
      details: { kind: 'survey' },
    },
    {
      name: 'owners are not counted by a rule for people',
      given: [estate],
      when: askInWriting([owner(0)], { rule }),
      details: { kind: 'owners' },
    },
    {
      name: 'owners are not counted by a rule for shares',
      given: [estate],
      when: askInWriting([owner(0)], {
        rule: { ...ownersRule, quorum: null, pass: { ...rule.pass, num: 'forShare', den: 'totalShare' } },
      }),
      details: { kind: 'owners' },
    },
  ],
  wrongRuleForMatter: [
    {
      name: 'the milder rule of owners does not carry a matter of the stricter one',
      given: [estate],
      when: askInWriting([owner(0)], { matter: '筹集建筑物及其附属设施的维修资金' }),
    },
  ],
  unitUnknown: [
    {
      name: 'who is not on the roster is not asked',
      given: [opened],
      when: survey([stranger]),
      details: { kind: 'survey' },
    },
    {
      name: 'who owns nothing is not asked as an owner',
      given: [estate],
      when: askInWriting([owner(0), memberA]),
      details: { kind: 'owners' },
    },
    {
      name: 'who is not on the roster is not added',
      given: [opened, ...writing],
      when: addIt(stranger),
      details: { kind: 'survey' },
    },
    {
      name: 'who has sold is not added as an owner',
      given: owned,
      when: addIt(owner(1)),
      knowing: byNow({ seatId: owner(1), kind: 'standing', voting: true }),
      details: { kind: 'owners' },
    },
    {
      name: 'the area of who has sold is not corrected',
      given: owned,
      when: correctIt(owner(0)),
      knowing: byNow({ seatId: owner(0), kind: 'standing', voting: true }),
      details: { kind: 'owners' },
    },
  ],
  unitNotAsked: [
    { name: 'who is not asked gets no paper', given: [opened, ...writing], when: paperFor(chair, 9) },
    { name: 'who is not asked brings nothing back', given: [opened, ...writing], when: comesBack(chair) },
    { name: 'who is not asked has no area to correct', given: owned, when: correctIt(owner(1)) },
  ],
  unitAlreadyAsked: [
    { name: 'nobody is asked twice', given: [opened, ...writing], when: addIt(memberA) },
    {
      name: 'nobody who was asked alone is asked again as one of a household',
      given: [opened, ...writing],
      when: addIt(id.household('family1')),
      knowing: byNow(
        { seatId: memberA, kind: 'standing', voting: true, household: id.household('family1') },
        { seatId: stranger, kind: 'public', voting: false, household: id.household('family1') },
      ),
    },
  ],
  unitUnchanged: [
    {
      name: 'an area that is the same is not corrected',
      given: owned,
      when: correctIt(owner(0)),
      knowing: byNow(...ownersOf(['80.0'])),
    },
    {
      name: 'a household has no area to correct',
      given: [opened, ...writing],
      when: correctIt(memberA),
      knowing: byNow({ seatId: memberA, kind: 'standing', voting: true }),
    },
  ],
  totalTooSmall: [
    {
      name: 'there are no fewer owners than are on the list',
      given: [estate],
      when: askInWriting([owner(0), owner(1)], { totals: { owners: 1, area: '180' } }),
      details: { of: 'owners', least: '2' },
    },
    {
      name: 'there is no less area than that of those on the list',
      given: [estate],
      when: askInWriting([owner(0), owner(1)], { totals: { owners: 2, area: '179.99' } }),
      details: { of: 'area', least: '180' },
    },
  ],
  hasPaper: [
    { name: 'nobody gets two papers', given: [opened, ...writing], when: paperFor(memberB, 9) },
    {
      name: 'nor in one act',
      given: [opened, ...writing],
      when: {
        type: 'handOutPapers',
        data: {
          voteId: writtenVote,
          papers: [
            { unitId: memberA, number: 8 },
            { unitId: memberA, number: 9 },
          ],
          on: RETURNED_ON,
        },
      },
    },
  ],
  noPaperOut: [
    { name: 'what was not handed out does not come back', given: [opened, ...writing], when: comesBack(memberA) },
    { name: 'what was not handed out is not spoilt', given: [opened, ...writing], when: spoilIt(memberA) },
  ],
  paperNumberUsed: [
    {
      name: 'a number of a secret paper is given once',
      given: [...votingBy({ channels: mixed }), issued(memberA, 1)],
      when: issue([memberB, 1]),
      details: { number: 1 },
    },
    {
      name: 'also when the paper was taken back',
      given: [...votingBy({ channels: mixed }), issued(memberA, 1), recalled(memberA, 1)],
      when: issue([memberA, 1]),
      details: { number: 1 },
    },
    {
      name: 'and in one act',
      given: votingBy({ channels: mixed }),
      when: issue([memberA, 1], [memberB, 1]),
      details: { number: 1 },
    },
    {
      name: 'a number is given once',
      given: [opened, ...writing],
      when: paperFor(memberA, 2),
      details: { number: 2 },
    },
    {
      name: 'also when its paper was spoilt',
      given: [
        opened,
        ...writing,
        {
          type: 'paperSpoilt',
          data: { ...spoilIt(memberB).data, number: 2, counts: { handedOut: 1, returned: 1 }, at: EARLIER },
        },
      ],
      when: paperFor(memberA, 2),
      details: { number: 2 },
    },
  ],
  alreadyReturned: [
    { name: 'no paper comes back twice', given: [opened, ...writing], when: comesBack(guest, 'against') },
    { name: 'a paper that is back is not spoilt', given: [opened, ...writing], when: spoilIt(guest) },
  ],
  notReturned: [
    { name: 'what did not come back is not withdrawn', given: [opened, ...writing], when: withdrawIt(memberB) },
  ],
  dueDayPast: [
    {
      name: 'nothing is asked in writing until a day that is over',
      given: discussing,
      when: survey([memberA], { dueOn: daysBefore(1) }),
    },
  ],
  dayNotYetCome: [
    {
      name: 'nothing is asked in writing with a notice of tomorrow',
      given: [opened],
      when: survey([memberA], { noticedOn: daysBefore(-1) }),
    },
    {
      name: 'no paper is handed out tomorrow',
      given: [opened, ...writing],
      when: paperFor(memberA, 9, daysBefore(-1)),
    },
    {
      name: 'no paper came back tomorrow',
      given: [opened, ...writing],
      when: backOn(memberB, daysBefore(-1)),
    },
  ],
  returnedTooEarly: [
    {
      name: 'no paper comes back before it was handed out',
      given: [opened, ...writing],
      when: backOn(memberB, '2025-10-07'),
    },
  ],
  returnedTooLate: [
    {
      name: 'no paper comes back after the last day',
      given: [
        opened,
        ...writing.map((event) =>
          event.type === 'writtenVoteOpened' ? { ...event, data: { ...event.data, dueOn: HANDED_OUT_ON } } : event,
        ),
      ],
      when: backOn(memberB, RETURNED_ON),
    },
  ],
  writtenVoteIsOpen: [
    {
      name: 'the record is not sealed while something is asked in writing',
      given: [opened, ...writing, closed],
      when: seal,
    },
  ],
  resolutionExists: [
    {
      name: 'nor for what was decided in writing',
      given: [...resolved, ...writing],
      when: { type: 'closeWrittenVote', data: { voteId: writtenVote, resolutionId: resolution } },
    },
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
      name: 'a written vote is not void once its resolution is assigned',
      given: [
        opened,
        ...writing,
        { type: 'resolutionAdopted', data: { ...adopted.data, voteId: writtenVote } },
        assigned,
      ],
      when: voidWritten,
    },
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
    (_name, { by = operator, details, given: events, knowing, when }) => {
      // The table's key is the code, and the details are those that the code carries.
      given(...events)
        .when(when, by, knowing)
        .thenRefused({ code, ...details } as MeetingRejection)
    },
  )
})

const commands = Object.values(everyCommand).map((command) => [command.type, command] as const)

describe('what each phase still does', () => {
  const answered = [
    speechStarted(memberB, NOW - 60_000, { kind: 'departmentAnswer', stance: null }),
    speechEnded(memberB),
  ]
  const busy = [...resolved, ...answered, bound(memberA, keyA), pointAdded]

  it.each(commands)('before the opening %s is refused, unless it is the opening', (_type, command) => {
    if (command.type !== 'openMeeting') given().when(command).thenRefused({ code: 'meetingNotOpen' })
    else
      given()
        .when(command, theHost)
        .thenEvents({ type: 'meetingOpened', data: { ...opening, openedAt: expect.any(Number) } })
  })

  it.each(commands)('after 散会 only papers, devices and the seal are left: %s', (_type, command) => {
    // Only the seal waits for what is asked in writing.
    const asked = command.type === 'sealMeeting' ? [] : writing
    const after = given(...busy, itemFinished(firstItem), closed, ...asked).when(command)
    // A household has no area that could be corrected.
    if (command.type === 'correctUnit') after.thenRefused({ code: 'unitUnknown', kind: 'survey' })
    else if (WORKS_AFTER_CLOSING.includes(command.type)) expect(after.accepted).toBe(true)
    else if (command.type === 'openMeeting') after.thenRefused({ code: 'meetingAlreadyOpen' })
    else after.thenRefused({ code: 'meetingIsClosed' })
  })

  it.each(commands)('after sealing nothing is done: %s', (_type, command) => {
    given(...busy, itemFinished(firstItem), closed, sealed)
      .when(command)
      .thenRefused({ code: command.type === 'openMeeting' ? 'meetingAlreadyOpen' : 'meetingIsSealed' })
  })
})
