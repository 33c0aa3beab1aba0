import { openHall } from '../../../main/host/hall/open-hall.ts'
import { JOURNAL_DIR, journalFile } from '../../../main/host/hall/stream-files.ts'
import { memoryStorage } from '../../../main/host/storage/memory-storage.ts'
import { commandId, type SeatId, type VoteId } from '../../../shared/core/ids.ts'
import { makeDeviceKey, signText } from '../../../shared/identity/device-key.ts'
import { ballotText } from '../../../shared/identity/signed-text.ts'
import { plainTerms } from '../../../shared/meeting/voting/marks.ts'
import type { Terms } from '../../../shared/meeting/voting/terms.ts'
import type { Actor } from '../../../shared/roles/roles.ts'
import { councilStream, meetingStream, type StreamName } from '../../../shared/streams/stream-name.ts'
import { id } from '../../fixtures/ids.ts'
import { chair, memberA, memberB, memberC, memberD, ruleOfCouncil, scribe } from '../../fixtures/recorded-council.ts'
import { seededBytes } from '../../fixtures/seeded-random.ts'

const council = id.council('000001')
const meeting = id.meeting('000001')
const item = id.item('track0')
const operator: Actor = { role: 'operator', seatId: null }
const byChair: Actor = { role: 'chair', seatId: chair }
const byScribe: Actor = { role: 'scribe', seatId: scribe }

export const mixedVote = id.vote('mixed0')
export const liveVote = id.vote('live00')
export const proposal = id.vote('proposal')
export const amendment = id.vote('amending')
export const chosenVote = id.vote('chosen')
export const assessedVote = id.vote('assessed')
export const handsVote = id.vote('hands0')
export const objectionVote = id.vote('object')
export const scoredVote = id.vote('scored')
export const timedVote = id.vote('timed0')
export const electionVote = id.vote('election')
export const AMENDED = '铺设塑胶跑道，十月底前完工'

const NAMES = ['跑道', '充电桩', '凉亭']

/**
 * The journal of a meeting that votes in every way, as a real host wrote it: devices, counted hands and secret papers in one
 * vote counted by two and held back; last presses shown live; an amendment and its proposal; a choice, assessments,
 * an objection, and a vote in which nobody counted.
 */
