import { describe, expect, it } from 'vitest'
import { commonHindrance, instantVotes } from '../../../../renderer/desk/chair/voting/putting/instant-votes.ts'
import { planFault, planLike } from '../../../../renderer/desk/chair/voting/vote-plan.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import {
  discussing,
  EARLIER,
  memberA,
  memberB,
  rule,
  signedOut,
  speechStarted,
} from '../../../fixtures/small-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

const meetingAfter = (...more: readonly MeetingEvent[]) => heldAfter(...discussing.slice(1), ...more)

function votesOn(meeting: HeldMeeting, motion = '装灯') {
  const [item] = meeting.agenda
  if (item === undefined) throw new Error('there is an item')
  return instantVotes(meeting, item, motion, NOW)
}

describe('the votes that one press opens', () => {
  it('are those that ask for no rows, by the meeting’s rule', () => {
    const votes = votesOn(meetingAfter())
    expect(votes.map(({ template }) => template)).toEqual(['named', 'hands', 'secret', 'mixed', 'objection'])
    for (const { fits, hindrance, terms } of votes) {
      const silent = terms.question.kind === 'objection'
      const words = silent ? sentenceOf({ code: 'silenceIsNoVote' }) : null
      expect([terms.rule, hindrance, planFault(planLike(terms)), fits]).toEqual([rule, words, null, !silent])
    }
  })

  it('are all of them by a rule that takes its share of those present', () => {
    const votes = votesOn({ ...meetingAfter(), rule: { ...rule, pass: { ...rule.pass, den: 'present' } } })
    expect(votes.map(({ fits, hindrance }) => [fits, hindrance])).toEqual(votes.map(() => [true, null]))
  })

  it('are only counted where nothing is decided by vote', () => {
    const form = { ...plainForm, decision: 'consensus', rollCall: false } as const
    const bench: HeldMeeting = { ...meetingAfter(), form, rule: null }
    const present = { ...bench, attendance: { ...bench.attendance, headcount: 9 } }
    expect(votesOn(present).map(({ template }) => template)).toEqual(['hands', 'objection'])
    for (const { hindrance, terms } of votesOn(present)) expect([terms.rule, hindrance]).toEqual([null, null])
    expect(commonHindrance(votesOn(bench))).toContain('到场')
  })

  it('are kept back by one sentence: somebody speaks, too few are there, no words', () => {
    expect(commonHindrance(votesOn(meetingAfter()))).toBeNull()
    expect(commonHindrance(votesOn(meetingAfter(speechStarted(memberA, EARLIER))))).toContain('还有人在发言')
    expect(commonHindrance(votesOn(meetingAfter(signedOut(memberA), signedOut(memberB))))).toContain('就能表决')
    expect(commonHindrance(votesOn(meetingAfter(), ' '))).toContain('请先写下要表决的话')
  })
})
