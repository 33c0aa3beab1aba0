import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../../shared/core/canonical.ts'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import type { MeetingCommand, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { projectMeeting, projectMeetingEvent, seatsShownMore } from '../../../../shared/meeting/project.ts'
import { evolveMeeting, type MeetingState, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { runsTheMeeting, type Viewer, viewerRoles } from '../../../../shared/roles/roles.ts'
import { contextOf } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  askInWriting,
  closeWritten,
  comesBack,
  HANDED_OUT_ON,
  handOut,
  held,
  householders,
  openedWith,
  owner,
  ownersOf,
  ownersRule,
  type Played,
  play,
  theWrittenVote,
  writtenVote,
} from '../../../fixtures/written-meeting.ts'

const viewers: readonly Viewer[] = viewerRoles.flatMap((role) =>
  [[], [owner(0)], [owner(1), owner(2)]].map((seats) => ({ role, seats })),
)

const seats = ownersOf(['80.25', '90.5', '100', '110.75', '120']).map((seat, index) => ({
  ...seat,
  ...(index < 2 ? { household: id.household('family0') } : {}),
}))
const other = id.vote('another')
/** By now two more have come onto the council's roster, and some areas are others. */
const byNow = ownersOf(['80.25', '91', '100', '110.75', '119.5', '60', '70']).map((seat, index) => ({
  ...seat,
  ...(index < 2 ? { household: id.household('family0') } : {}),
}))
const REASON = '核对登记簿后才知道'
const OPINION = '大门要能过轮椅。'
const rule = { ...ownersRule, quorum: null }

/** Any act on one of two written votes, of owners and of households. */
const acts: fc.Arbitrary<MeetingCommand> = fc
  .record({
    act: fc.constantFrom(
      'open',
      'open',
      'hand',
      'hand',
      'hand',
      'back',
      'back',
      'back',
      'spoil',
      'withdraw',
      'add',
      'add',
      'correct',
      'close',
      'void',
    ),
    survey: fc.boolean(),
    unit: fc.nat({ max: 6 }),
    number: fc.integer({ min: 1, max: 30 }),
    option: fc.constantFrom('for', 'against', 'abstain', 'invalid'),
    opinion: fc.boolean(),
  })
  .map(({ act, number, opinion, option, survey, unit }): MeetingCommand => {
    const voteId = survey ? other : writtenVote
    const seat = owner(unit)
    const unitId = survey && unit < 2 ? id.household('family0') : seat
    switch (act) {
      case 'open': {
        const few = seats.slice(0, unit + 1).map(({ household, seatId }) => (survey ? (household ?? seatId) : seatId))
        return askInWriting([...new Set(few)], {
          voteId,
          kind: survey ? 'survey' : 'owners',
          rule: survey ? null : rule,
          details: '费用由公共收益支付。',
        })
      }
      case 'hand':
        return { type: 'handOutPapers', data: { voteId, papers: [{ unitId, number }], on: HANDED_OUT_ON } }
      case 'back':
        return {
          type: 'recordReturn',
          data: { voteId, unitId, option, on: HANDED_OUT_ON, ...(opinion ? { opinion: OPINION } : {}) },
        }
      case 'spoil':
        return { type: 'spoilPaper', data: { voteId, unitId, reason: '写坏了' } }
      case 'withdraw':
        return { type: 'withdrawReturn', data: { voteId, unitId, reason: '录错了' } }
      case 'add':
        return { type: 'addUnit', data: { voteId, unitId, reason: REASON } }
      case 'correct':
        return { type: 'correctUnit', data: { voteId, unitId, reason: REASON } }
      case 'close':
        return {
          type: 'closeWrittenVote',
          data: { voteId, resolutionId: id.resolution(survey ? 'survey0' : 'owners0') },
        }
      default:
        return { type: 'voidWrittenVote', data: { voteId, reason: '票样有误' } }
    }
  })

/** What was accepted of many such acts. */
const histories = fc
  .array(acts, { minLength: 5, maxLength: 60, size: 'max' })
  .map((commands): readonly MeetingEvent[] => {
    const events: MeetingEvent[] = [openedWith(seats)]
    let state = events.reduce(evolveMeeting, unopenedMeeting)
    for (const command of commands) {
      const decided = decideMeeting(
        state,
        command,
        contextOf({ role: 'operator', seatId: null }, { rosterOf: () => ({ seats: byNow, retired: [] }) }),
      )
      if (!decided.ok) continue
      events.push(...decided.value)
      state = decided.value.reduce(evolveMeeting, state)
    }
    return events
  })

