import { openHall } from '../../../main/host/hall/open-hall.ts'
import { JOURNAL_DIR, journalFile } from '../../../main/host/hall/stream-files.ts'
import { memoryStorage } from '../../../main/host/storage/memory-storage.ts'
import { commandId } from '../../../shared/core/ids.ts'
import type { Actor } from '../../../shared/roles/roles.ts'
import { councilStream, meetingStream, type StreamName } from '../../../shared/streams/stream-name.ts'
import { id } from '../../fixtures/ids.ts'
import { seededBytes } from '../../fixtures/seeded-random.ts'
import { rule as peopleRule } from '../../fixtures/small-meeting.ts'
import { owner, ownersRule } from '../../fixtures/written-meeting.ts'

const BEGUN = 1_760_000_000_000

const council = id.council('000001')
const meeting = id.meeting('papers0')
const item = id.item('gate000')
export const ownersVote = id.vote('owners0')
export const surveyVote = id.vote('survey0')
export const laterVote = id.vote('later00')
export const resolution = id.resolution('gate000')

/** Its name and its source speak of passing, too, and have figures of their own. */
const rule = { ...ownersRule, name: '双过半通过', source: '第 12 条：赞成 9 人不足的，未通过' }

const operator: Actor = { role: 'operator', seatId: null }

/**
 * The journal of a meeting as a real host wrote it: three owners (one more is added) decide in writing after 散会, three
 * of four in favour; two households are asked and nothing is decided. A third vote, with a notice of its own, is declared
 * void after an area was corrected and an owner was added who came onto the council's roster meanwhile.
 */
export async function recordedPapers(): Promise<Buffer> {
  const random = seededBytes(11)
  const storage = memoryStorage()
  let clock = BEGUN
  const opened = await openHall({ storage, random, now: () => (clock += 1), log: () => undefined })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { hall } = opened
  const act = async (stream: StreamName, type: string, data: unknown) => {
    const outcome = await hall.submit(stream, { actor: operator, id: commandId.mint(random), type, data })
    if (!outcome.ok) throw new Error(`${type}: ${outcome.rejection.code}`)
  }
  const inCouncil = (type: string, data: unknown) => act(councilStream(council), type, data)
  const inMeeting = (type: string, data: unknown) => act(meetingStream(meeting), type, data)

  await inCouncil('foundCouncil', { councilId: council, name: '红星社区', code: 'HX', level: 'community' })
  for (const [index, area] of ['80', '90.5', '100', '120'].entries()) {
    const seat = { seatId: owner(index), kind: 'standing', voting: true, owner: { flats: 1, area } }
    await inCouncil('addSeat', index < 2 ? { ...seat, household: id.household('family0') } : seat)
  }
  await inCouncil('conveneMeeting', {
    meetingId: meeting,
    title: '业主座谈会',
    format: '板凳会议',
    place: '院里',
    startsAt: BEGUN,
    agenda: [{ itemId: item, title: '更换小区大门' }],
    rule: peopleRule,
    speakingSeconds: 120,
    chair: owner(0),
    scribe: owner(1),
  })
  while ((hall.streams.get(meetingStream(meeting))?.seq ?? 0) === 0) await new Promise(setImmediate)
  await inMeeting('closeMeeting', {})

  const asked = { itemId: item, motion: '更换小区大门', dueOn: '2025-10-31' }
  const voteId = ownersVote
  const unitIds = [owner(0), owner(1), owner(2)]
  await inMeeting('openWrittenVote', { ...asked, voteId, kind: 'owners', rule, unitIds })
  await inMeeting('addUnit', { voteId, unitId: owner(3), reason: '发起时漏了' })
  const papers = [owner(0), owner(1), owner(2), owner(3)].map((unitId, index) => ({ unitId, number: index + 1 }))
  await inMeeting('handOutPapers', { voteId, papers, on: '2025-10-09' })
  await inMeeting('spoilPaper', { voteId, unitId: owner(3), reason: '写坏了' })
  await inMeeting('handOutPapers', { voteId, papers: [{ unitId: owner(3), number: 5 }], on: '2025-10-09' })
  await inMeeting('recordReturn', { voteId, unitId: owner(0), option: 'for', on: '2025-10-09' })
  await inMeeting('recordReturn', { voteId, unitId: owner(1), option: 'invalid', on: '2025-10-09' })
  await inMeeting('withdrawReturn', { voteId, unitId: owner(1), reason: '录错了' })
  await inMeeting('recordReturn', { voteId, unitId: owner(1), option: 'for', opinion: '快点', on: '2025-10-09' })
  await inMeeting('recordReturn', { voteId, unitId: owner(2), option: 'against', on: '2025-10-09' })
  await inMeeting('recordReturn', { voteId, unitId: owner(3), option: 'for', on: '2025-10-09' })
  await inMeeting('closeWrittenVote', { voteId, resolutionId: resolution })

  const households = [id.household('family0'), owner(2)]
  await inMeeting('openWrittenVote', { ...asked, voteId: surveyVote, kind: 'survey', rule: null, unitIds: households })
  await inMeeting('handOutPapers', {
    voteId: surveyVote,
    papers: [{ unitId: owner(2), number: 1 }],
    on: '2025-10-09',
  })
  await inMeeting('recordReturn', { voteId: surveyVote, unitId: owner(2), option: 'against', on: '2025-10-09' })
  await inMeeting('closeWrittenVote', { voteId: surveyVote, resolutionId: id.resolution('none00') })

  await inCouncil('reviseSeat', {
    ...{ seatId: owner(0), kind: 'standing', voting: true, household: id.household('family0') },
    owner: { flats: 1, area: '85.25' },
  })
  await inCouncil('addSeat', { seatId: owner(4), kind: 'public', voting: false, owner: { flats: 1, area: '60' } })
  const later = { ...asked, noticedOn: '2025-10-01', voteId: laterVote, kind: 'owners', rule, unitIds }
  await inMeeting('openWrittenVote', later)
  await inMeeting('correctUnit', { voteId: laterVote, unitId: owner(0), reason: '面积登记有误' })
  await inMeeting('addUnit', { voteId: laterVote, unitId: owner(4), reason: '发起以后才列进名册' })
  await inMeeting('voidWrittenVote', { voteId: laterVote, reason: '名单差得太多' })
  await inMeeting('sealMeeting', {})
  await hall.close()

  const bytes = await storage.read(`${JOURNAL_DIR}/${journalFile(meetingStream(meeting))}`)
  if (bytes === null) throw new Error('no journal')
  return Buffer.from(bytes)
}
