import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../shared/meeting/messages.ts'
import { minutesContent } from '../../../shared/papers/minutes-content.ts'
import { roomResultContent } from '../../../shared/papers/room-result-content.ts'
import { voteText } from '../../../shared/papers/vote-text.ts'
import { withoutRows } from '../../../shared/papers/without-rows.ts'
import { rule } from '../../fixtures/small-meeting.ts'
import { openPaper } from './opened-paper.ts'
import { cellsOf } from './result-cells.ts'
import { closes, names, onPaper, opens, secretPaper, termsOf, voteCalled, voted } from './voted-meeting.ts'
import { all } from './xml-tree.ts'

const question = { kind: 'election', rows: ['王建国', '李卫东'], posts: 2, writeIns: true } as const
const voteId = voteCalled('elect')
const [issued, tellers, stopped, tallied] = onPaper('elect', [
  { for: 3, against: 0, abstain: 0 },
  { for: 1, against: 1, abstain: 1 },
  { for: 2 },
])
const found: MeetingCommand = { type: 'addWriteIn', data: { voteId, name: '赵小红' } }

const elected = (more: object = {}, count = 1) => {
  const others = Array.from(
    { length: count - 1 },
    (_, index): MeetingCommand => ({
      type: 'addWriteIn',
      data: { voteId, name: `另选第${index + 1}位` },
    }),
  )
  const entered: MeetingCommand | undefined =
    tallied?.type === 'enterTally'
      ? {
          ...tallied,
          data: {
            ...tallied.data,
            rows: [...tallied.data.rows, ...others.map(() => ({ for: 0 }))],
            others: [found, ...others].flatMap((command) => (command.type === 'addWriteIn' ? command.data.name : [])),
          },
        }
      : tallied
  return voted(
    opens('elect', '楼栋长', termsOf(question, { ...secretPaper, rule, ...more })),
    ...[issued, tellers, stopped, found].flatMap((command) => command ?? []),
    ...others,
    ...(entered === undefined ? [] : [entered]),
    closes('elect'),
  )
}

describe('somebody who was written in', () => {
  it('stands on the result sheet with his votes, as 另选, and by which measure', async () => {
    const content = roomResultContent(elected(), voteId, names)
    const grid = content?.parts.find((part) => part.kind === 'grid')
    expect(grid).toMatchObject({
      columns: ['姓名', '赞成', '反对', '弃权', '结果'],
      rows: [
        ['王建国', '3', '0', '0', '当选'],
        ['李卫东', '1', '1', '1', '—'],
        ['赵小红（另选）', '2', '—', '—', '当选'],
      ],
    })
    const measure = '另选的人与候选人同一条件当选，没写他姓名的有效票不算赞成他。'
    expect(cellsOf(content?.parts)).toContain(`另选他人=${measure}`)
    if (content === null) throw new Error('there is a result')
    const { paragraphs } = await openPaper(content)
    expect(paragraphs.map(({ text }) => text)).toContain('赵小红（另选）')
    const withoutRule = '另选的人，赞成要超过有效票的一半才能当选，没写他姓名的有效票不算赞成他。'
    const cells = cellsOf(roomResultContent(elected({ rule: null }), voteId, names)?.parts)
    expect(cells).toContain(`另选他人=${withoutRule}`)
    expect(cells).toContain('所用规则=没有选规则，候选人赞成多于反对、另选的人赞成超过有效票一半的，按得票多少当选。')
  })

  it('is a row of the minutes, under a heading that calls nobody a candidate who was none', async () => {
    const content = minutesContent(elected(), { names, notes: new Map(), ledger: null, now: 0 })
    const tables = content.sections.flatMap(({ parts }) => parts).flatMap((part) => part.tables ?? [])
    expect(tables.map(({ columns, rows }) => [columns, ...rows])).toEqual([
      [
        ['姓名', '赞成', '反对', '弃权', '结果'],
        ['王建国', '3', '0', '0', '当选'],
        ['李卫东', '1', '1', '1', ''],
        ['赵小红（另选）', '2', '—', '—', '当选'],
      ],
    ])
    const { body, paragraphs } = await openPaper(content)
    expect(all(body, 'w:tbl')).toHaveLength(1)
    const said = paragraphs.map(({ text }) => text).join('\n')
    expect(said).toContain('赵小红（另选）：赞成 2。')
    expect(said).toContain('经表决通过：楼栋长：王建国、赵小红。')
    expect(said).toContain('应选 2 名，可以另选他人')
  })

  it('is told to the residents’ group with his votes', () => {
    const meeting = elected()
    const [vote] = meeting.voting.past
    if (vote === undefined) throw new Error('it was held')
    expect(voteText(meeting, vote)).toContain('赵小红（另选）：赞成 2。')
    expect(voteText(meeting, vote)).toContain('当选 2 名：王建国、赵小红')
  })

  it('is told in short with the votes he has, and nothing of those that nobody can have', () => {
    const meeting = elected({}, 36)
    const [vote] = meeting.voting.past
    if (vote === undefined) throw new Error('it was held')
    const text = voteText(meeting, vote)
    expect(text).toContain('\n赵小红（另选）：赞成 2，当选\n')
    expect(text).toContain('\n王建国：赞成 3，反对 0，弃权 0，当选\n')
    expect(text).toContain('等 38 项')
    expect(text).not.toContain('—')
  })

  it('is left out of a sentence with the other rows where they stand beside it', () => {
    const [vote] = elected().voting.past
    const sentence = vote?.verdict?.sentence ?? ''
    expect(vote && withoutRows(vote.terms.question, sentence)).not.toMatch(/赞成 \d|另选/)
  })
})
