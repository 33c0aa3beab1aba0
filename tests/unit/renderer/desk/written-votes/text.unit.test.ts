import { describe, expect, test } from 'vitest'
import { hashOf, placeOf } from '../../../../../renderer/desk/fragment.ts'
import { wechatText } from '../../../../../renderer/desk/papers/wechat-text.ts'
import { standingWords } from '../../../../../renderer/desk/written-votes/written-words.ts'
import { meetingId } from '../../../../../shared/core/ids.ts'
import type { WrittenVote } from '../../../../../shared/meeting/written-votes/state.ts'
import { writtenVoteText } from '../../../../../shared/papers/written-vote-text.ts'
import { firstItem } from '../../../../fixtures/small-meeting.ts'
import {
  decidedInWriting,
  held,
  householders,
  owner,
  ownersOf,
  type Played,
  WRITTEN_MOTION,
} from '../../../../fixtures/written-meeting.ts'

const survey = { kind: 'survey', rule: null } as const

const ended = ({
  state,
}: Played): { meeting: ReturnType<typeof held>; vote: Exclude<WrittenVote, { phase: 'open' }> } => {
  const meeting = held(state)
  const [vote] = meeting.writtenVotes
  if (vote === undefined || vote.phase === 'open') throw new Error('no written vote has ended')
  return { meeting, vote }
}

const asked = ended(
  decidedInWriting(
    householders(3),
    [
      [owner(0), 'for'],
      [owner(1), 'against'],
    ],
    survey,
  ),
)
const decided = ended(
  decidedInWriting(ownersOf(['80.5', '90', '100']), [
    [owner(0), 'for'],
    [owner(1), 'for'],
    [owner(2), 'against'],
  ]),
)

describe('the result of a written vote for the residents’ group', () => {
  test('has the motion and the sentence as it was announced', () => {
    const lines = writtenVoteText(asked.meeting, asked.vote).split('\n')
    expect(lines[0]).toBe('【书面征求意见结果】')
    expect(lines[1]).toBe(WRITTEN_MOTION)
    expect(lines[3]).toBe(asked.vote.verdict?.sentence)
    expect(lines.at(-1)).toBe('有不同意见请找话事员。')
  })

  test('never goes beyond 500 characters, and the motion gives way first', () => {
    const long = { ...decided.vote, motion: '换'.repeat(300) }
    const text = writtenVoteText(decided.meeting, long)
    expect(text.length).toBeLessThanOrEqual(500)
    expect(text).toContain(decided.vote.verdict?.sentence)
    expect(text.endsWith('有不同意见请找话事员。')).toBe(true)
  })

  test('says that it is void and why', () => {
    const { meeting, vote } = decided
    if (vote.phase !== 'closed') throw new Error('closed')
    const { closedAt, ...rest } = vote
    const text = writtenVoteText(meeting, { ...rest, phase: 'void', voidedAt: closedAt, reason: '发错了票' })
    expect(text).toContain('业主书面表决作废')
    expect(text).toContain('原因：发错了票。')
  })
})

describe('the text of the whole meeting', () => {
  test('tells what was asked in writing, heads and area beside each other', () => {
    expect(wechatText(decided.meeting)).toContain(
      `书面表决通过：${WRITTEN_MOTION}（收回 3 份；赞成 2 人、170.5 平方米，反对 1 人、100 平方米，弃权 0 人、0 平方米）`,
    )
    expect(wechatText(asked.meeting)).toContain('收回 2 份；赞成 1 户，反对 1 户，弃权 0 户')
  })
})

describe('the list of written votes', () => {
  test('says of each how far it is or how it ended, never a figure before the close', () => {
    expect(standingWords(asked.vote)).toBe('已统计')
    expect(standingWords(decided.vote)).toBe('通过')
    const { closedAt: _at, verdict: _verdict, ...open } = asked.vote as Extract<WrittenVote, { phase: 'closed' }>
    expect(standingWords({ ...open, phase: 'open' })).toBe('发出 3，收回 2')
  })
})

describe('the page of written votes', () => {
  test('has an address, with the item that it was come to from or without', () => {
    const meeting = meetingId.parse('mt_inwriting')
    if (meeting === null) throw new Error('a meeting id')
    const place = { at: 'written', meetingId: meeting } as const
    expect(placeOf(hashOf(place))).toEqual(place)
    expect(placeOf(hashOf({ ...place, itemId: firstItem }))).toEqual({ ...place, itemId: firstItem })
    expect(placeOf('#/written/nowhere')).toEqual({ at: 'start' })
  })
})
