import { describe, expect, test } from 'vitest'
import { votePapers } from '../../../../renderer/desk/papers/vote-papers.ts'
import {
  askedInWriting,
  closedVote,
  countedPapers,
  drafted,
  meetingAfter,
  openedDraft,
  paperVote,
  termsOf,
  VOTERS,
  voter,
} from '../../papers/paper-meeting.ts'

const voteId = paperVote('paper0')
const motion = termsOf({ kind: 'motion' })
const counted = countedPapers(3, [{ for: 3, against: 0, abstain: 0 }])

describe('what a desk can print of a vote', () => {
  test('is a ballot for everybody and a tally sheet before and while it is open', () => {
    const before = votePapers(meetingAfter([drafted(motion)]), voteId)
    expect(before).toMatchObject({ ballots: { kind: 'ballots', from: 1, count: VOTERS }, tally: true, result: false })
    const [issued] = counted
    const open = votePapers(meetingAfter([drafted(motion), openedDraft(), ...(issued ? [issued] : [])]), voteId)
    expect(open.ballots).toMatchObject({ from: 4, count: VOTERS })
  })

  test('is its result once that is published, and nothing while it is held back', () => {
    const ended = [drafted(motion), openedDraft(), ...counted]
    const nothing = { ballots: null, tally: false, result: false, assessment: false }
    expect(votePapers(meetingAfter([...ended, closedVote('paper0', true)]), voteId)).toEqual(nothing)
    expect(votePapers(meetingAfter([...ended, closedVote()]), voteId)).toEqual({ ...nothing, result: true })
    expect(votePapers(meetingAfter([]), voteId)).toEqual(nothing)
  })

  test('is no ballot where nobody votes on paper', () => {
    const terms = termsOf({ kind: 'motion' }, { channels: { device: true, hands: 'counted', paper: null } })
    expect(votePapers(meetingAfter([drafted(terms)]), voteId)).toMatchObject({ ballots: null, tally: true })
  })

  test('is the table of the months too after an assessment that was no practice', () => {
    const terms = termsOf({ kind: 'assessment', rows: ['物业'], scale: { kind: 'satisfaction' } }, { rule: null })
    const commands = [drafted(terms), openedDraft(), ...countedPapers(3, [{ satisfied: 3 }]), closedVote()]
    expect(votePapers(meetingAfter(commands), voteId)).toMatchObject({ result: true, assessment: true })
    expect(votePapers(meetingAfter(commands, { practice: true }), voteId).assessment).toBe(false)
  })

  test('is a paper for everybody who is asked in writing', () => {
    const meeting = meetingAfter([askedInWriting('owners', [voter(0), voter(1)])])
    expect(votePapers(meeting, paperVote('written0')).ballots).toMatchObject({
      kind: 'writtenPapers',
      label: '打印业主表决票',
      count: 2,
      last: 2,
    })
  })
})
