import { describe, expect, it } from 'vitest'
import type { MeetingCommand, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting } from '../../../../shared/meeting/state.ts'
import { rosterUnits } from '../../../../shared/meeting/written-votes/units.ts'
import { NOW, operator } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { byChair, chair, closed, firstItem, given, memberA, voteVoided } from '../../../fixtures/small-meeting.ts'
import {
  askInWriting,
  closeWritten,
  comesBack,
  decidedInWriting,
  handOut,
  held,
  householders,
  openedWith,
  owner,
  ownersOf,
  play,
  RETURNED_ON,
  theWrittenVote,
  verdictOf,
  WRITTEN_MOTION,
  writtenResolution,
  writtenVote,
} from '../../../fixtures/written-meeting.ts'

const three = ownersOf(['80', '90.5', '100'])
const all = [owner(0), owner(1), owner(2)]
const family = id.household('family0')
const reason = '录错了'

describe('who is asked', () => {
  it('seats of one household are one unit, a seat without one is a unit of its own', () => {
    const seats = householders(3).map((seat, index) => (index === 1 ? seat : { ...seat, household: family }))
    expect(rosterUnits(seats, 'survey')).toEqual([
      { unitId: family, seatIds: [owner(0), owner(2)] },
      { unitId: owner(1), seatIds: [owner(1)] },
    ])
  })

  it('only who owns is asked as an owner, with the area of the register', () => {
    expect(rosterUnits([...householders(1), ...ownersOf(['80'])], 'owners')).toEqual([
      { unitId: owner(0), area: '80', seatIds: [owner(0)] },
    ])
  })

  it('is frozen at the opening, in the order of the roster, with the sums of the list where no totals are stated', () => {
    given(openedWith(three))
      .when(askInWriting([owner(2), owner(0), owner(2)]), byChair)
      .thenEvents({
        type: 'writtenVoteOpened',
        data: {
          voteId: writtenVote,
          itemId: firstItem,
          kind: 'owners',
          motion: WRITTEN_MOTION,
          rule: expect.objectContaining({ ruleId: 'owners_general' }),
          dueOn: null,
          units: [
            { unitId: owner(0), area: '80' },
            { unitId: owner(2), area: '100' },
          ],
          totals: { owners: 2, area: '180' },
          at: NOW,
        },
      })
  })

  it('somebody left out is added by a recorded act, and totals that had no room for it grow', () => {
    const { state, events } = play(
      [openedWith(three)],
      askInWriting([owner(0)]),
      { type: 'addUnit', data: { voteId: writtenVote, unitId: owner(1), reason } },
      handOut(owner(1)),
    )
    expect(events[1]).toMatchObject({ type: 'unitAdded', data: { unit: { unitId: owner(1), area: '90.5' } } })
    expect(theWrittenVote(state)).toMatchObject({ asked: 2, totals: { owners: 2, area: '170.5' }, handedOut: 1 })
  })

  it('the totals of a whole register already hold who is added', () => {
    const totals = { owners: 3, area: '270.5' }
    const { state } = play([openedWith(three)], askInWriting([owner(0)], { totals }), {
      type: 'addUnit',
      data: { voteId: writtenVote, unitId: owner(1), reason },
    })
    expect(theWrittenVote(state).totals).toEqual(totals)
  })

  it('walk-ins after the opening change nothing by themselves', () => {
    const walkIn: MeetingCommand = { type: 'registerWalkIn', data: { seatId: id.seat('walkin0') } }
    const { state } = play([openedWith(three)], askInWriting(all), walkIn)
    expect(theWrittenVote(state).asked).toBe(3)
  })
})

describe('papers', () => {
  const out = [askInWriting(all), handOut(...all)]

  it('are counted as they go out and come back', () => {
    const { events, state } = play([openedWith(three)], ...out, comesBack(owner(1), 'against', '太贵'))
    expect(events.at(-1)).toEqual({
      type: 'returnRecorded',
      data: {
        voteId: writtenVote,
        unitId: owner(1),
        option: 'against',
        opinion: '太贵',
        on: RETURNED_ON,
        counts: { handedOut: 3, returned: 1 },
        at: NOW,
        by: 'operator',
      },
    })
    expect(theWrittenVote(state)).toMatchObject({ handedOut: 3, returned: 1 })
  })

  it('a spoilt paper makes room for another with another number', () => {
    const { state } = play(
      [openedWith(three)],
      ...out,
      { type: 'spoilPaper', data: { voteId: writtenVote, unitId: owner(0), reason } },
      {
        type: 'handOutPapers',
        data: { voteId: writtenVote, papers: [{ unitId: owner(0), number: 9 }], on: RETURNED_ON },
      },
    )
    const vote = theWrittenVote(state)
    expect(vote).toMatchObject({ handedOut: 3, spoilt: [1] })
    expect(vote.papers.find(({ unitId }) => unitId === owner(0))).toMatchObject({ number: 9, on: RETURNED_ON })
  })

  it('a slip of entering is withdrawn and entered again, and counts once', () => {
    const { state } = play(
      [openedWith(three)],
      ...out,
      comesBack(owner(0), 'for', '快点'),
      { type: 'withdrawReturn', data: { voteId: writtenVote, unitId: owner(0), reason } },
      comesBack(owner(0), 'against'),
      closeWritten,
    )
    expect(verdictOf(state).figures).toMatchObject({ returned: 1, for: 0, against: 1 })
    expect(theWrittenVote(state)).toMatchObject({ opinions: [], choices: [{ unitId: owner(0), option: 'against' }] })
  })
})

