import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../../shared/core/canonical.ts'
import type { SeatId } from '../../../../shared/core/ids.ts'
import type { MeetingEvent, SeenMeetingEvent } from '../../../../shared/meeting/messages.ts'
import {
  condenseMeetingEvents,
  projectMeeting,
  projectMeetingEvent,
  seatsShownMore,
} from '../../../../shared/meeting/project.ts'
import { evolveMeeting, type MeetingState, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { runsTheMeeting, type Viewer, viewerRoles } from '../../../../shared/roles/roles.ts'
import { id } from '../../../fixtures/ids.ts'
import { endOf, eventsOf, leaveReasons, meetings, runs, WRITTEN_OPINION } from '../../../fixtures/random-meeting.ts'
import { allSeats } from '../../../fixtures/random-votes.ts'
import {
  assigned,
  bound,
  chair,
  discussing,
  EARLIER,
  entered,
  guest,
  keyA,
  memberA,
  memberB,
  onLeave,
  opened,
  pointAdded,
  resolved,
  vote,
  voteClosed,
} from '../../../fixtures/small-meeting.ts'

/** The seats a viewer may own: none, one, a couple’s two, all. */
const seatSets: readonly (readonly SeatId[])[] = [
  [],
  ...allSeats.map((seat) => [seat]),
  allSeats.slice(0, 2),
  allSeats.slice(4, 7),
  allSeats,
]

const viewers: readonly Viewer[] = viewerRoles.flatMap((role) => seatSets.map((seats) => ({ role, seats })))

const anyViewer = fc.constantFrom(...viewers)

/** What a viewer’s copy becomes with one more event. */
const shown = (copy: MeetingState, event: MeetingEvent, viewer: Viewer): MeetingState => {
  const seen = projectMeetingEvent(event, viewer)
  return seen === null ? copy : evolveMeeting(copy, seen)
}

describe('what viewers see', () => {
  it('a viewer’s copy, folded from what was shown, is the host’s state as that viewer may see it: at every event', () => {
    fc.assert(
      fc.property(meetings, anyViewer, (steps, viewer) => {
        let full = unopenedMeeting
        let copy = unopenedMeeting
        for (const event of eventsOf(steps)) {
          full = evolveMeeting(full, event)
          copy = shown(copy, event, viewer)
          expect(hashOf(copy), event.type).toBe(hashOf(projectMeeting(full, viewer)))
        }
        expect(copy).toEqual(projectMeeting(full, viewer))
      }),
      runs(100),
    )
  })

  it('the same holds at the end for every role with every set of seats', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        for (const viewer of viewers) {
          const copy = eventsOf(steps).reduce((before, event) => shown(before, event, viewer), unopenedMeeting)
          const seen = projectMeeting(endOf(steps), viewer)
          expect(copy).toEqual(seen)
          expect(hashOf(copy)).toBe(hashOf(seen))
        }
      }),
      runs(12),
    )
  })

  it('a snapshot taken in the middle goes on like the copy that was there from the start', () => {
    fc.assert(
      fc.property(meetings, anyViewer, fc.nat(), (steps, viewer, at) => {
        const events = eventsOf(steps)
        const middle = at % (events.length + 1)
        const before = events.slice(0, middle).reduce(evolveMeeting, unopenedMeeting)
        const snapshot: MeetingState = JSON.parse(JSON.stringify(projectMeeting(before, viewer)))
        const copy = events.slice(middle).reduce((state, event) => shown(state, event, viewer), snapshot)
        expect(hashOf(copy)).toBe(hashOf(projectMeeting(endOf(steps), viewer)))
      }),
      runs(60),
    )
  })

  it('what is shown of a batch folds to the same in fewer words, wherever the batches are cut', () => {
    fc.assert(
      fc.property(meetings, anyViewer, fc.integer({ min: 1, max: 40 }), (steps, viewer, size) => {
        const seen = eventsOf(steps).flatMap((event) => projectMeetingEvent(event, viewer) ?? [])
        let copy = unopenedMeeting
        for (let at = 0; at < seen.length; at += size) {
          const batch = condenseMeetingEvents(seen.slice(at, at + size))
          expect(condenseMeetingEvents(batch)).toEqual(batch)
          copy = batch.reduce(evolveMeeting, copy)
        }
        expect(copy).toEqual(projectMeeting(endOf(steps), viewer))
      }),
      runs(60),
    )
  })

  it('projecting twice shows what projecting once does', () => {
    fc.assert(
      fc.property(meetings, anyViewer, (steps, viewer) => {
        const once = projectMeeting(endOf(steps), viewer)
        expect(projectMeeting(once, viewer)).toEqual(once)
      }),
      runs(50),
    )
  })

  it('two viewers of one role who own none of the seats shown more are shown the same, so it is encoded once', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        for (const event of eventsOf(steps)) {
          const more = seatsShownMore(event)
          for (const role of viewerRoles) {
            const others = viewers.filter(
              (viewer) => viewer.role === role && !viewer.seats.some((seat) => more.includes(seat)),
            )
            const texts = new Set(others.map((viewer) => JSON.stringify(projectMeetingEvent(event, viewer))))
            expect(texts.size, `${event.type} for ${role}`).toBe(1)
          }
        }
      }),
      runs(12),
    )
  })
})

