import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../shared/core/messages.ts'
import { isPresent } from '../../../../shared/meeting/attendance/state.ts'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { meetingEvents } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, type MeetingState } from '../../../../shared/meeting/state.ts'
import { circumstancesOf } from '../../../../shared/meeting/voting/electorate.ts'
import {
  type Counts,
  countBallots,
  countOf,
  isWrittenIn,
  marksOf,
  readMarks,
} from '../../../../shared/meeting/voting/marks.ts'
import { figuresOf } from '../../../../shared/meeting/voting/result.ts'
import type { OpenVote } from '../../../../shared/meeting/voting/state.ts'
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

/** Every mark of every source, by hand. */
function countedAgain({ ballots, hands, tallies, terms }: OpenVote): Counts {
  const sources = [countBallots(terms.question, ballots), hands?.rows ?? [], tallies[0]?.figures?.rows ?? []]
  return countBallots(terms.question, []).map((row, index) =>
    Object.fromEntries(
      Object.keys(row).map((mark) => [mark, sources.reduce((sum, source) => sum + countOf(source, index, mark), 0)]),
    ),
  )
}

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
    const sample = fc.sample(meetings, { seed: 1, numRuns: 250 })
    const met = new Set(sample.flatMap((steps) => eventsOf(steps).map((event) => event.type)))
    expect(Object.keys(meetingEvents).filter((type) => !met.has(type as never))).toEqual([])
    expect(new Set(sample.map((steps) => endOf(steps).phase))).toEqual(new Set(['open', 'closed', 'sealed']))
    const past = sample.flatMap((steps) => held(endOf(steps)).voting.past)
    const outcome = (vote: (typeof past)[number]) =>
      vote.phase === 'void' ? `void ${vote.verdict !== null}` : `closed ${vote.verdict.passed}`
    expect(new Set(past.map(outcome))).toEqual(new Set(['void true', 'void false', 'closed true', 'closed false']))
    expect(new Set(past.map((vote) => vote.terms.question.kind)).size).toBe(5)
    const verdicts = past.flatMap((vote) => vote.verdict ?? [])
    expect(new Set(verdicts.map((verdict) => verdict.outcome))).toEqual(
      new Set(['passed', 'notPassed', 'invalid', 'counted', 'objected', 'notCounted']),
    )
    expect(verdicts.some((verdict) => verdict.tie)).toBe(true)
    const ways = verdicts.map(({ channels }) => Object.values(channels ?? {}).filter((count) => count > 0).length)
    expect(Math.max(...ways)).toBeGreaterThan(1)
    const cast = sample.flatMap(eventsOf).flatMap((event) => (event.type === 'ballotCast' ? [event.data] : []))
    expect(new Set(cast.map(({ channel, evidence }) => `${evidence.kind} ${channel}`))).toEqual(
      new Set(['signed device', 'entered hands', 'entered paper']),
    )
    expect(cast.some(({ replaces }) => replaces !== undefined)).toBe(true)
    const tallied = sample.flatMap(eventsOf).flatMap((event) => (event.type === 'tallyEntered' ? [event.data] : []))
    expect(new Set(tallied.map(({ differs }) => differs.length > 0))).toEqual(new Set([true, false]))
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

  it('every ballot of an open vote is an elector’s, one for each seat by one channel, and all are counted', () => {
    inEveryState(({ agenda, voting }) => {
      if (voting.open === null) return
      const { ballots, electors, entitled, hands, issued, itemId, received, terms, voters } = voting.open
      const seats = voters.map((voter) => voter.seatId)
      expect(seats.filter((seat) => !electors.includes(seat))).toEqual([])
      expect(distinct(seats)).toBe(true)
      expect(distinct(ballots.map((ballot) => ballot.ballotId))).toBe(true)
      const papers = voters.filter(({ number }) => number !== null).map((voter) => voter.seatId)
      const handed = [...ballots.map((ballot) => ballot.seatId), ...(hands?.seatIds ?? []), ...papers]
      expect(handed.sort()).toEqual([...seats].sort())
      expect(received).toBe(ballots.length + (hands?.ballots ?? 0))
      expect(issued).toBe(papers.length)
      expect(ballots.filter(({ option }) => readMarks(terms.question, option) === null)).toEqual([])
      expect(runningItem(agenda)?.itemId).toBe(itemId)
      const { question, rule } = terms
      if (rule === null) return
      expect(quorumMet(rule, { entitled, present: electors.length })).toBe(true)
      if (question.kind !== 'motion') return
      expect(evaluate(rule, figuresOf(voting.open, countBallots(question, ballots))).reasons).toEqual([])
    })
  })

  it('whoever changes a choice has one ballot, the last, and counts as often as before', () => {
    inEveryState(({ voting }, { before, events }) => {
      for (const event of events) {
        if (event.type !== 'ballotCast' || event.data.replaces === undefined) continue
        const { ballotId, replaces, seatId } = event.data
        const earlier = held(before).voting.open
        expect(earlier?.terms.revisable).toBe(true)
        expect(earlier?.ballots.find((ballot) => ballot.seatId === seatId)?.ballotId).toBe(replaces)
        expect(voting.open?.ballots.filter((ballot) => ballot.seatId === seatId)).toMatchObject([{ ballotId }])
        expect(voting.open?.received).toBe(earlier?.received)
      }
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

  it('the verdict of a closed vote is what its own ballots, hands and papers say, by the rule it was opened under', () => {
    inEveryState((meeting, { before, events }) => {
      expect(distinct(meeting.voting.past.map((vote) => vote.voteId))).toBe(true)
      for (const event of events) {
        if (event.type !== 'voteClosed') continue
        const earlier = held(before)
        const vote = earlier.voting.open
        if (vote === null) throw new Error('a vote that is closed was open')
        const { verdict } = event.data
        expect(verdict.sentence).toBe('宣布结果。')
        expect(event.data.ballots).toEqual(vote.ballots)
        const { question, rule } = vote.terms
        const said = vote.hands?.said ?? null
        const counts = countedAgain(vote)
        if (verdict.rows !== undefined) {
          for (const [row, { counts: told }] of verdict.rows.entries()) {
            // Nobody is against who was written in: his row has one mark.
            const marks = isWrittenIn(question, row) ? ['for'] : marksOf(question)
            expect(Object.keys(told).sort()).toEqual([...marks].sort())
            for (const mark of marks) expect(told[mark]).toBe(countOf(counts, row, mark))
          }
        }
        if (question.kind !== 'motion' || said !== null) continue
        const figures = figuresOf(vote, counts)
        expect(verdict.figures).toEqual(figures)
        if (rule === null) expect(verdict).toMatchObject({ passed: false })
        else {
          const plain = evaluate(rule, figures, circumstancesOf(earlier, vote.itemId, vote.openedAt))
          const level = figures.for === figures.against
          const balanced = verdict.faults === undefined
          expect(verdict.passed).toBe(plain.passed && balanced && !level)
          expect(verdict.valid).toBe(plain.valid && balanced)
        }
      }
    })
  })

  it('no more votes count than there are people who may vote, or there is no result', () => {
    inEveryState((_meeting, { before, events }) => {
      for (const event of events) {
        if (event.type !== 'voteClosed') continue
        const vote = held(before).voting.open
        if (vote === null) throw new Error('a vote that is closed was open')
        const { channels, outcome } = event.data.verdict
        const all = Object.values(channels ?? {}).reduce((sum, count) => sum + count, 0)
        if (all > (vote.headcount ?? vote.electors.length)) expect(['invalid', 'notCounted']).toContain(outcome)
      }
    })
  })

  it('a proposal reads as the amendments made it that passed and are not void', () => {
    inEveryState(({ voting }) => {
      for (const { motion, versions } of voting.drafts) {
        expect(versions.at(-1)?.text).toBe(motion)
        const standing = voting.past.filter((vote) => vote.phase === 'closed' && vote.verdict.passed)
        const last = versions.at(-1)?.by ?? null
        if (last !== null) expect(standing.map((vote) => vote.voteId)).toContain(last)
      }
    })
  })

  it('a resolution exists exactly for each vote that is closed, passed and not void, and each agreement', () => {
    inEveryState(({ conclusions, voting, writtenVotes }) => {
      const passed = voting.past.filter(
        (vote) => vote.phase === 'closed' && vote.verdict.passed && vote.amendment === null,
      )
      const [agreed, voted] = [null, 'vote'].map((by) =>
        voting.resolutions.filter((known) => (known.voteId === null ? null : 'vote') === by),
      )
      const written = writtenVotes.filter((vote) => vote.phase === 'closed' && vote.verdict.outcome === 'passed')
      expect(voted?.map((known) => known.voteId).sort()).toEqual(
        [...passed, ...written].map((vote) => vote.voteId).sort(),
      )
      expect(agreed?.map((known) => known.resolutionId).sort()).toEqual(
        conclusions.flatMap((known) => known.resolutionId ?? []).sort(),
      )
      expect(distinct(voting.resolutions.map((known) => known.resolutionId))).toBe(true)
    })
  })

  it('in writing nobody is asked, given a paper or counted twice, and all of it adds up', () => {
    inEveryState(({ writtenVotes }) => {
      for (const { asked, choices, handedOut, papers, phase, returned, returns, spoilt, units } of writtenVotes) {
        const [listed, holders, back] = [units, papers, returns].map((all) => all.map(({ unitId }) => unitId))
        expect([listed, holders, back].every((ids) => ids !== undefined && distinct(ids))).toBe(true)
        expect(holders?.every((unitId) => listed?.includes(unitId))).toBe(true)
        expect(back?.every((unitId) => holders?.includes(unitId))).toBe(true)
        expect(distinct([...spoilt, ...papers.map(({ number }) => number)])).toBe(true)
        expect([listed?.length, holders?.length, back?.length]).toEqual([asked, handedOut, returned])
        if (phase !== 'void') expect(choices.map(({ unitId }) => unitId)).toEqual(back)
      }
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
    inEveryState((meeting, { before, command }) => {
      if (meeting.phase === 'open') return
      const { agenda, attendance, floor, voting } = meeting
      expect([voting.open, voting.held, runningItem(agenda)]).toEqual([null, null, undefined])
      expect([floor.speaking, floor.interposed, floor.queue]).toEqual([null, null, []])
      const earlier = held(before)
      if (earlier.phase === 'open') return
      // What was asked in writing may still be decided then.
      const inRoom = ({ resolutions, ...others }: typeof voting) => [
        others,
        resolutions.filter(({ voteId }) => !meeting.writtenVotes.some((vote) => vote.voteId === voteId)),
      ]
      expect(agenda).toEqual(earlier.agenda)
      // A result may turn out to be wrong until the sealing.
      if (command.type !== 'voidVote') expect(inRoom(voting)).toEqual(inRoom(earlier.voting))
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