describe('the end', () => {
  const passing = [askInWriting(all), handOut(...all), ...all.map((unitId) => comesBack(unitId)), closeWritten]

  it('what passes becomes a resolution in the same act', () => {
    const { events, state } = play([openedWith(three)], ...passing)
    expect(events.slice(-2)).toMatchObject([
      { type: 'writtenVoteClosed', data: { verdict: { outcome: 'passed' } } },
      {
        type: 'resolutionAdopted',
        data: { resolutionId: writtenResolution, voteId: writtenVote, itemId: firstItem, text: WRITTEN_MOTION },
      },
    ])
    expect(held(state).voting.resolutions).toHaveLength(1)
  })

  it('a written vote goes on after 散会 and can be closed then', () => {
    const { state } = play([openedWith(three), closed], ...passing)
    expect(verdictOf(state).outcome).toBe('passed')
    expect(state.phase).toBe('closed')
  })

  it('the record is not sealed over an open one, and is once it is closed or void', () => {
    const seal = { type: 'sealMeeting', data: {} } as const
    const open = play([openedWith(three), closed], askInWriting(all)).events
    given(openedWith(three), closed, ...open)
      .when(seal)
      .thenRefused({ code: 'writtenVoteIsOpen' })
    const voided: MeetingCommand = { type: 'voidWrittenVote', data: { voteId: writtenVote, reason } }
    expect(play([openedWith(three), closed], askInWriting(all), voided, seal).state.phase).toBe('sealed')
    expect(play([openedWith(three), closed], ...passing, seal).state.phase).toBe('sealed')
  })

  it('a void vote is kept with its reason and what had been announced, without its choices and its resolution', () => {
    const { events } = play([openedWith(three)], ...passing)
    const { state } = play([openedWith(three), ...events], {
      type: 'voidWrittenVote',
      data: { voteId: writtenVote, reason },
    })
    expect(theWrittenVote(state)).toMatchObject({
      phase: 'void',
      reason,
      voidedAt: NOW,
      verdict: { outcome: 'passed' },
      choices: [],
      opinions: [],
      returned: 3,
    })
    expect(held(state).voting.resolutions).toEqual([])
  })

  it('a void vote in the room takes no resolution of a written one with it', () => {
    const { events } = play([openedWith(three)], ...passing)
    const state = [openedWith(three), ...events, voteVoided()].reduce(evolveMeeting, { phase: 'unopened' })
    expect(held(state).voting.resolutions).toHaveLength(1)
  })

  it('two run beside each other, each with papers and answers of its own', () => {
    const other = id.vote('another')
    const events: readonly MeetingEvent[] = play([openedWith(three)], askInWriting(all), handOut(...all)).events
    const { state } = play(
      [openedWith(three), ...events],
      askInWriting([chair, memberA], { voteId: other, kind: 'survey', rule: null }),
      comesBack(owner(0)),
    )
    expect(held(state).writtenVotes).toMatchObject([
      { voteId: writtenVote, asked: 3, returned: 1 },
      { voteId: other, asked: 2, returned: 0 },
    ])
  })

  it('a survey asks no totals and weighs nobody', () => {
    const { state } = decidedInWriting(householders(2), [[owner(0), 'for']], { kind: 'survey', rule: null })
    expect(theWrittenVote(state).totals).toBeNull()
    expect(verdictOf(state).figures.owners).toBeUndefined()
  })

  it('who chairs may open it, the item need not run', () => {
    expect(given(openedWith(three)).when(askInWriting(all), byChair).accepted).toBe(true)
    expect(given(openedWith(three)).when(askInWriting(all), operator).accepted).toBe(true)
  })
})
