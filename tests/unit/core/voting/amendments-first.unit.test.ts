import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting } from '../../../../shared/meeting/state.ts'
import { pastAmendments } from '../../../../shared/meeting/voting/amendments-first.ts'
import { firstItem, secondItem } from '../../../fixtures/small-meeting.ts'
import { cast, closeIt, type Room, resolution, roomOf, voidIt, voteCalled } from './room.ts'

const WORDS = '装三处充电桩，共5万元。'
const AMENDED = '装五处充电桩，共8万元。'
const proposal = voteCalled('proposal')
const amendment = voteCalled('amendment')
const other = voteCalled('otherone')

const draft = (voteId: typeof proposal, motion: string, itemId = firstItem): MeetingCommand => ({
  type: 'draftVote',
  data: { voteId, itemId, motion },
})
const amend = (to = proposal): MeetingCommand => ({
  type: 'draftVote',
  data: { voteId: amendment, itemId: firstItem, motion: '改为五处', amendment: { voteId: to, text: AMENDED } },
})
const open = (motion: string, itemId = firstItem): MeetingCommand => ({
  type: 'openVote',
  data: { voteId: other, itemId, motion },
})
const openDraft = (voteId: typeof proposal): MeetingCommand => ({ type: 'openDraft', data: { voteId } })
const revise = (motion: string, voteId = proposal): MeetingCommand => ({
  type: 'reviseDraft',
  data: { voteId, motion },
})
const drop = (voteId: typeof proposal): MeetingCommand => ({ type: 'dropDraft', data: { voteId } })

function amendedRoom(): Room {
  const room = roomOf({ voters: 3 })
  room.does(draft(proposal, WORDS))
  room.does(amend())
  return room
}

function decide(room: Room, ...options: readonly string[]): void {
  room.does(openDraft(amendment))
  for (const [index, option] of options.entries()) room.does(cast(index + 1, option, 1, amendment))
  room.does(closeIt(amendment, resolution('amendment')))
}

describe('the words of a proposal whose amendments are not voted on yet', () => {
  it.each([
    ['as they stand', WORDS],
    ['with other spaces', ' 装三处充电桩， 共 5 万元。'],
    ['with signs of another width', '装三处充电桩,共5万元。'],
    ['with figures of another width', '装三处充电桩，共５万元'],
    ['without the full stop', '装三处充电桩，共5万元'],
  ])('are not put to the vote beside them, %s', (_, motion) => {
    expect(amendedRoom().refuses(open(motion)).code).toBe('amendmentFirst')
  })

  it('are not what a sign within them makes another sum, nor other words', () => {
    for (const motion of ['装三处充电桩，共5.0万元。', '装三处充电桩', AMENDED]) amendedRoom().does(open(motion))
  })

  it('are not opened from a second draft that reads like them, nor from one that was reworded so', () => {
    const room = amendedRoom()
    room.does(draft(other, WORDS))
    expect(room.refuses(openDraft(other)).code).toBe('amendmentFirst')
    room.does(drop(other))
    const third = voteCalled('thirdone')
    room.does(draft(third, '修路'))
    room.does(revise(WORDS, third))
    expect(room.refuses(openDraft(third)).code).toBe('amendmentFirst')
  })

  it('are not opened after the proposal was put in other words either', () => {
    const room = amendedRoom()
    room.does(revise('装四处充电桩'))
    expect(room.refuses(open(WORDS)).code).toBe('amendmentFirst')
    expect(room.refuses(open('装四处充电桩')).code).toBe('amendmentFirst')
  })

  it('wait for this item alone', () => {
    const room = amendedRoom()
    room.does({ type: 'finishItem', data: { itemId: firstItem } })
    room.does({ type: 'startItem', data: { itemId: secondItem } })
    room.does(open(WORDS, secondItem))
  })

  it('may stand in the amendment itself, which is what comes first', () => {
    const room = roomOf({ voters: 3 })
    room.does(draft(proposal, WORDS))
    const data = { voteId: amendment, itemId: firstItem, motion: WORDS, amendment: { voteId: proposal, text: AMENDED } }
    room.does({ type: 'draftVote', data })
    room.does(openDraft(amendment))
  })

  it.each<readonly [string, readonly MeetingCommand[]]>([
    ['the amendment is withdrawn', [drop(amendment)]],
    ['the proposal is withdrawn with its amendments', [drop(proposal)]],
  ])('are free once %s', (_, commands) => {
    const room = amendedRoom()
    for (const command of commands) room.does(command)
    room.does(open(WORDS))
  })

  it('are free once the amendment has failed', () => {
    const room = amendedRoom()
    decide(room, 'for', 'against', 'against')
    room.does(open(WORDS))
  })
})

