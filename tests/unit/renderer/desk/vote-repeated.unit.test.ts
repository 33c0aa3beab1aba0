import { describe, expect, it } from 'vitest'
import { looksRepeated, repeatedOn, sameWords } from '../../../../renderer/desk/chair/voting/use-motion.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import { EARLIER, firstItem, memberA, rule, vote, voteOpened } from '../../../fixtures/small-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

const voided = { type: 'voteVoided', data: { voteId: vote, reason: '念错了', at: EARLIER } } as const
const meeting = heldAfter(voteOpened([memberA]), voided)
const [item] = meeting.agenda
if (item === undefined) throw new Error('there is an item')
const repeated = repeatedOn(meeting, item)
if (repeated === null) throw new Error('a vote is void')

describe('a vote that is put together after one was void', () => {
  it('is taken for the same while its words or its kind are the same, and for another once both are others', () => {
    const motion = plainTerms(rule)
    const asked = { ...motion, question: { kind: 'objection' } } as const
    expect(looksRepeated(repeated, repeated.motion, motion)).toBe(true)
    expect(looksRepeated(repeated, '改过的话', motion)).toBe(true)
    expect(looksRepeated(repeated, ` ${repeated.motion} `, asked)).toBe(true)
    expect(looksRepeated(repeated, '别的事', asked)).toBe(false)
  })

  it('is taken for the same without a question only where the words are', () => {
    expect([sameWords(repeated, `${repeated.motion} `), sameWords(repeated, '别的事')]).toEqual([true, false])
  })

  it('is never a second repetition of the same vote', () => {
    const draft = { voteId: vote, itemId: firstItem, motion: '装灯', at: EARLIER, repeats: vote }
    const drafted = heldAfter(voteOpened([memberA]), voided, { type: 'voteDrafted', data: draft })
    expect(repeatedOn(drafted, item)).toBeNull()
  })
})
