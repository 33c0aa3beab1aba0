import { describe, expect, it } from 'vitest'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { electorateOf } from '../../../../shared/meeting/voting/electorate.ts'
import { itemStanding } from '../../../../shared/meeting/voting/item-standing.ts'
import { EARLIER, firstItem, memberA, memberB, opening, secondItem, signedIn } from '../../../fixtures/small-meeting.ts'

const recused = (seatId: typeof memberA): MeetingEvent => ({
  type: 'recusalRecorded',
  data: { itemId: firstItem, seatId, reason: '施工单位是亲戚家的', at: EARLIER, enteredBy: null },
})

function meetingAfter(invited: readonly (typeof memberB)[] | undefined, ...events: readonly MeetingEvent[]) {
  const agenda = opening.agenda.map((item) =>
    item.itemId === firstItem && invited !== undefined ? { ...item, invited: [...invited] } : item,
  )
  const opened: MeetingEvent = { type: 'meetingOpened', data: { ...opening, agenda, openedAt: EARLIER } }
  const state = [opened, ...events].reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('it is open')
  return state
}

const standings = (meeting: ReturnType<typeof meetingAfter>, itemId: typeof firstItem | null) =>
  opening.seats.filter(({ voting }) => voting).map((seat) => itemStanding(meeting, itemId, seat))

describe('how a seat that votes stands with an item', () => {
  it('is like everybody’s on every other item, and on none', () => {
    const meeting = meetingAfter([], recused(memberA))
    expect(standings(meeting, secondItem)).toEqual([null, null, null])
    expect(standings(meeting, null)).toEqual([null, null, null])
    expect(standings(meetingAfter(undefined), firstItem)).toEqual([null, null, null])
  })

  it('is 回避, or not invited for 公众议事委员 alone; who is not invited has nothing to stand aside from', () => {
    expect(standings(meetingAfter(undefined, recused(memberA)), firstItem)).toEqual([null, 'recused', null])
    expect(standings(meetingAfter([], recused(memberA)), firstItem)).toEqual([null, 'recused', 'notInvited'])
    expect(standings(meetingAfter([memberB]), firstItem)).toEqual([null, null, null])
    expect(standings(meetingAfter([], recused(memberB)), firstItem)).toEqual([null, null, 'notInvited'])
  })

  it('agrees with the electorate as it is counted', () => {
    for (const invited of [undefined, [], [memberB]]) {
      for (const aside of [[], [memberA], [memberB], [memberA, memberB]]) {
        const meeting = meetingAfter(invited, signedIn(memberA), signedIn(memberB), ...aside.map(recused))
        const all = standings(meeting, firstItem)
        const { electors, entitled, recused: counted } = electorateOf(meeting, firstItem)
        expect(entitled).toBe(all.filter((standing) => standing === null).length)
        expect(counted).toBe(all.filter((standing) => standing === 'recused').length)
        expect(electors).toHaveLength(all.slice(1).filter((standing) => standing === null).length)
      }
    }
  })
})