describe('the words that an amendment has changed', () => {
  it('are not put to the vote as they were while the proposal as amended waits', () => {
    const room = amendedRoom()
    decide(room, 'for', 'for', 'against')
    expect(room.refuses(open(WORDS)).code).toBe('motionAmended')
    room.does(draft(other, WORDS))
    expect(room.refuses(openDraft(other)).code).toBe('motionAmended')
    room.does(openDraft(proposal))
    expect(room.open().motion).toBe(AMENDED)
  })

  it('are free again where the vote on the amendment is void, or the proposal is withdrawn', () => {
    const voided = amendedRoom()
    decide(voided, 'for', 'for', 'against')
    voided.does({ type: 'voidVote', data: { voteId: amendment, reason: '唱票有误' } })
    voided.does(open(WORDS))
    const withdrawn = amendedRoom()
    decide(withdrawn, 'for', 'for', 'against')
    withdrawn.does(drop(proposal))
    withdrawn.does(open(WORDS))
  })

  it('are free where it was the desk that had put other words', () => {
    const room = roomOf({ voters: 3 })
    room.does(draft(proposal, WORDS))
    room.does(revise('装四处充电桩'))
    room.does(open(WORDS))
  })
})

describe('a proposal that an adopted amendment has changed', () => {
  const passed = (): Room => {
    const room = amendedRoom()
    decide(room, 'for', 'for', 'against')
    return room
  }
  const again = (motion: string): MeetingCommand => ({
    type: 'draftVote',
    data: { voteId: other, itemId: firstItem, motion, repeats: proposal },
  })

  it.each([
    ['as they were', WORDS],
    ['in other signs and spaces', '装三处充电桩, 共 5 万元'],
  ])('is not given its old words again by drafting, %s', (_, motion) => {
    const room = passed()
    expect(room.refuses(revise(motion)).code).toBe('motionAmended')
    room.does(revise('装五处充电桩，共8万元，年底完工。'))
    expect(room.refuses(revise(motion)).code).toBe('motionAmended')
    room.does(revise(AMENDED))
    room.does(openDraft(proposal))
    expect(room.open().motion).toBe(AMENDED)
  })

  it('is not opened with its old words where a record has it drafted so', () => {
    const room = passed()
    const revised = { voteId: proposal, motion: WORDS, at: 1 }
    const recorded = evolveMeeting(room.meeting(), { type: 'draftRevised', data: revised })
    if (recorded.phase === 'unopened') throw new Error('it is open')
    const { voting } = recorded
    expect(voting.drafts.map(({ motion }) => motion)).toEqual([WORDS])
    expect(pastAmendments(voting, { itemId: firstItem, motion: WORDS })).toEqual({ code: 'motionAmended' })
    expect(pastAmendments(voting, { itemId: firstItem, motion: AMENDED })).toBeNull()
  })

  it('gets its old words again by another amendment that says so', () => {
    const room = passed()
    const back = voteCalled('backagain')
    room.does({
      type: 'draftVote',
      data: { voteId: back, itemId: firstItem, motion: '还是三处', amendment: { voteId: proposal, text: WORDS } },
    })
    room.does(openDraft(back))
    for (const person of [1, 2, 3]) room.does(cast(person, 'for', 1, back))
    room.does(closeIt(back, resolution('backagain')))
    expect(room.refuses(revise(AMENDED)).code).toBe('motionAmended')
    room.does(revise('装三处充电桩，共6万元。'))
    room.does(revise(WORDS))
    room.does(openDraft(proposal))
    expect(room.open().motion).toBe(WORDS)
  })

  it('may be put in its old words once the vote on the amendment is void, also after other words', () => {
    const room = passed()
    room.does(revise('装五处充电桩，年底完工。'))
    room.does(voidIt(amendment))
    room.does(revise(WORDS))
    room.does(openDraft(proposal))
  })

  it('is not voted on in its old words either where its vote was void and is held again', () => {
    const room = passed()
    room.does(openDraft(proposal))
    room.does(voidIt(proposal))
    expect(room.refuses(again(WORDS)).code).toBe('motionAmended')
    const opened = { voteId: other, itemId: firstItem, motion: WORDS, repeats: proposal }
    expect(room.refuses({ type: 'openVote', data: opened }).code).toBe('motionAmended')
    room.does(again(AMENDED))
    room.does(openDraft(other))
  })
})
