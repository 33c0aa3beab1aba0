import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { firstItem, secondItem } from '../../../fixtures/small-meeting.ts'
import { cast, closeIt, type Room, resolution, roomOf, voteCalled } from './room.ts'

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