/** Every object anywhere inside a value. */
function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>
  for (const member of Object.values(value)) yield* objectsIn(member)
}

type Secrets = { readonly state: MeetingState; readonly seen: readonly SeenMeetingEvent[]; readonly viewer: Viewer }

/** Checks, after every event of many meetings, all that one viewer was shown and now sees. */
const inAllThatIsShown = (check: (secrets: Secrets & { readonly full: MeetingState }) => void) =>
  fc.assert(
    fc.property(meetings, anyViewer, (steps, viewer) => {
      for (const { after, events } of steps) {
        const seen = events.flatMap((event) => projectMeetingEvent(event, viewer) ?? [])
        check({ state: projectMeeting(after, viewer), seen, viewer, full: after })
      }
    }),
    runs(60),
  )

const owns = (viewer: Viewer, seatId: unknown) => viewer.seats.some((seat) => seat === seatId)

describe('what nobody else sees', () => {
  it('no choice of another seat before the vote is closed', () => {
    inAllThatIsShown(({ full, seen, state, viewer }) => {
      if (full.phase === 'unopened' || state.phase === 'unopened') return
      const closing = seen.some(
        ({ type }) => type === 'voteClosed' || type === 'votePublished' || type === 'writtenVoteClosed',
      )
      const inOpen = [...objectsIn([state.voting.open, closing ? [] : seen])]
      expect(inOpen.filter((part) => 'option' in part && !owns(viewer, part['seatId']))).toEqual([])
      const foreign = (full.voting.open?.ballots ?? []).filter((ballot) => !owns(viewer, ballot.seatId))
      const text = JSON.stringify([state.voting.open, seen])
      if (!closing) for (const ballot of foreign) expect(text).not.toContain(ballot.ballotId)
      expect(state.voting.open?.received).toBe(full.voting.open?.received)
      expect(state.voting.open?.issued).toBe(full.voting.open?.issued)
    })
  })

  it('who has voted is seen by those who run the meeting alone, and by each seat of itself', () => {
    inAllThatIsShown(({ full, seen, state, viewer }) => {
      if (full.phase === 'unopened' || state.phase === 'unopened' || runsTheMeeting(viewer.role)) return
      const { held, open, past } = state.voting
      const known = [open, held, ...past].flatMap((vote) => [...(vote?.voters ?? []), ...(vote?.spoilt ?? [])])
      expect(known.filter(({ seatId }) => !owns(viewer, seatId))).toEqual([])
      const named = seen.flatMap((event) => {
        switch (event.type) {
          case 'ballotCast':
          case 'ballotNoted':
          case 'paperRecalled':
            return [event.data.seatId]
          case 'handsNoted':
            return event.data.seatIds ?? []
          case 'papersNoted':
            return event.data.papers.map(({ seatId }) => seatId)
          default:
            return []
        }
      })
      expect([...named, ...(open?.hands?.seatIds ?? [])].filter((seatId) => !owns(viewer, seatId))).toEqual([])
    })
  })

  it('no figure of a vote before it is closed, not even those who run the meeting, unless it is shown to everybody', () => {
    inAllThatIsShown(({ full, seen, state }) => {
      if (full.phase === 'unopened' || state.phase === 'unopened') return
      const { open } = state.voting
      if (open?.terms.display === 'delayed') expect(open.shown).toBeNull()
      expect(open?.hands ?? { rows: null, said: null }).toMatchObject({ rows: null, said: null })
      for (const tally of open?.tallies ?? []) expect(tally.figures).toBeNull()
      expect(seen.filter(({ type }) => type === 'handsCounted' || type === 'tallyEntered')).toEqual([])
      const shown = seen.filter((event) => event.type === 'figuresShown')
      if (shown.length > 0) expect(full.voting.open?.terms.display).toBe('live')
    })
  })

  it('nothing of a result that is held back, except for those who run the meeting', () => {
    inAllThatIsShown(({ full, seen, state, viewer }) => {
      if (full.phase === 'unopened' || state.phase === 'unopened' || runsTheMeeting(viewer.role)) return
      if (full.voting.held === null) return
      expect(state.voting.held).toMatchObject({ ballots: [], verdict: null })
      expect(seen.filter(({ type }) => /^vote(Closed|Published|ResultAnnounced)$/.test(type))).toEqual([])
    })
  })

  it('how others counted the papers, except for those who run the meeting', () => {
    inAllThatIsShown(({ seen, state, viewer }) => {
      if (state.phase === 'unopened' || runsTheMeeting(viewer.role)) return
      expect(state.voting.open?.tallies ?? []).toEqual([])
      expect(seen.filter(({ type }) => type === 'tallyNoted')).toEqual([])
    })
  })

  it('列席 and 大屏 see no ballot at all after the close, only the verdict', () => {
    inAllThatIsShown(({ full, seen, state, viewer }) => {
      if (full.phase === 'unopened' || state.phase === 'unopened') return
      if (viewer.role !== 'guest' && viewer.role !== 'screen') return
      expect([...objectsIn(state.voting.past)].filter((part) => 'option' in part)).toEqual([])
      expect([...objectsIn(state.voting.held)].filter((part) => 'option' in part)).toEqual([])
      expect(seen.filter(({ type }) => type === 'voteClosed' || type === 'votePublished')).toEqual([])
      expect(state.voting.past.map((vote) => vote.verdict)).toEqual(full.voting.past.map((vote) => vote.verdict))
    })
  })

  it('what a paper says before a written vote is closed, and no opinion even then except for those who run the meeting', () => {
    inAllThatIsShown(({ seen, state, viewer }) => {
      if (state.phase === 'unopened') return
      const unclosed = state.writtenVotes.filter((vote) => vote.phase !== 'closed')
      expect(JSON.stringify(unclosed)).not.toMatch(/"option"|"opinion"/)
      expect(seen.filter((event) => event.type === 'returnRecorded')).toEqual([])
      if (runsTheMeeting(viewer.role)) return
      expect(JSON.stringify([seen, state.writtenVotes])).not.toMatch(new RegExp(`unitId|${WRITTEN_OPINION}`))
    })
  })

  it('no reason for another’s leave, except for those who run the meeting', () => {
    inAllThatIsShown(({ seen, state, viewer }) => {
      if (runsTheMeeting(viewer.role)) return
      const reasons = [...objectsIn([state, seen])].filter((part) =>
        leaveReasons.some((reason) => part['reason'] === reason),
      )
      expect(reasons.filter((part) => !owns(viewer, part['seatId']))).toEqual([])
    })
  })

  it('no public key of another’s device, except for those who run the meeting', () => {
    inAllThatIsShown(({ full, seen, state, viewer }) => {
      if (full.phase === 'unopened' || runsTheMeeting(viewer.role)) return
      // One device may sit on several seats: its key is the viewer’s own on the seats that are the viewer’s.
      const withKey = [...objectsIn([state, seen])].filter((part) => 'publicKey' in part && 'seatId' in part)
      expect(withKey.filter((part) => !owns(viewer, part['seatId']))).toEqual([])
      const own = full.attendance.devices.filter((device) => owns(viewer, device.seatId))
      const others = full.attendance.devices.filter(
        (device) => !own.some((mine) => mine.publicKey === device.publicKey),
      )
      const text = JSON.stringify(state)
      for (const device of others) expect(text).not.toContain(device.publicKey)
    })
  })

  it('a seat that is no viewer’s own has its key in no event at all', () => {
    inAllThatIsShown(({ seen, viewer }) => {
      if (runsTheMeeting(viewer.role) || viewer.seats.length > 0) return
      expect(JSON.stringify(seen)).not.toMatch(/publicKey|signature/)
    })
  })
})

