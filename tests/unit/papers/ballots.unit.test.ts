import { describe, expect, test } from 'vitest'
import { paperName } from '../../../main/host/papers/paper-name.ts'
import type { MeetingCommand } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { ballotsContent } from '../../../shared/papers/ballot-content.ts'
import { tallyContent } from '../../../shared/papers/tally-content.ts'
import { id } from '../../fixtures/ids.ts'
import {
  closedVote,
  countedPapers,
  drafted,
  MOTION,
  meetingAfter,
  namesOfVoters,
  openedDraft,
  paperVote,
  termsOf,
  voter,
} from './paper-meeting.ts'

const voteId = paperVote('paper0')
const motion = termsOf({ kind: 'motion' })
const assessment = termsOf(
  { kind: 'assessment', rows: ['物业服务', '保洁'], scale: { kind: 'satisfaction' } },
  { rule: null },
)
const ballots = (meeting: HeldMeeting, range = { from: 1, count: 3 }) => ballotsContent(meeting, { voteId, ...range })
const passed = [
  drafted(motion),
  openedDraft(),
  ...countedPapers(12, [{ for: 8, against: 2, abstain: 1 }], { invalid: 1 }),
]

describe('ballots', () => {
  test('are numbered on their stubs from the number that was asked for', () => {
    const content = ballots(meetingAfter([drafted(motion)]), { from: 98, count: 3 })
    expect(content?.sheets).toEqual([98, 99, 100].map((number) => ({ number, facts: [] })))
    expect(content).toMatchObject({ title: '无记名表决票', question: MOTION, blanks: [], stubBlanks: ['领票人签名'] })
    expect(content?.numbered).toBe(false)
    expect(content?.rule).toBe('规则：小会规则。赞成超过应到人数的一半为通过。依据：小会约定。')
    expect(content && paperName(content)).toBe(
      '无记名表决票-翻新健身广场塑胶跑道，采用透水面层，12 月 5-98至100号.docx',
    )
  })

  test('are signed where they carry a name', () => {
    const terms = termsOf({ kind: 'motion' }, { channels: { device: true, hands: null, paper: 'named' } })
    const content = ballots(meetingAfter([drafted(terms)]))
    expect(content).toMatchObject({ title: '记名表决票', blanks: ['表决人签名'] })
    expect(content?.howTo.join()).toContain('没有签名的也无效')
  })

  test('can be had while the vote is open, and not once it has ended', () => {
    expect(ballots(meetingAfter([drafted(motion), openedDraft()]))).not.toBeNull()
    expect(ballots(meetingAfter([...passed, closedVote()]))).toBeNull()
  })

  test('are not made where nobody votes on paper, nor with numbers that no stub holds', () => {
    const onDevices = termsOf({ kind: 'motion' }, { channels: { device: true, hands: null, paper: null } })
    expect(ballots(meetingAfter([drafted(onDevices)]))).toBeNull()
    expect(ballots(meetingAfter([]))).toBeNull()
    const meeting = meetingAfter([drafted(motion)])
    expect(ballots(meeting, { from: 99_998, count: 2 })).not.toBeNull()
    expect(ballots(meeting, { from: 99_998, count: 3 })).toBeNull()
  })

  const rows = ['东门', '西门', '北门']
  const withoutRule = {
    choice: '本次不设门槛，票多的选定 1 项；票数相同的再投一次。',
    election: '本次不设门槛，赞成多于反对的，票多的 2 名当选；票数相同的再投一次。',
    assessment: '本次只统计，不作通过与否的判定。',
  }
  test('of a choice that elects nothing are only counted', () => {
    const question = { kind: 'choice', rows, pick: { op: 'atMost', count: 2 }, elects: null } as const
    const content = ballots(meetingAfter([drafted(termsOf(question, { rule: null }))]))
    expect(content?.rule).toBe('本次只统计，不作通过与否的判定。')
  })

  test.each([
    [{ kind: 'choice', rows, pick: { op: 'atMost', count: 2 }, elects: 1 }, '表决票', ['选'], '至多选 2 项'],
    [{ kind: 'choice', rows, pick: { op: 'exactly', count: 2 }, elects: 1 }, '表决票', ['选'], '多选、少选的无效'],
    [{ kind: 'election', rows, posts: 2 }, '选票', ['赞成', '反对', '弃权'], '没画的算弃权'],
    [
      { kind: 'assessment', rows, scale: { kind: 'satisfaction' } },
      '评议票',
      ['满意', '基本满意', '不满意', '不了解'],
      '没画算“不了解”',
    ],
    [{ kind: 'assessment', rows, scale: { kind: 'score', max: 5 } }, '评议票', ['打分（0 到 5）'], '可以空着'],
  ] as const)('%# of a question with rows list them all and say what is invalid', (question, title, columns, told) => {
    const content = ballots(meetingAfter([drafted(termsOf(question, { rule: null }))]))
    expect(content?.title).toBe(`无记名${title}`)
    expect(content?.marks).toMatchObject({ kind: 'table', rows, columns })
    expect(content?.howTo.join('')).toContain(told)
    expect(content?.rule).toBe(withoutRule[question.kind])
  })

  test('of an election with 另选他人 and without a rule say by what each of them is elected', () => {
    const question = { kind: 'election', rows, posts: 2, writeIns: true } as const
    const content = ballots(meetingAfter([drafted(termsOf(question, { rule: null }))]))
    expect(content?.rule).toBe(
      '本次没有选规则，候选人赞成多于反对、另选的人赞成超过有效票一半的，票多的 2 名当选；票数相同的再投一次。',
    )
  })

  test('of an election with 另选他人 have as many rows to write in as there are posts, and say how', () => {
    const question = { kind: 'election', rows, posts: 2, writeIns: true } as const
    const content = ballots(meetingAfter([drafted(termsOf(question))]))
    expect(content?.marks).toMatchObject({ rows, columns: ['赞成', '反对', '弃权'], blanks: 2 })
    expect(content?.howTo.join('')).toContain('要选别人的，在“另选”后面写清姓名')
    expect(content?.howTo.join('')).toContain('连另选的人在内，“赞成”不能多于 2 人')
    const plain = ballots(meetingAfter([drafted(termsOf({ ...question, writeIns: false }))]))
    expect(plain?.marks).toMatchObject({ blanks: 0 })
    expect(plain?.howTo.join('')).not.toContain('另选')
  })

  test('of an amendment say how the proposal would read', () => {
    const proposal = drafted(motion, { key: 'before0' })
    const amendment = { voteId: paperVote('before0'), text: '改为一月动工' }
    const change = {
      type: 'draftVote',
      data: { voteId, itemId: id.item('first0'), motion: '推迟动工', terms: motion, amendment },
    } as const
    expect(ballots(meetingAfter([proposal, change]))?.notes).toEqual(['这是修正案，通过后原案改为：改为一月动工'])
  })

  test('of practice say so on each of them', () => {
    expect(ballots(meetingAfter([drafted(motion)], { practice: true }))?.mark).toContain('练习')
    expect(ballots(meetingAfter([drafted(motion)]))?.mark).toBeNull()
  })
})

