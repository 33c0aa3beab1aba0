import { expect, it } from 'vitest'
import type { HallClient } from '../../shared/client/hall-client.ts'
import type { SeatId } from '../../shared/core/ids.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import { councilStream, type StreamName, worksheetStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { ownFormat } from '../fixtures/formats.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { startTestHall, type TestHall, testRule, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()

const roles = ['operator', 'chair', 'scribe', 'member', 'guest', 'screen'] as const
type Role = (typeof roles)[number]

/** Written by hand from the design, not read from the program: who may send what. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  foundCouncil: ['operator'],
  reviseCouncil: ['operator'],
  reviseRoster: ['operator'],
  chooseFormats: ['operator'],
  addSeat: ['operator'],
  reviseSeat: ['operator'],
  retireSeat: ['operator'],
  conveneMeeting: ['operator'],
  saveContact: ['operator'],
  saveContacts: ['operator'],
  savePhoto: ['operator'],
  deletePhoto: ['operator'],
  deleteContact: ['operator'],
  saveSettings: ['operator'],
  saveFormat: ['operator'],
  deleteFormat: ['operator'],
  saveRulePack: ['operator'],
  deleteRulePack: ['operator'],
  openMeeting: [],
  closeMeeting: ['operator', 'chair'],
  sealMeeting: ['operator', 'chair'],
  handOverChair: ['operator', 'chair'],
  planMeeting: ['operator', 'chair'],
  handOverScribe: ['operator', 'chair', 'scribe'],
  admitDevice: ['operator', 'chair', 'scribe'],
  removeDevice: ['operator', 'chair', 'scribe'],
  registerWalkIn: ['operator', 'chair', 'scribe'],
  signIn: ['operator', 'chair', 'scribe', 'member', 'guest'],
  signOut: ['operator', 'chair', 'scribe', 'member', 'guest'],
  recordLeave: ['operator', 'chair', 'scribe', 'member', 'guest'],
  delegateVote: ['operator', 'chair', 'scribe'],
  withdrawDelegation: ['operator', 'chair', 'scribe'],
  recordHeadcount: ['operator', 'chair', 'scribe'],
  addItem: ['operator', 'chair'],
  planItem: ['operator', 'chair'],
  startItem: ['operator', 'chair'],
  finishItem: ['operator', 'chair'],
  recordRecusal: ['operator', 'chair', 'scribe', 'member', 'guest'],
  withdrawRecusal: ['operator', 'chair', 'scribe', 'member', 'guest'],
  requestFloor: ['operator', 'chair', 'scribe', 'member', 'guest'],
  withdrawRequest: ['operator', 'chair', 'scribe', 'member', 'guest'],
  passTurn: ['operator', 'chair', 'scribe', 'member', 'guest'],
  goRound: ['operator', 'chair', 'scribe'],
  callNextSpeaker: ['operator', 'chair', 'scribe'],
  callSpeaker: ['operator', 'chair', 'scribe'],
  callDepartment: ['operator', 'chair'],
  pauseSpeech: ['operator', 'chair', 'scribe'],
  resumeSpeech: ['operator', 'chair', 'scribe'],
  extendSpeech: ['operator', 'chair', 'scribe'],
  endSpeech: ['operator', 'chair', 'scribe', 'member', 'guest'],
  timeOutSpeech: [],
  undoSpeech: ['operator', 'chair', 'scribe'],
  reorderQueue: ['operator', 'chair', 'scribe'],
  closeQueue: ['operator', 'chair'],
  reopenQueue: ['operator', 'chair'],
  nameStandIn: ['operator', 'chair'],
  setSpeakingRules: ['operator', 'chair'],
  equaliseQuotas: ['operator', 'chair'],
  noteSpeech: ['operator', 'chair', 'scribe'],
  attachWrittenAnswer: ['operator', 'chair', 'scribe', 'member', 'guest'],
  showOnScreen: ['operator', 'chair', 'scribe'],
  draftVote: ['operator', 'chair', 'scribe'],
  reviseDraft: ['operator', 'chair', 'scribe'],
  dropDraft: ['operator', 'chair', 'scribe'],
  openDraft: ['operator', 'chair'],
  openVote: ['operator', 'chair'],
  nameTellers: ['operator', 'chair', 'scribe'],
  addElector: ['operator', 'chair'],
  castBallot: ['chair', 'scribe', 'member'],
  enterBallot: ['operator', 'chair', 'scribe'],
  withdrawBallot: ['operator', 'chair', 'scribe'],
  countHands: ['operator', 'chair', 'scribe'],
  issuePapers: ['operator', 'chair', 'scribe'],
  recallPaper: ['operator', 'chair', 'scribe'],
  enterTally: ['operator', 'chair', 'scribe'],
  addWriteIn: ['operator', 'chair', 'scribe'],
  dropWriteIn: ['operator', 'chair', 'scribe'],
  extendVote: ['operator', 'chair'],
  stopBallots: ['operator', 'chair'],
  closeVote: ['operator', 'chair'],
  publishVote: ['operator', 'chair'],
  voidVote: ['operator', 'chair'],
  openWrittenVote: ['operator', 'chair'],
  handOutPapers: ['operator', 'chair', 'scribe'],
  spoilPaper: ['operator', 'chair', 'scribe'],
  recordReturn: ['operator', 'chair', 'scribe'],
  withdrawReturn: ['operator', 'chair', 'scribe'],
  addUnit: ['operator', 'chair'],
  correctUnit: ['operator', 'chair'],
  closeWrittenVote: ['operator', 'chair'],
  voidWrittenVote: ['operator', 'chair'],
  concludeItem: ['operator', 'chair', 'scribe'],
  withdrawConclusion: ['operator', 'chair', 'scribe'],
  addPoint: ['operator', 'chair', 'scribe'],
  revisePoint: ['operator', 'chair', 'scribe'],
  withdrawPoint: ['operator', 'chair', 'scribe'],
  assignWorksheet: ['operator', 'chair', 'scribe'],
  issueWorksheet: [],
}

/** Well-formed data for a command whose effect would not end the round: the rules refuse the drastic ones. */
function dataFor(hall: TestHall, type: string, seatId: SeatId): unknown {
  const { councilId, meetingId, random, seat } = hall
  const item = hall.meeting().agenda[0]?.itemId
  const fresh = () => Buffer.from(random(8)).toString('hex')
  const seatData = { seatId: `st_${fresh()}`, kind: 'standing', voting: true }
  const plan = {
    meetingId,
    title: '又一次',
    format: '板凳会议',
    place: '院里',
    startsAt: 1,
    agenda: [{ itemId: item, title: '议题' }],
    rule: testRule,
    speakingSeconds: 60,
    chair: seat('主持'),
    scribe: seat('话事'),
  }
  const speechId = `sp_${fresh()}`
  const point = { pointId: `pt_${fresh()}`, itemId: item, kind: 'opinion', text: '要点' }
  const ballot = { voteId: `vt_${fresh()}`, ballotId: `bl_${fresh()}`, option: 'for', seatId }
  const worksheet = { worksheetId: `ws_${fresh()}`, resolutionId: `rs_${fresh()}`, unit: '物业', dueOn: '2026-12-31' }
  const data: Readonly<Record<string, unknown>> = {
    foundCouncil: { councilId, name: '议事会', code: 'TEST', level: 'community' },
    reviseCouncil: { name: '议事会', code: 'TEST', level: 'community' },
    reviseRoster: { added: [seatData], revised: [], retired: [] },
    chooseFormats: { formatIds: ['bench'] },
    addSeat: seatData,
    reviseSeat: seatData,
    retireSeat: { seatId: seatData.seatId },
    conveneMeeting: plan,
    saveContact: { seatId: seatData.seatId, name: '某人', phone: null, house: null },
    saveContacts: { contacts: [{ seatId: seatData.seatId, name: '某人' }] },
    savePhoto: { seatId: seatData.seatId, jpeg: 'AAAA' },
    deletePhoto: { seatId: seatData.seatId },
    deleteContact: { seatId: seatData.seatId },
    saveFormat: ownFormat,
    deleteFormat: { formatId: 'own_talk' },
    saveRulePack: testRule,
    deleteRulePack: { ruleId: testRule.ruleId },
    saveSettings: { admission: 'chair', peerNotes: true, contactMonths: 6 },
    openMeeting: { ...plan, councilId, councilName: '议事会', councilCode: 'TEST', seats: [] },
    closeMeeting: {},
    sealMeeting: {},
    handOverChair: { seatId: seat('主持') },
    planMeeting: { minutes: 90 },
    handOverScribe: { seatId: seat('话事') },
    admitDevice: { seatId: seat('委员戊'), publicKey: makeDeviceKey(random).publicKey },
    removeDevice: { seatId: seat('委员丁') },
    registerWalkIn: { seatId: seat('委员戊') },
    signIn: { seatId },
    signOut: { seatId },
    recordLeave: { seatId, reason: '有事' },
    delegateVote: { seatId: seat('委员戊'), proxyId: seat('委员丁') },
    withdrawDelegation: { seatId: seat('委员戊') },
    recordHeadcount: { count: 20 },
    addItem: { itemId: `it_${fresh()}`, title: '新议题' },
    planItem: { itemId: item, minutes: 20 },
    startItem: { itemId: item },
    finishItem: { itemId: item },
    recordRecusal: { itemId: item, seatId, reason: '有关系' },
    withdrawRecusal: { itemId: item, seatId },
    requestFloor: { speechId, seatId, kind: 'ordinary', stance: 'for' },
    withdrawRequest: { speechId },
    passTurn: { speechId },
    goRound: { places: [{ speechId, seatId }] },
    callNextSpeaker: {},
    callSpeaker: { speechId },
    callDepartment: { speechId, seatId },
    pauseSpeech: {},
    resumeSpeech: {},
    extendSpeech: { seconds: 30 },
    endSpeech: { speechId },
    timeOutSpeech: { speechId },
    undoSpeech: {},
    reorderQueue: { speechIds: null },
    closeQueue: {},
    reopenQueue: {},
    nameStandIn: { seatId: seat('委员戊'), speechId, stance: 'for' },
    setSpeakingRules: { itemId: item, seconds: 120, rules: { policy: 'arrival', times: null } },
    equaliseQuotas: {},
    noteSpeech: { speechId, text: '要点' },
    attachWrittenAnswer: { speechId, text: '书面答复' },
    showOnScreen: { shown: { page: 'follow' } },
    draftVote: { voteId: `vt_${fresh()}`, itemId: item, motion: '动议' },
    reviseDraft: { voteId: ballot.voteId, motion: '改后的动议' },
    dropDraft: { voteId: ballot.voteId },
    openDraft: { voteId: ballot.voteId },
    openVote: { voteId: `vt_${fresh()}`, itemId: item, motion: '动议' },
    nameTellers: { voteId: ballot.voteId, supervisors: [seatId], counters: [], callers: [] },
    addElector: { voteId: ballot.voteId, seatId },
    castBallot: { ...ballot, signature: 'ab'.repeat(64) },
    enterBallot: ballot,
    withdrawBallot: { voteId: ballot.voteId, seatId, reason: '录错了人' },
    countHands: { voteId: ballot.voteId, seatIds: [seatId], rows: [{ for: 1 }] },
    issuePapers: { voteId: ballot.voteId, papers: [{ seatId, number: 1 }] },
    recallPaper: { voteId: ballot.voteId, seatId, reason: '写坏' },
    enterTally: {
      voteId: ballot.voteId,
      entry: 1,
      counter: null,
      rows: [{ for: 1 }],
      returned: 1,
      valid: 1,
      invalid: 0,
    },
    addWriteIn: { voteId: ballot.voteId, name: '王芳' },
    dropWriteIn: { voteId: ballot.voteId, name: '王芳' },
    extendVote: { voteId: ballot.voteId, seconds: 30 },
    stopBallots: { voteId: ballot.voteId },
    closeVote: { voteId: ballot.voteId, resolutionId: worksheet.resolutionId },
    publishVote: { voteId: ballot.voteId, resolutionId: worksheet.resolutionId },
    voidVote: { voteId: ballot.voteId, reason: '差错' },
    openWrittenVote: {
      voteId: `vt_${fresh()}`,
      itemId: item,
      kind: 'survey',
      motion: '征求意见',
      rule: null,
      unitIds: [seatId],
      dueOn: null,
    },
    handOutPapers: { voteId: ballot.voteId, papers: [{ unitId: seatId, number: 1 }], on: '2025-01-01' },
    spoilPaper: { voteId: ballot.voteId, unitId: seatId, reason: '写坏' },
    recordReturn: { voteId: ballot.voteId, unitId: seatId, option: 'for', on: '2025-01-01' },
    withdrawReturn: { voteId: ballot.voteId, unitId: seatId, reason: '录错' },
    addUnit: { voteId: ballot.voteId, unitId: seatId, reason: '发起时漏了' },
    correctUnit: { voteId: ballot.voteId, unitId: seatId, reason: '面积登记有误' },
    closeWrittenVote: { voteId: ballot.voteId, resolutionId: worksheet.resolutionId },
    voidWrittenVote: { voteId: ballot.voteId, reason: '差错' },
    concludeItem: { itemId: item, outcome: 'reached', text: '先清理', resolutionId: worksheet.resolutionId },
    withdrawConclusion: { itemId: item, reason: '记错' },
    addPoint: point,
    revisePoint: point,
    withdrawPoint: { pointId: point.pointId, itemId: item },
    assignWorksheet: worksheet,
    issueWorksheet: { ...worksheet, councilCode: 'TEST', meetingId, matter: '修路' },
  }
  return data[type]
}

const councilCommands = [
  'foundCouncil',
  'reviseCouncil',
  'reviseRoster',
  'chooseFormats',
  'addSeat',
  'reviseSeat',
  'retireSeat',
  'conveneMeeting',
]
const contactCommands = ['saveContact', 'saveContacts', 'savePhoto', 'deletePhoto', 'deleteContact']
const libraryCommands = ['saveFormat', 'deleteFormat', 'saveRulePack', 'deleteRulePack']

function targetOf(hall: TestHall, type: string): StreamName | 'contacts' | 'settings' | 'library' {
  if (type === 'saveSettings') return 'settings'
  if (councilCommands.includes(type)) return councilStream(hall.councilId)
  if (contactCommands.includes(type)) return 'contacts'
  if (libraryCommands.includes(type)) return 'library'
  return type === 'issueWorksheet' ? worksheetStream(hall.councilId) : hall.stream
}

type Person = { readonly client: HallClient; readonly seatId: SeatId | null }

async function oneOfEach(hall: TestHall): Promise<Readonly<Record<Role, Person>>> {
  const screen = hall.connect({ kind: 'screen', code: hall.joinCode })
  await until(() => screen.phase.at === 'live')
  const seated = async (name: string) => ({ client: (await hall.seated(name)).client, seatId: hall.seat(name) })
  return {
    operator: { client: hall.operator, seatId: null },
    chair: await seated('主持'),
    scribe: await seated('话事'),
    member: await seated('委员甲'),
    guest: await seated('列席'),
    screen: { client: screen, seatId: null },
  }
}

/** An open vote keeps the meeting from being closed; an issued worksheet gives the council its ledger. */
async function withVoteAndWorksheet(): Promise<TestHall> {
  const hall = closing(await startTestHall())
  const people = ['主持', '委员甲', '委员乙', '委员丙', '委员丁']
  const vote = await hall.openVote(...people)
  for (const name of people) {
    const ballotId = `bl_${hall.seat(name).slice(3)}`
    await hall.act('enterBallot', { voteId: vote, ballotId, option: 'for', seatId: hall.seat(name) })
  }
  await hall.act('closeVote', { voteId: vote, resolutionId: 'rs_aaaaaa' })
  const given = { worksheetId: 'ws_aaaaaa', resolutionId: 'rs_aaaaaa', unit: '物业', dueOn: '2026-12-31' }
  await hall.act('assignWorksheet', given)
  await until(() => hall.operator.copies.ledger(hall.councilId)?.worksheets[0])
  const itemId = hall.meeting().agenda[0]?.itemId
  await hall.act('openVote', { voteId: 'vt_aaaaaa', itemId, motion: '再议' })
  return hall
}

it('every role may send what is meant for it over a socket, and is told in words who may do the rest', async () => {
  const hall = await withVoteAndWorksheet()
  const people = await oneOfEach(hall)
  const wrong: string[] = []
  for (const type of Object.keys(allowed)) {
    for (const role of roles) {
      const { client, seatId } = people[role]
      const data = dataFor(hall, type, seatId ?? hall.seat('委员乙'))
      const answer = await client.send(targetOf(hall, type), seatId, type, data)
      const code = answer.ok ? 'done' : answer.rejection.code
      const may = allowed[type]?.includes(role)
      const asExpected = may
        ? !['notPermitted', 'malformed', 'notBound', 'streamUnknown', 'outOfOrder'].includes(code)
        : code === 'notPermitted' && !answer.ok && /^[一-鿿]+不能“[一-鿿]+”。请让[一-鿿]+来做。$/.test(answer.sentence)
      if (!asExpected) wrong.push(`${role} ${type}: ${code}${answer.ok ? '' : ` ${answer.sentence}`}`)
    }
  }
  expect(wrong).toEqual([])
  for (const { client } of Object.values(people)) expect(client.phase.at).toBe('live')
  await expectHealthy(hall)
})

it('everything that a role may send can also succeed: a table that forbids too much would be no protection', async () => {
  const hall = closing(await startTestHall())
  const people = await oneOfEach(hall)
  const send = ({ client, seatId }: Person, type: string, data: unknown) =>
    client.send(targetOf(hall, type), seatId, type, data)
  for (const role of ['chair', 'scribe', 'member', 'guest'] as const) {
    const person = people[role]
    expect(await send(person, 'signIn', { seatId: person.seatId })).toMatchObject({ ok: true })
    expect(await send(person, 'signOut', { seatId: person.seatId })).toMatchObject({ ok: true })
    expect(await send(person, 'recordLeave', { seatId: person.seatId, reason: '有事' })).toMatchObject({ ok: true })
  }
  expect(await send(people.chair, 'addItem', { itemId: 'it_aaaaaa', title: '新议题' })).toMatchObject({ ok: true })
  expect(await send(people.chair, 'startItem', { itemId: 'it_aaaaaa' })).toMatchObject({ ok: true })
  const point = { pointId: 'pt_aaaaaa', itemId: 'it_aaaaaa', kind: 'agreed', text: '要点' }
  expect(await send(people.scribe, 'addPoint', point)).toMatchObject({ ok: true })
  expect(await send(people.operator, 'closeMeeting', {})).toMatchObject({ ok: true })
})

it('a seat that is not on this device is refused, whichever role the device has', async () => {
  const hall = closing(await startTestHall())
  const people = await oneOfEach(hall)
  const foreign = hall.seat('委员乙')
  for (const role of ['operator', 'chair', 'scribe', 'member', 'guest'] as const) {
    const answer = await people[role].client.send(hall.stream, foreign, 'signIn', { seatId: foreign })
    expect(answer, role).toMatchObject({ ok: false, rejection: { code: 'notBound' }, sentence: /。/ })
  }
  const asNobody = await people.chair.client.send(hall.stream, null, 'addItem', { itemId: 'it_aaaaaa', title: '议题' })
  expect(asNobody).toMatchObject({ ok: false, rejection: { code: 'notBound' } })
  await expectHealthy(hall)
})

it('a member or guest acts for its own seat alone; who runs the meeting acts for others and the record says so', async () => {
  const hall = closing(await startTestHall())
  const people = await oneOfEach(hall)
  const other = hall.seat('委员乙')
  for (const role of ['member', 'guest'] as const) {
    const { client, seatId } = people[role]
    const answer = await client.send(hall.stream, seatId, 'signIn', { seatId: other })
    expect(answer, role).toMatchObject({ ok: false, rejection: { code: 'notYourSeat' } })
  }
  const { client, seatId } = people.scribe
  expect(await client.send(hall.stream, seatId, 'signIn', { seatId: other })).toMatchObject({ ok: true })
  await until(() => hall.meeting().attendance.presence.find((entry) => entry.seatId === other)?.enteredBy === seatId)
})