describe('what viewers see of a written vote', () => {
  it('a copy folded from what was shown is the host’s state as that viewer may see it, at every event', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...viewers), (events, viewer) => {
        let full: MeetingState = unopenedMeeting
        let copy: MeetingState = unopenedMeeting
        for (const event of events) {
          full = evolveMeeting(full, event)
          const seen = projectMeetingEvent(event, viewer)
          copy = seen === null ? copy : evolveMeeting(copy, seen)
          expect(hashOf(copy), event.type).toBe(hashOf(projectMeeting(full, viewer)))
        }
        expect(projectMeeting(copy, viewer)).toEqual(copy)
      }),
      { numRuns: 150 },
    )
  })

  it('everybody has the same numbers of asked, handed out and returned', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...viewers), (events, viewer) => {
        const full = held(events.reduce(evolveMeeting, unopenedMeeting))
        const numbers = ({ writtenVotes }: typeof full) =>
          writtenVotes.map(({ asked, handedOut, returned }) => [asked, handedOut, returned])
        expect(numbers(held(projectMeeting(full, viewer)))).toEqual(numbers(full))
        for (const vote of full.writtenVotes) {
          expect([vote.units.length, vote.papers.length, vote.returns.length]).toEqual([
            vote.asked,
            vote.handedOut,
            vote.returned,
          ])
        }
      }),
    )
  })

  it('nobody at all is shown a choice or an opinion of an open vote, in no event and in no state', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...viewers), (events, viewer) => {
        const ends = events.findIndex(({ type }) => type === 'writtenVoteClosed')
        const open = ends === -1 ? events : events.slice(0, ends)
        const seen = open.map((event) => projectMeetingEvent(event, viewer))
        const { writtenVotes } = held(projectMeeting(open.reduce(evolveMeeting, unopenedMeeting), viewer))
        expect(JSON.stringify([seen, writtenVotes])).not.toMatch(/"option"|"opinion"|大门要能过轮椅/)
      }),
    )
  })

  it('who is asked and who has answered is for the desk alone, whatever seats a viewer has', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...viewers), (events, viewer) => {
        if (runsTheMeeting(viewer.role)) return
        const [, ...later] = events
        const seen = later.map((event) => projectMeetingEvent(event, viewer))
        const { writtenVotes } = held(projectMeeting(events.reduce(evolveMeeting, unopenedMeeting), viewer))
        const text = JSON.stringify([seen, writtenVotes])
        expect(text).not.toMatch(/unitId|st_owner|hh_family/)
        expect(text).not.toContain(OPINION)
        expect(text).not.toContain(REASON)
      }),
    )
  })

  it('it depends on the role alone: the host encodes it once for each', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const event of events.slice(1)) {
          expect(seatsShownMore(event)).toEqual([])
          for (const role of viewerRoles) {
            const shown = viewers
              .filter((viewer) => viewer.role === role)
              .map((viewer) => projectMeetingEvent(event, viewer))
            expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('after the close', () => {
  const desk: Viewer = { role: 'scribe', seats: [] }
  const member: Viewer = { role: 'member', seats: [owner(0)] }
  const ended = (kind: 'survey' | 'owners'): Played => {
    const all = [owner(2), owner(3)]
    return play(
      [openedWith(kind === 'owners' ? seats : householders(5))],
      askInWriting(all, { kind, rule: kind === 'owners' ? rule : null }),
      handOut(...all),
      comesBack(owner(2), 'against', OPINION),
      comesBack(owner(3)),
      closeWritten,
    )
  }

  it.each([
    ['owners', 2, 1],
    ['survey', 0, 1],
  ] as const)('of %s the desk keeps %d choices and %d opinions', (kind, choices, opinions) => {
    const vote = theWrittenVote(projectMeeting(ended(kind).state, desk))
    expect(vote.choices).toHaveLength(choices)
    expect(vote.opinions).toHaveLength(opinions)
    expect(vote.returns).toHaveLength(2)
  })

  it.each(['owners', 'survey'] as const)('of %s everybody else is told the verdict and nothing of anybody', (kind) => {
    const vote = theWrittenVote(projectMeeting(ended(kind).state, member))
    expect(vote).toMatchObject({
      phase: 'closed',
      verdict: { figures: { for: 1, against: 1 }, sentence: expect.stringContaining('收回 2 份') },
      units: [],
      changes: [],
      papers: [],
      returns: [],
      choices: [],
      opinions: [],
    })
  })

  it('a void vote keeps its choices to itself, for everybody', () => {
    const { events } = ended('owners')
    const { state } = play([openedWith(seats), ...events], {
      type: 'voidWrittenVote',
      data: { voteId: writtenVote, reason: '票样有误' },
    })
    expect(JSON.stringify(state)).not.toMatch(/"option"|"opinion"/)
  })
})