export async function recordedVotes(): Promise<Buffer> {
  const random = seededBytes(13)
  const storage = memoryStorage()
  let clock = 1_760_000_000_000
  const opened = await openHall({ storage, random, now: () => (clock += 1), log: () => undefined })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { hall } = opened
  const act = async (stream: StreamName, actor: Actor, type: string, data: unknown, as = commandId.mint(random)) => {
    const outcome = await hall.submit(stream, { actor, id: as, type, data })
    if (!outcome.ok) throw new Error(`${type}: ${outcome.rejection.code}`)
  }
  const inCouncil = (type: string, data: unknown) => act(councilStream(council), operator, type, data)
  const inMeeting = (actor: Actor, type: string, data: unknown) => act(meetingStream(meeting), actor, type, data)
  const members = [memberA, memberB, memberC, memberD]

  await inCouncil('foundCouncil', { councilId: council, name: '红星社区', code: 'HX', level: 'community' })
  await inCouncil('addSeat', { seatId: chair, kind: 'convener', voting: true })
  await inCouncil('addSeat', { seatId: scribe, kind: 'scribe', voting: false })
  for (const seatId of members) await inCouncil('addSeat', { seatId, kind: 'standing', voting: true })
  await inCouncil('conveneMeeting', {
    meetingId: meeting,
    title: '第一次议事会',
    format: '党群议事会',
    place: '活动室',
    startsAt: clock,
    agenda: [{ itemId: item, title: '铺设塑胶跑道' }],
    rule: ruleOfCouncil,
    speakingSeconds: 120,
    chair,
    scribe,
  })
  while ((hall.streams.get(meetingStream(meeting))?.seq ?? 0) === 0) await new Promise(setImmediate)
  const keys = new Map([memberA, memberB].map((seatId) => [seatId, makeDeviceKey(random)] as const))
  for (const [seatId, { publicKey }] of keys) await inMeeting(operator, 'admitDevice', { seatId, publicKey })
  for (const seatId of [chair, memberA, memberB, memberC]) await inMeeting(operator, 'signIn', { seatId })
  await inMeeting(byChair, 'startItem', { itemId: item })

  let last = 0
  const fresh = () => id.ballot(String(++last).padStart(6, '0'))
  const cast = (voteId: VoteId, seatId: SeatId, option: string) => {
    const as = commandId.mint(random)
    const key = keys.get(seatId)
    if (key === undefined) throw new Error('no device')
    const ballot = { voteId, ballotId: fresh(), option, seatId }
    const signature = signText(key, ballotText({ ...ballot, meetingId: meeting, commandId: as }))
    return act(meetingStream(meeting), { role: 'member', seatId }, 'castBallot', { ...ballot, signature }, as)
  }
  const enter = (voteId: VoteId, seatId: SeatId, option: string) =>
    inMeeting(byScribe, 'enterBallot', { voteId, ballotId: fresh(), option, seatId })
  const open = (voteId: VoteId, motion: string, terms: Partial<Terms>) =>
    inMeeting(byChair, 'openVote', { voteId, itemId: item, motion, terms: { ...plainTerms(ruleOfCouncil), ...terms } })
  const close = (voteId: VoteId, more: object = {}) =>
    inMeeting(byChair, 'closeVote', { voteId, resolutionId: id.resolution(voteId.slice(3)), ...more })

  await open(mixedVote, '铺设塑胶跑道', {
    channels: { device: true, hands: 'counted', paper: 'secret' },
    doubleEntry: true,
  })
  await cast(mixedVote, memberA, 'for')
  await inMeeting(byScribe, 'countHands', { voteId: mixedVote, seatIds: [memberB], rows: [{ against: 1 }] })
  await inMeeting(byScribe, 'issuePapers', { voteId: mixedVote, papers: [{ seatId: memberC, number: 1 }] })
  await inMeeting(byScribe, 'recallPaper', { voteId: mixedVote, seatId: memberC, reason: '写坏' })
  const papers = [memberC, chair].map((seatId, index) => ({ seatId, number: index + 2 }))
  await inMeeting(byScribe, 'issuePapers', { voteId: mixedVote, papers })
  await inMeeting(operator, 'signIn', { seatId: memberD })
  await inMeeting(byChair, 'addElector', { voteId: mixedVote, seatId: memberD })
  await inMeeting(byChair, 'stopBallots', { voteId: mixedVote })
  const tally = { voteId: mixedVote, rows: [{ for: 2 }], returned: 2, valid: 2, invalid: 0 }
  await inMeeting(byScribe, 'enterTally', { ...tally, entry: 1, counter: memberA })
  await inMeeting(byScribe, 'enterTally', { ...tally, entry: 2, counter: memberB, rows: [{ for: 1, against: 1 }] })
  await inMeeting(byScribe, 'enterTally', { ...tally, entry: 2, counter: memberB })
  await close(mixedVote, { hold: true })
  await inMeeting(byChair, 'publishVote', { voteId: mixedVote, resolutionId: id.resolution('mixed0') })

  await open(liveVote, '早晚开放', { display: 'live', revisable: true })
  await cast(liveVote, memberA, 'against')
  await enter(liveVote, memberC, 'for')
  await cast(liveVote, memberA, 'for')
  await close(liveVote)

  await inMeeting(byScribe, 'draftVote', { voteId: proposal, itemId: item, motion: '铺设塑胶跑道' })
  const amends = { amendment: { voteId: proposal, text: AMENDED } }
  await inMeeting(byScribe, 'draftVote', { voteId: amendment, itemId: item, motion: '加一句“十月底前完工”', ...amends })
  for (const voteId of [amendment, proposal]) {
    await inMeeting(byChair, 'openDraft', { voteId })
    for (const seatId of [memberA, memberC, memberD]) await enter(voteId, seatId, 'for')
    await close(voteId)
  }

  await open(chosenVote, '先做哪一项', {
    question: { kind: 'choice', rows: NAMES, pick: { op: 'atMost', count: 2 }, elects: 1 },
    rule: null,
  })
  await cast(chosenVote, memberA, 'chosen,chosen,not')
  await enter(chosenVote, memberC, 'chosen,not,not')
  await close(chosenVote)

  await open(assessedVote, '评议物业', {
    question: { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'satisfaction' } },
    rule: null,
  })
  await enter(assessedVote, memberC, 'satisfied,basically')
  await enter(assessedVote, memberD, 'satisfied,dissatisfied')
  await close(assessedVote)
  await open(scoredVote, '给物业打分', {
    question: { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'score', max: 10 } },
    rule: null,
  })
  await enter(scoredVote, memberC, '9,7')
  await enter(scoredVote, memberD, '8,7')
  await close(scoredVote)

  await open(handsVote, '下次在院里开', { channels: { device: false, hands: 'counted', paper: null }, rule: null })
  await inMeeting(byScribe, 'countHands', { voteId: handsVote, seatIds: null, rows: null, said: 'majority' })
  await close(handsVote)
  const ofThosePresent = { ...ruleOfCouncil, pass: { ...ruleOfCouncil.pass, den: 'present' as const } }
  await open(objectionVote, '月底再议', { question: { kind: 'objection' }, display: 'live', rule: ofThosePresent })
  await enter(objectionVote, memberD, 'object')
  await inMeeting(byScribe, 'withdrawBallot', { voteId: objectionVote, seatId: memberD, reason: '录错了人' })
  await enter(objectionVote, memberC, 'object')
  await close(objectionVote)
  await open(timedVote, '散会前清点', { seconds: 10 })
  await cast(timedVote, memberA, 'for')
  await close(timedVote)

  await open(electionVote, '选一名楼组长', {
    question: { kind: 'election', rows: ['候选甲', '候选乙'], posts: 1, writeIns: true },
    channels: { device: false, hands: null, paper: 'secret' },
  })
  const box = [memberA, memberB, memberC].map((seatId, index) => ({ seatId, number: index + 1 }))
  await inMeeting(byScribe, 'issuePapers', { voteId: electionVote, papers: box })
  await inMeeting(byChair, 'stopBallots', { voteId: electionVote })
  const of = { voteId: electionVote, entry: 1, counter: null, returned: 3, valid: 3, invalid: 0 }
  const rows = [
    { for: 0, against: 3 },
    { for: 1, against: 2 },
  ]
  await inMeeting(byScribe, 'enterTally', { ...of, rows })
  await inMeeting(byScribe, 'addWriteIn', { voteId: electionVote, name: '写错丙' })
  await inMeeting(byScribe, 'addWriteIn', { voteId: electionVote, name: '另选丙' })
  await inMeeting(byScribe, 'dropWriteIn', { voteId: electionVote, name: '写错丙' })
  await inMeeting(byScribe, 'enterTally', { ...of, rows: [...rows, { for: 2 }], others: ['另选丙'] })
  await close(electionVote, { hold: true })
  await inMeeting(byChair, 'publishVote', { voteId: electionVote, resolutionId: id.resolution('election') })
  await inMeeting(byChair, 'closeMeeting', {})
  await hall.close()
  const bytes = await storage.read(`${JOURNAL_DIR}/${journalFile(meetingStream(meeting))}`)
  if (bytes === null) throw new Error('no journal of the meeting')
  return Buffer.from(bytes)
}
