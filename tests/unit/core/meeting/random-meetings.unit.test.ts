import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../shared/core/messages.ts'
import { isPresent } from '../../../../shared/meeting/attendance/state.ts'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { meetingEvents } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, type MeetingState } from '../../../../shared/meeting/state.ts'
import { figuresOf } from '../../../../shared/meeting/voting/state.ts'
import { evaluate, quorumMet } from '../../../../shared/rules/evaluate.ts'
import { contextOf } from '../../../fixtures/given-when-then.ts'
import {
  endOf,
  eventsOf,
  meetings,
  randomActor,
  randomCommand,
  runs,
  type Step,
} from '../../../fixtures/random-meeting.ts'
import { runningItem } from '../../../fixtures/running-item.ts'

const held = (state: MeetingState): HeldMeeting => {
  if (state.phase === 'unopened') throw new Error('the meeting is not open')
  return state
}

/** 要点 and 书面答复 are written up after 散会 too. */
const withoutNotes = (floor: HeldMeeting['floor']) => ({
  ...floor,
  speeches: floor.speeches.map(({ entries, itemId }) => ({
    itemId,
    entries: entries.map(({ note: _, writtenAnswer: __, ...speech }) => speech),
  })),
})

const distinct = (all: readonly unknown[]) => new Set(all).size === all.length

/** Checks every state that any of many random meetings goes through. */
const inEveryState = (check: (meeting: HeldMeeting, step: Step) => void) =>
  fc.assert(
    fc.property(meetings, (steps) => {
      for (const step of steps) check(held(step.after), step)
    }),
    runs(40),
  )

describe('the random meetings', () => {
  it('reach every event, every phase and every kind of outcome', () => {
    const sample = fc.sample(meetings, { seed: 1, numRuns: 150 })
    const met = new Set(sample.flatMap((steps) => eventsOf(steps).map((event) => event.type)))
    expect([...met].sort()).toEqual(Object.keys(meetingEvents).sort())
    expect(new Set(sample.map((steps) => endOf(steps).phase))).toEqual(new Set(['open', 'closed', 'sealed']))
    const past = sample.flatMap((steps) => held(endOf(steps)).voting.past)
    const outcome = (vote: (typeof past)[number]) =>
      vote.phase === 'void' ? `void ${vote.verdict !== null}` : `closed ${vote.verdict.passed}`
    expect(new Set(past.map(outcome))).toEqual(new Set(['void true', 'void false', 'closed true', 'closed false']))
    const evidence = new Set(
      sample.flatMap(eventsOf).map((event) => (event.type === 'ballotCast' ? event.data.evidence.kind : null)),
    )
    expect(evidence).toEqual(new Set(['signed', 'entered', null]))
    expect(Math.max(...sample.map((steps) => eventsOf(steps).length))).toBeGreaterThan(80)
  })
})

