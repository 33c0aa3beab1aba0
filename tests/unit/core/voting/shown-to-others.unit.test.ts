import { describe, expect, it } from 'vitest'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { projectMeeting, projectMeetingEvent, seatsShownMore } from '../../../../shared/meeting/project.ts'
import type { Viewer, ViewerRole } from '../../../../shared/roles/roles.ts'
import { enter, everyChannel, hands, issue, type Room, recall, seat, theVote, votingRoom, withdraw } from './room.ts'

const desk: readonly ViewerRole[] = ['operator', 'chair', 'scribe']
const others: readonly Viewer[] = [
  { role: 'member', seats: [seat(1)] },
  { role: 'member', seats: [] },
  { role: 'guest', seats: [seat(9)] },
  { role: 'screen', seats: [] },
]
const own: Viewer = { role: 'member', seats: [seat(2)] }

const happened = (room: Room, type: MeetingEvent['type']): MeetingEvent => {
  const event = room.events.find((one) => one.type === type)
  if (event === undefined) throw new Error(`no ${type}`)
  return event
}

describe('a ballot that the desk took back', () => {
  it('is told by name to the desk and to whose it was; everybody else is told of one ballot less', () => {
    const room = votingRoom(4)
    room.does(enter('hands', 2, 'against'))
    room.does(withdraw(2))
    const event = happened(room, 'ballotWithdrawn')
    for (const role of desk) expect(projectMeetingEvent(event, { role, seats: [] })).toEqual(event)
    expect(projectMeetingEvent(event, own)).toEqual(event)
    for (const viewer of others) {
      expect(projectMeetingEvent(event, viewer)).toEqual({
        type: 'ballotCounted',
        data: { voteId: theVote, count: -1 },
      })
    }
    expect(seatsShownMore(event)).toEqual([seat(2)])
  })
})

describe('a paper that was taken back', () => {
  it('is told with its number to the desk and to who held it; everybody else is told how many are out', () => {
    const room = votingRoom(4, { channels: everyChannel })
    room.does(issue([2, 3], 101))
    room.does(recall(2, '写坏了'))
    const event = happened(room, 'paperRecalled')
    for (const role of desk) expect(projectMeetingEvent(event, { role, seats: [] })).toEqual(event)
    expect(projectMeetingEvent(event, own)).toEqual(event)
    for (const viewer of others) {
      expect(projectMeetingEvent(event, viewer)).toMatchObject({ type: 'papersNoted', data: { papers: [], issued: 1 } })
      expect(JSON.stringify(projectMeetingEvent(event, viewer))).not.toMatch(/101|写坏了|person0002/)
    }
    expect(seatsShownMore(event)).toEqual([seat(2)])
  })
})

describe('a word in the place of a count', () => {
  it('is shown to nobody before the vote is closed, the desk included', () => {
    const room = votingRoom(9, { channels: { device: false, hands: 'counted', paper: null } })
    room.does(hands(null, null, 'majority'))
    expect(room.open().hands?.said).toBe('majority')
    for (const viewer of [...others, own, ...desk.map((role): Viewer => ({ role, seats: [] }))]) {
      const shown = projectMeeting(room.meeting(), viewer)
      if (shown.phase === 'unopened') throw new Error('the meeting is open')
      expect(shown.voting.open?.hands).toMatchObject({ said: null, rows: null })
      expect(JSON.stringify(projectMeetingEvent(happened(room, 'handsCounted'), viewer))).not.toContain('majority')
    }
  })
})
