import { describe, expect, it } from 'vitest'
import type { MeetingCommand, SeenMeetingEvent } from '../../../../shared/meeting/messages.ts'
import { projectMeeting, projectMeetingEvent, seatsShownMore } from '../../../../shared/meeting/project.ts'
import {
  evolveMeeting,
  type HeldMeeting,
  type MeetingState,
  unopenedMeeting,
} from '../../../../shared/meeting/state.ts'
import type { Viewer, ViewerRole } from '../../../../shared/roles/roles.ts'
import {
  cast,
  closeIt,
  enter,
  everyChannel,
  hands,
  holdIt,
  issue,
  publishIt,
  type Room,
  recall,
  seat,
  stopIt,
  tally,
  theVote,
  voidIt,
  votingRoom,
} from './room.ts'

const DESK: readonly ViewerRole[] = ['operator', 'chair', 'scribe']
const viewers: readonly Viewer[] = [
  ...DESK.map((role): Viewer => ({ role, seats: [] })),
  { role: 'chair', seats: [seat(1)] },
  ...[2, 3, 4, 5, 6].map((person): Viewer => ({ role: 'member', seats: [seat(person)] })),
  { role: 'member', seats: [] },
  { role: 'guest', seats: [seat(10)] },
  { role: 'screen', seats: [] },
]

/** 9 people: two press (one of them twice), two raise a hand (counted twice), three take a paper and one gives it back. */
const story: readonly MeetingCommand[] = [
  cast(1, 'against'),
  cast(2, 'for'),
  cast(2, 'abstain', 2),
  hands([4, 5], [{ for: 2 }]),
  hands([4, 5, 9], [{ for: 2, against: 1 }]),
  issue([6, 7, 8], 101),
  recall(7),
  stopIt,
  tally(1, 2, { rows: [{ for: 2 }] }),
  tally(2, 3, { rows: [{ for: 1, against: 1 }] }),
  tally(1, 2, { rows: [{ for: 1, against: 1 }] }),
]

const delayed = () =>
  votingRoom(9, { channels: everyChannel, revisable: true, doubleEntry: true }, { onlookers: ['guest'] })

const shownTo = (room: Room, viewer: Viewer): readonly SeenMeetingEvent[] =>
  room.events.flatMap((event) => projectMeetingEvent(event, viewer) ?? [])

const copyOf = (room: Room, viewer: Viewer): HeldMeeting => {
  const copy = shownTo(room, viewer).reduce<MeetingState>(evolveMeeting, unopenedMeeting)
  if (copy.phase === 'unopened') throw new Error('nothing was shown')
  return copy
}

/** After every act: what a viewer holds by the events it was sent is what a newcomer of its kind is sent. */
function agree(room: Room): void {
  for (const viewer of viewers) expect(copyOf(room, viewer)).toEqual(projectMeeting(room.meeting(), viewer))
}

function nothingKnown(room: Room, viewer: Viewer): void {
  const desk = DESK.includes(viewer.role)
  const { held, open } = copyOf(room, viewer).voting
  if (open !== null) {
    expect(open.shown).toBeNull()
    expect(open.hands?.rows ?? null).toBeNull()
    expect(open.hands?.said ?? null).toBeNull()
    expect(open.tallies.every(({ figures }) => figures === null)).toBe(true)
    if (!desk) expect(open.tallies).toEqual([])
    for (const { seatId } of open.ballots) expect(viewer.seats).toContain(seatId)
    if (!desk) for (const { seatId } of open.voters) expect(viewer.seats).toContain(seatId)
    if (!desk) for (const seatId of open.hands?.seatIds ?? []) expect(viewer.seats).toContain(seatId)
    if (!desk) for (const { seatId } of open.spoilt) expect(viewer.seats).toContain(seatId)
  }
  if (!desk && held !== null) expect([held.verdict, held.ballots]).toEqual([null, []])
  for (const event of shownTo(room, viewer)) {
    expect(['handsCounted', 'papersIssued', 'tallyEntered', 'figuresShown', 'votePublished']).not.toContain(event.type)
    if (!desk) expect(event.type).not.toBe('voteClosed')
    if (event.type === 'ballotCast') expect(viewer.seats).toContain(event.data.seatId)
  }
}