describe('in every meeting that can be held', () => {
  it('an accepted command has at least one event, and each is fit for the journal as it is', () => {
    inEveryState((_meeting, { events }) => {
      expect(events.length).toBeGreaterThan(0)
      for (const event of events) {
        expect(parseMessage(meetingEvents, event.type, JSON.parse(JSON.stringify(event.data)))).toEqual(event)
      }
    })
  })

  it('one item runs at a time', () => {
    inEveryState((meeting) => {
      const { agenda, phase } = meeting
      const runs = agenda.filter((item) => item.phase === 'running').length
      expect(runs).toBeLessThanOrEqual(phase === 'open' ? 1 : 0)
      expect(meeting.runningItem).toBe(runningItem(agenda)?.itemId ?? null)
      expect(distinct(agenda.map((item) => item.itemId))).toBe(true)
    })
  })

  it('every speech waits, is on the floor, was heard or fell away, and is nowhere twice', () => {
    inEveryState(({ floor }, { events }) => {
      const ended = [...floor.speeches, ...floor.unspoken].flatMap((group) => [...group.entries])
      const ids = [...floor.queue, ...[floor.speaking ?? [], floor.interposed ?? []].flat(), ...ended].map(
        (one) => one.speechId,
      )
      expect(distinct(ids)).toBe(true)
      const asked = events.flatMap((event) => (event.type === 'floorRequested' ? [event.data.speechId] : []))
      expect(ids).toEqual(expect.arrayContaining(asked))
    })
  })

  it('whoever speaks or waits does not chair, has not left, and was there when asking, if that is the rule', () => {
    inEveryState((meeting, { before, events }) => {
      const { attendance, chair, floor } = meeting
      const onList = [...floor.queue, ...[floor.speaking ?? [], floor.interposed ?? []].flat()]
      const seats = onList.map((one) => one.seatId)
      expect(seats).not.toContain(chair)
      for (const event of events) {
        if (event.type === 'seatSignedOut') expect(seats).not.toContain(event.data.seatId)
        if (event.type !== 'floorRequested' || event.data.seatId === null) continue
        if (currentRules(held(before)).presentOnly) expect(isPresent(attendance, event.data.seatId)).toBe(true)
      }
    })
  })

  it('nobody waits twice in one class unless the rules allow it, save who was put back', () => {
    inEveryState((meeting, { events }) => {
      if (currentRules(meeting).repeats || !events.some((event) => event.type === 'floorRequested')) return
      for (const event of events) {
        if (event.type !== 'floorRequested' || event.data.seatId === null) continue
        const { kind, seatId } = event.data
        const alike = meeting.floor.queue.filter((place) => place.seatId === seatId && place.kind === kind)
        expect(alike.filter((place) => !place.restored)).toHaveLength(1)
      }
    })
  })

  it('speeches belong to the running item, and no speech runs without one', () => {
    inEveryState(({ agenda, floor }) => {
      if (floor.speaking !== null) expect(runningItem(agenda)?.itemId).toBe(floor.speaking.itemId)
      if (floor.interposed !== null) expect(floor.interposed.itemId).toBe(floor.speaking?.itemId)
      if (runningItem(agenda) === undefined) expect(floor).toMatchObject({ queue: [], handOrder: null, closed: false })
    })
  })

  it('a seat is on the roster once, present once, and on leave only while absent', () => {
    inEveryState(({ attendance }) => {
      for (const list of [attendance.seats, attendance.presence, attendance.leaves, attendance.devices]) {
        expect(distinct(list.map((entry) => entry.seatId))).toBe(true)
      }
      const known = attendance.seats.map((seat) => seat.seatId)
      const named = [...attendance.presence, ...attendance.leaves, ...attendance.devices]
      expect(named.filter((entry) => !known.includes(entry.seatId))).toEqual([])
      expect(attendance.leaves.filter((leave) => isPresent(attendance, leave.seatId))).toEqual([])
    })
  })

  it('every ballot of an open vote is an elector’s, one for each seat, and all are counted', () => {
    inEveryState(({ agenda, rule, voting }) => {
      if (voting.open === null || rule === null) return
      const { ballots, electors, entitled, handedIn, itemId, received } = voting.open
      expect(ballots.filter((ballot) => !electors.includes(ballot.seatId))).toEqual([])
      expect(distinct(ballots.map((ballot) => ballot.seatId))).toBe(true)
      expect(distinct(ballots.map((ballot) => ballot.ballotId))).toBe(true)
      expect(received).toBe(ballots.length)
      expect(handedIn).toEqual(ballots.map((ballot) => ballot.seatId))
      expect(runningItem(agenda)?.itemId).toBe(itemId)
      expect(quorumMet(rule, { entitled, present: electors.length })).toBe(true)
      expect(evaluate(rule, figuresOf(voting.open, ballots)).reasons).toEqual([])
    })
  })

  it('every ballot that is not the seat’s own signed one says who entered it, and that person may', () => {
    inEveryState((_meeting, { actor, before, events }) => {
      for (const event of events) {
        if (event.type !== 'ballotCast') continue
        const { evidence, seatId } = event.data
        if (evidence.kind === 'signed') {
          expect(actor.seatId).toBe(seatId)
          expect(held(before).attendance.devices).toContainEqual({ seatId, publicKey: evidence.publicKey })
        } else {
          expect(['operator', held(before).chair, held(before).scribe]).toContain(evidence.by)
        }
      }
    })
  })

  it('the verdict of a closed vote is what its own ballots say under the meeting’s rule', () => {
    inEveryState(({ rule, voting }) => {
      expect(distinct(voting.past.map((vote) => vote.voteId))).toBe(true)
      for (const vote of voting.past) {
        if (vote.phase !== 'closed' || rule === null) continue
        const { sentence, ...verdict } = vote.verdict
        expect(verdict).toEqual(evaluate(rule, figuresOf(vote, vote.ballots)))
        expect(verdict.valid).toBe(true)
        expect(sentence).toBe('宣布结果。')
      }
    })
  })

  it('a resolution exists exactly for each vote that is closed, passed and not void, and each agreement', () => {
    inEveryState(({ conclusions, voting }) => {
      const passed = voting.past.filter((vote) => vote.phase === 'closed' && vote.verdict.passed)
      const [agreed, voted] = [null, 'vote'].map((by) =>
        voting.resolutions.filter((known) => (known.voteId === null ? null : 'vote') === by),
      )
      expect(voted?.map((known) => known.voteId).sort()).toEqual(passed.map((vote) => vote.voteId).sort())
      expect(agreed?.map((known) => known.resolutionId).sort()).toEqual(
        conclusions.flatMap((known) => known.resolutionId ?? []).sort(),
      )
      expect(distinct(voting.resolutions.map((known) => known.resolutionId))).toBe(true)
    })
  })

  it('worksheets are assigned once, and only for resolutions that stand', () => {
    inEveryState(({ followUp, voting }) => {
      const standing = voting.resolutions.map((known) => known.resolutionId)
      expect(followUp.filter((given) => !standing.includes(given.resolutionId))).toEqual([])
      expect(distinct(followUp.map((given) => given.resolutionId))).toBe(true)
      expect(distinct(followUp.map((given) => given.worksheetId))).toBe(true)
    })
  })

  it('after 散会 no vote, speech or item runs, and the minutes may still change', () => {
    inEveryState((meeting, { before }) => {
      if (meeting.phase === 'open') return
      const { agenda, attendance, floor, voting } = meeting
      expect([voting.open, runningItem(agenda)]).toEqual([null, undefined])
      expect([floor.speaking, floor.interposed, floor.queue]).toEqual([null, null, []])
      const earlier = held(before)
      if (earlier.phase === 'open') return
      expect({ agenda, voting }).toEqual({ agenda: earlier.agenda, voting: earlier.voting })
      expect(withoutNotes(floor)).toEqual(withoutNotes(earlier.floor))
      expect(attendance.presence).toEqual(earlier.attendance.presence)
    })
  })

  it('nothing happens after sealing', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const sealedAt = steps.findIndex((step) => held(step.after).phase === 'sealed')
        if (sealedAt >= 0) expect(sealedAt).toBe(steps.length - 1)
      }),
      runs(100),
    )
  })

  it('whatever anybody asks in any state is answered, and what is refused changes nothing', () => {
    fc.assert(
      fc.property(meetings, fc.array(fc.nat(), { minLength: 30, maxLength: 60 }), (steps, seeds) => {
        const states = [...new Set([...steps.map((step) => step.before), endOf(steps)])]
        for (const [index, seed] of seeds.entries()) {
          const state = states[seed % states.length] ?? endOf(steps)
          const command = randomCommand(state, seed)
          const actor = randomActor(state, command, seed + index)
          const text = JSON.stringify(state)
          const decided = decideMeeting(state, command, contextOf(actor))
          if (decided.ok) expect(decided.value.length).toBeGreaterThan(0)
          else expect(decided.refusal.code).toMatch(/^[a-z][A-Za-z]+$/)
          expect(JSON.stringify(state)).toBe(text)
        }
      }),
      runs(60),
    )
  })

  it('folding its events gives its state, also after they have been through JSON', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const written = eventsOf(steps).map((event) => JSON.parse(JSON.stringify(event)))
        const first = steps[0]?.before
        if (first !== undefined) expect(written.reduce(evolveMeeting, first)).toEqual(endOf(steps))
      }),
      runs(60),
    )
  })
})