describe('the same, by example', () => {
  const member: Viewer = { role: 'member', seats: [memberA] }
  const desk: Viewer = { role: 'scribe', seats: [] }
  const screen: Viewer = { role: 'screen', seats: [] }
  const onlooker: Viewer = { role: 'guest', seats: [guest] }
  const ballotA = entered(memberA)
  const noted: SeenMeetingEvent = {
    type: 'ballotNoted',
    data: { voteId: vote, seatId: memberA, channel: 'hands', at: EARLIER, again: false },
  }
  const changedA: MeetingEvent = {
    ...ballotA,
    data: { ...ballotA.data, ballotId: id.ballot('again0'), replaces: ballotA.data.ballotId },
  }
  const notedAgain: SeenMeetingEvent = { ...noted, data: { ...noted.data, again: true } }
  const hands: MeetingEvent = {
    type: 'handsCounted',
    data: {
      voteId: vote,
      seatIds: [memberA, memberB],
      change: 2,
      at: EARLIER,
      by: 'operator',
      rows: [{ for: 2, against: 0, abstain: 0 }],
      said: null,
    },
  }
  const handsSeen = (seatIds: readonly SeatId[]): SeenMeetingEvent => ({
    type: 'handsNoted',
    data: { voteId: vote, seatIds: [...seatIds], change: 2, at: EARLIER },
  })
  const papersOf = (papers: Extract<MeetingEvent, { type: 'papersIssued' }>['data']['papers']) => ({
    voteId: vote,
    papers: [...papers],
    issued: 2,
    at: EARLIER,
  })
  const stubs = [
    { seatId: memberA, number: 1 },
    { seatId: memberB, number: 2 },
  ]
  const papers: MeetingEvent = { type: 'papersIssued', data: { ...papersOf(stubs), by: 'operator' } }
  const papersSeen = (shown: typeof stubs): SeenMeetingEvent => ({ type: 'papersNoted', data: papersOf(shown) })
  const recalled: MeetingEvent = {
    type: 'paperRecalled',
    data: { voteId: vote, seatId: memberA, number: 1, reason: '写坏了', issued: 2, at: EARLIER, by: 'operator' },
  }
  const tallyHead = {
    voteId: vote,
    entry: 1 as const,
    counter: chair,
    by: 'operator' as const,
    at: EARLIER,
    differs: [],
  }
  const tally: MeetingEvent = {
    type: 'tallyEntered',
    data: { ...tallyHead, rows: [{ for: 2 }], returned: 2, valid: 2, invalid: 0 },
  }
  const tallySeen: SeenMeetingEvent = { type: 'tallyNoted', data: tallyHead }
  const counted: SeenMeetingEvent = { type: 'ballotCounted', data: { voteId: vote, count: 1 } }
  const closing = voteClosed(true)
  const { ballots: _ballots, ...result } = closing.data
  const announced: SeenMeetingEvent = { type: 'voteResultAnnounced', data: result }
  const withheld: MeetingEvent = { ...closing, data: { ...closing.data, held: true } }
  const ended: SeenMeetingEvent = { type: 'voteEnded', data: { voteId: vote, at: closing.data.at } }
  const published: MeetingEvent = { type: 'votePublished', data: closing.data }
  const excused: SeenMeetingEvent = { type: 'leaveNoted', data: { seatId: memberA } }

  it.each([
    ['a ballot is shown whole to its own seat', ballotA, member, ballotA],
    [
      'a ballot is shown whole to its own seat even on the scribe’s device',
      ballotA,
      { ...desk, seats: [memberA] },
      ballotA,
    ],
    ['those who run the meeting see that a seat has voted', ballotA, desk, noted],
    ['other members see that somebody has voted', ballotA, { ...member, seats: [memberB] }, counted],
    ['the screen sees that somebody has voted', ballotA, screen, counted],
    ['a changed ballot is shown whole to its own seat', changedA, member, changedA],
    ['those who run the meeting see that a seat has voted again', changedA, desk, notedAgain],
    ['nobody else sees that somebody has changed a ballot', changedA, { ...member, seats: [memberB] }, null],
    [
      'those who run the meeting see whose hands were counted, not for what',
      hands,
      desk,
      handsSeen([memberA, memberB]),
    ],
    ['a seat sees that its own hand was counted', hands, member, handsSeen([memberA])],
    ['the screen sees how many hands were counted', hands, screen, handsSeen([])],
    ['those who run the meeting see who holds which paper', papers, desk, papersSeen(stubs)],
    ['a seat sees its own paper', papers, member, papersSeen(stubs.slice(0, 1))],
    ['the screen sees how many papers are out', papers, screen, papersSeen([])],
    ['those who run the meeting see why a paper was taken back', recalled, desk, recalled],
    ['a seat sees why its own paper was taken back', recalled, member, recalled],
    ['others see how many papers are out', recalled, onlooker, papersSeen([])],
    ['those who run the meeting see that the papers were counted, not what came of it', tally, desk, tallySeen],
    ['others see nothing of a count of papers', tally, member, null],
    [
      'those who run the meeting see a result that is held back',
      withheld,
      desk,
      { ...withheld, data: { ...withheld.data, ballots: [] } },
    ],
    ['members see that the vote has ended', withheld, member, ended],
    ['the screen sees that the vote has ended', withheld, screen, ended],
    ['members see the ballots of a published vote', published, member, published],
    ['the screen sees the result of a published vote', published, screen, announced],
    ['members see the ballots of a closed vote', closing, member, closing],
    ['those who run the meeting see the ballots of a closed vote', closing, desk, closing],
    ['guests see the result of a closed vote', closing, onlooker, announced],
    ['the screen sees the result of a closed vote', closing, screen, announced],
    ['those who run the meeting see why somebody is on leave', onLeave(memberA), desk, onLeave(memberA)],
    ['a seat sees its own reason for leave', onLeave(memberA), member, onLeave(memberA)],
    ['others see that somebody is on leave', onLeave(memberA), onlooker, excused],
    ['those who run the meeting see whose device is whose', bound(memberA, keyA), desk, bound(memberA, keyA)],
    ['a seat sees its own device', bound(memberA, keyA), member, bound(memberA, keyA)],
    ['others see no device', bound(memberA, keyA), screen, null],
    ['others do not see a device go either', { type: 'deviceUnbound', data: { seatId: memberA } }, onlooker, null],
    ['everybody sees the minutes', pointAdded, screen, pointAdded],
    ['everybody sees who has to do what', assigned, onlooker, assigned],
    ['everybody sees the opening', opened, screen, opened],
  ] satisfies readonly (readonly [string, MeetingEvent, Viewer, SeenMeetingEvent | null])[])(
    '%s',
    (_name, event, viewer, expected) => {
      expect(projectMeetingEvent(event, viewer)).toEqual(expected)
    },
  )

  it('ballots that come in together are counted in one word, those of two votes in two', () => {
    const counts = (voteId: typeof vote, count: number): SeenMeetingEvent => ({
      type: 'ballotCounted',
      data: { voteId, count },
    })
    const other = id.vote('000002')
    expect(
      condenseMeetingEvents([counts(vote, 1), counts(vote, 2), pointAdded, counts(vote, 1), counts(other, 1), noted]),
    ).toEqual([counts(vote, 3), pointAdded, counts(vote, 1), counts(other, 1), noted])
  })

  it('of the figures shown in one batch the last ones are left, with one count of the ballots', () => {
    const figures = (yes: number): SeenMeetingEvent => ({
      type: 'figuresShown',
      data: { voteId: vote, rows: [{ for: yes, against: 0, abstain: 0 }] },
    })
    expect(condenseMeetingEvents([counted, figures(1), counted, figures(2), noted, counted, figures(3)])).toEqual([
      { type: 'ballotCounted', data: { voteId: vote, count: 2 } },
      figures(2),
      noted,
      counted,
      figures(3),
    ])
  })

  it('a void vote keeps its choices to itself', () => {
    const state = [
      ...discussing,
      ...resolved.slice(discussing.length, -2),
      { type: 'voteVoided', data: { voteId: vote, reason: '唱票有误', at: 1 } } as const,
    ].reduce(evolveMeeting, unopenedMeeting)
    for (const viewer of [member, desk, screen, { role: 'chair', seats: [chair] } as const]) {
      expect(JSON.stringify(projectMeeting(state, viewer))).not.toContain('"option"')
    }
  })
})