describe('a delayed vote', () => {
  it('shows no figure and no other’s choice to anybody before it is published, and then the same to all', () => {
    const room = delayed()
    for (const command of story) {
      room.does(command)
      agree(room)
      for (const viewer of viewers) nothingKnown(room, viewer)
    }
    room.does(holdIt)
    agree(room)
    for (const viewer of viewers) nothingKnown(room, viewer)
    for (const viewer of viewers.filter(({ role }) => DESK.includes(role))) {
      expect(copyOf(room, viewer).voting.held?.verdict?.figures).toMatchObject({ for: 3, against: 3, abstain: 1 })
    }
    room.does(publishIt)
    agree(room)
    for (const viewer of viewers) {
      expect(copyOf(room, viewer).voting.past[0]?.verdict).toEqual(room.verdict())
    }
  })

  it('tells everybody how many ballots are in and how many papers are out, the same number to all', () => {
    const room = delayed()
    for (const command of story) {
      room.does(command)
      for (const viewer of viewers) {
        const copy = copyOf(room, viewer).voting.open
        expect([copy?.received, copy?.issued]).toEqual([room.open().received, room.open().issued])
      }
    }
  })

  it('tells the desk who has voted and by which channel, and everybody else of his own seats only', () => {
    const room = delayed()
    for (const command of story) room.does(command)
    for (const viewer of viewers) {
      const known = copyOf(room, viewer).voting.open?.voters
      const all = room.open().voters
      const own = all.filter(({ seatId }) => viewer.seats.includes(seatId))
      expect(known).toEqual(DESK.includes(viewer.role) ? all : own)
    }
    expect(copyOf(room, { role: 'member', seats: [seat(2)] }).voting.open?.ballots.map(({ option }) => option)).toEqual(
      ['abstain'],
    )
  })

  it('declared void before it is published keeps what it came to, as not announced', () => {
    const room = delayed()
    for (const command of story) room.does(command)
    room.does(holdIt)
    room.does(voidIt())
    agree(room)
    for (const viewer of viewers) {
      const [vote] = copyOf(room, viewer).voting.past
      expect(vote).toMatchObject({ phase: 'void', published: false, verdict: { figures: { for: 3, against: 3 } } })
    }
  })

  it('held back shows nobody how anybody voted, not even those who run the meeting', () => {
    const room = delayed()
    for (const command of story) room.does(command)
    room.does(holdIt)
    for (const viewer of viewers) expect(copyOf(room, viewer).voting.held?.ballots).toEqual([])
    expect(room.meeting().voting.held?.ballots.length).toBeGreaterThan(0)
  })

  it('names the seats whose viewers are shown more, so that they are sent their own', () => {
    const room = delayed()
    for (const command of story) room.does(command)
    for (const event of room.events) {
      const more = seatsShownMore(event)
      const plain = projectMeetingEvent(event, { role: 'member', seats: [] })
      for (const { role, seats } of viewers.filter((viewer) => viewer.role === 'member')) {
        if (JSON.stringify(projectMeetingEvent(event, { role, seats })) === JSON.stringify(plain)) continue
        for (const seatId of seats) expect(more).toContain(seatId)
      }
    }
  })
})

describe('named ballots', () => {
  it('are read by members once the vote is published; guests and the screen read the result', () => {
    const room = votingRoom(4, {}, { onlookers: ['guest'] })
    room.does(cast(2, 'for'))
    room.does(enter('paper', 3, 'against'))
    room.does(closeIt())
    agree(room)
    for (const { role, seats } of viewers) {
      const [past] = copyOf(room, { role, seats }).voting.past
      if (past?.phase !== 'closed') throw new Error('the vote is not closed')
      expect(past.ballots).toHaveLength(role === 'guest' || role === 'screen' ? 0 : 2)
    }
  })
})

describe('a live vote', () => {
  it('shows everybody the same figures after every ballot and every count of hands, and no choice of anybody', () => {
    const room = votingRoom(9, { channels: everyChannel, display: 'live', revisable: true })
    const steps: readonly (readonly [MeetingCommand, object])[] = [
      [cast(1, 'against'), { for: 0, against: 1, abstain: 0 }],
      [cast(2, 'for'), { for: 1, against: 1, abstain: 0 }],
      [cast(2, 'abstain', 2), { for: 0, against: 1, abstain: 1 }],
      [hands([4, 5], [{ for: 2 }]), { for: 2, against: 1, abstain: 1 }],
    ]
    for (const [command, figures] of steps) {
      room.does(command)
      agree(room)
      for (const viewer of viewers) {
        const open = copyOf(room, viewer).voting.open
        expect(open?.shown).toEqual([figures])
        expect(open?.ballots.every(({ seatId }) => viewer.seats.includes(seatId))).toBe(true)
      }
    }
    expect(room.open().voteId).toBe(theVote)
  })
})
