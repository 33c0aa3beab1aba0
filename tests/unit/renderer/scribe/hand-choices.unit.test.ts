import { describe, expect, test } from 'vitest'
import { type HandChoice, handChoices } from '../../../../renderer/desk/scribe/hand-choices.ts'
import { handWords } from '../../../../renderer/desk/scribe/hand-words.ts'
import type { SeatId } from '../../../../shared/core/ids.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import { requestFloor } from '../../../../shared/meeting/floor/decide-requests.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { contextOf } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { byScribe, guest, memberA, memberB } from '../../../fixtures/small-meeting.ts'
import { asks, type Done, first, next, second, talked, third } from './talked-meeting.ts'

const everything: Partial<SpeakingRules> = {
  questions: true,
  interventions: true,
  anonymous: true,
  stanceRequired: false,
  pointsOfOrder: [
    { name: '会场秩序', rank: 1 },
    { name: '跑题', rank: 2 },
  ],
}
const question = asks(memberB, second, { kind: 'question', stance: null })
const talks: Readonly<Record<string, readonly Done[]>> = {
  'nobody speaks': [],
  'somebody speaks': [
    [0, asks(memberA)],
    [1, next],
  ],
  'somebody waits': [[0, asks(memberB)]],
  'a question is asked': [
    [0, asks(memberA)],
    [1, next],
    [2, question],
    [3, next],
  ],
  'a question was asked and answered': [
    [0, asks(memberA)],
    [1, next],
    [2, question],
    [3, next],
    [4, asks(memberA, third, { kind: 'answer', stance: null, to: second })],
  ],
  'an unnamed resident speaks': [
    [0, asks(null, first, { stance: null })],
    [1, next],
  ],
}
const kinds = (choices: readonly HandChoice[]) => [...new Set(choices.map(({ kind }) => kind))]

function refusals(meeting: HeldMeeting, seatId: SeatId | null): readonly string[] {
  return handChoices(meeting, seatId).flatMap(({ about: _, ...choice }) => {
    const request = { ...choice, speechId: asked, seatId }
    const decided = requestFloor(meeting, request, contextOf(byScribe))
    return decided.ok ? [] : [`${choice.kind}: ${decided.refusal.code}`]
  })
}
const asked = id.speech('zzzzzzzz')

describe('what the scribe can raise a hand for', () => {
  test.each(Object.entries(talks))('is all taken by the host, when %s', (_, done) => {
    const meeting = talked(everything, ...done)
    for (const seatId of [memberA, memberB, guest, null]) expect(refusals(meeting, seatId)).toEqual([])
  })

  test('is an ordinary request alone where the rules know nothing else', () => {
    const meeting = talked({}, [0, asks(memberA)], [1, next])
    expect(handChoices(meeting, memberB).map(({ kind, stance }) => [kind, stance])).toEqual([
      ['ordinary', 'for'],
      ['ordinary', 'against'],
      ['ordinary', 'addition'],
      ['ordinary', 'question'],
    ])
  })

  test('is a question only while somebody else speaks, an answer only to a question that has none', () => {
    expect(kinds(handChoices(talked(everything), memberB))).toEqual(['ordinary', 'intervention', 'pointOfOrder'])
    const speaking = talked(everything, ...(talks['somebody speaks'] ?? []))
    expect(kinds(handChoices(speaking, memberB))).toContain('question')
    expect(kinds(handChoices(speaking, memberA))).not.toContain('question')
    const open = talked(everything, ...(talks['a question is asked'] ?? []))
    expect(handChoices(open, memberA).at(-1)).toEqual({
      kind: 'answer',
      stance: null,
      to: second,
      about: { kind: 'question', seatId: memberB },
    })
    expect(kinds(handChoices(open, memberB))).not.toContain('answer')
    const answered = talked(everything, ...(talks['a question was asked and answered'] ?? []))
    expect(kinds(handChoices(answered, guest))).not.toContain('answer')
  })

  test('leaves out what somebody waits with already, unless one may wait twice', () => {
    const waiting: Done = [0, asks(memberB)]
    expect(kinds(handChoices(talked(everything, waiting), memberB))).not.toContain('ordinary')
    expect(kinds(handChoices(talked({ ...everything, repeats: true }, waiting), memberB))).toContain('ordinary')
  })

  test('is said in words', () => {
    const name = (seatId: SeatId | null) => (seatId === memberB ? '钱委员' : '一位居民')
    expect(handWords({ kind: 'question', stance: null }, name)).toBe('插问')
    expect(handWords({ kind: 'pointOfOrder', stance: null, category: '跑题' }, name)).toBe('程序问题：跑题')
    const about = { kind: 'question', seatId: memberB } as const
    expect(handWords({ kind: 'answer', stance: null, to: second, about }, name)).toBe('答复钱委员的插问')
  })
})
