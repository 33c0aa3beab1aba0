import { describe, expect, it } from 'vitest'
import type { VoteId } from '../../../../shared/core/ids.ts'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { firstItem } from '../../../fixtures/small-meeting.ts'
import { cast, closeIt, openIt, type Room, resolution, roomOf, voidIt, voteCalled } from './room.ts'

const proposal = voteCalled('proposal')
const amendment = voteCalled('amendment')

const openDraft = (voteId: VoteId): MeetingCommand => ({ type: 'openDraft', data: { voteId } })

/** A proposal and an amendment to it are on the table. */
function twoDrafts(): Room {
  const room = roomOf({ voters: 3 })
  const changed = { voteId: proposal, text: '装五处充电桩' }
  const drafts: readonly MeetingCommand[] = [
    { type: 'draftVote', data: { voteId: proposal, itemId: firstItem, motion: '装三处充电桩' } },
    { type: 'draftVote', data: { voteId: amendment, itemId: firstItem, motion: '改为五处', amendment: changed } },
  ]
  for (const draft of drafts) room.does(draft)
  return room
}

function decide(room: Room, voteId: VoteId, option: string): void {
  room.does(openDraft(voteId))
  for (const person of [1, 2, 3]) room.does(cast(person, option, 1, voteId))
  room.does(closeIt(voteId, resolution(`of${voteId.slice(3)}`)))
}

describe('an amendment', () => {
  it('put in other words stays one, to the same proposal and against the same words', () => {
    const room = twoDrafts()
    const before = room.meeting().voting.drafts[1]?.amendment
    room.does({ type: 'reviseDraft', data: { voteId: amendment, motion: '把三处改为五处' } })
    expect(room.meeting().voting.drafts[1]).toMatchObject({ motion: '把三处改为五处', amendment: before })
    expect(room.refuses(openDraft(proposal)).code).toBe('amendmentFirst')
    decide(room, amendment, 'for')
    expect(room.meeting().voting.drafts.map(({ motion }) => motion)).toEqual(['装五处充电桩'])
    expect(room.meeting().voting.resolutions).toEqual([])
  })

  it('that failed is declared void also after its proposal was decided: nothing rests on it', () => {
    const room = twoDrafts()
    decide(room, amendment, 'against')
    decide(room, proposal, 'for')
    expect(room.does(voidIt(amendment)).map(({ type }) => type)).toEqual(['voteVoided'])
    expect(room.past(proposal).phase).toBe('closed')
    expect(room.meeting().voting.resolutions).toMatchObject([{ voteId: proposal, text: '装三处充电桩' }])
  })
})

describe('a void vote held again at once', () => {
  it('in other words keeps the first ones beside them, and in the same words has nothing to keep', () => {
    const again = voteCalled('again000')
    const readings = (motion: string) => {
      const room = roomOf({ voters: 3 })
      room.does({ ...openIt(), data: { ...openIt().data, motion: '装三处充电桩' } })
      room.does(voidIt())
      const repeated = { voteId: again, itemId: firstItem, motion, repeats: openIt().data.voteId }
      room.does({ type: 'openVote', data: repeated })
      return room.open().versions.map(({ text }) => text)
    }
    expect(readings('装两处充电桩')).toEqual(['装三处充电桩', '装两处充电桩'])
    expect(readings('装三处充电桩')).toEqual([])
  })
})