describe('a tally sheet', () => {
  const sheet = (terms = motion) => tallyContent(meetingAfter([drafted(terms)]), voteId, namesOfVoters)

  test('has a place for every mark of every row and a 正 for five voters', () => {
    expect(sheet()?.lines).toEqual(['赞成', '反对', '弃权'].map((mark) => ({ row: null, mark })))
    expect(sheet()?.boxes).toBe(4)
    expect(sheet(assessment)?.lines).toHaveLength(8)
  })

  test('of an election with 另选他人 has lines for names that are found, and those that were found already', () => {
    const election = termsOf({ kind: 'election', rows: ['甲', '乙'], posts: 1, writeIns: true })
    const blank = { row: '另选：', mark: '赞成', writtenIn: 'blank' }
    expect(sheet(election)?.lines.slice(6)).toEqual(Array.from({ length: 5 }, () => blank))
    expect(sheet(election)?.checks).toContain('每名另选的人的票数不多于有效票。')
    const opened: MeetingCommand = { type: 'openDraft', data: { voteId } }
    const papers = [{ seatId: voter(1), number: 1 }]
    const counting: readonly MeetingCommand[] = [
      drafted(election),
      opened,
      { type: 'issuePapers', data: { voteId, papers } },
      { type: 'stopBallots', data: { voteId } },
      { type: 'addWriteIn', data: { voteId, name: '丙' } },
    ]
    const lines = tallyContent(meetingAfter(counting), voteId, namesOfVoters)?.lines.slice(6)
    expect(lines?.[0]).toEqual({ row: '丙（另选）', mark: '赞成', writtenIn: 'found' })
    expect(lines?.slice(1)).toEqual(Array.from({ length: 4 }, () => blank))
  })

  test('is there twice where two people count', () => {
    expect(sheet()?.counts).toEqual([null])
    expect(sheet({ ...motion, doubleEntry: true })?.counts).toEqual(['第一次计票', '第二次计票'])
  })

  test('names the tellers who have been named, and holds no figure of the vote', () => {
    const named = { type: 'nameTellers', data: { voteId, supervisors: [voter(1)], counters: [], callers: [] } } as const
    const [draft, opened, ...counted] = passed
    const meeting = meetingAfter([draft, opened, named, ...counted].flatMap((command) => command ?? []))
    const content = tallyContent(meeting, voteId, namesOfVoters)
    expect(content?.signatures.map(({ names }) => names)).toEqual([[], [], ['委员乙']])
    const blank = tallyContent(meetingAfter([drafted(motion)]), voteId, namesOfVoters)
    expect({ ...content, boxes: null, signatures: null }).toEqual({ ...blank, boxes: null, signatures: null })
    expect(tallyContent(meeting, paperVote('nobody0'), namesOfVoters)).toBeNull()
  })
})
