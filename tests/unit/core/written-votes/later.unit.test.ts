import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { millionths } from '../../../../shared/core/decimal.ts'
import type { Seat } from '../../../../shared/council/seat.ts'
import type { RosterNow } from '../../../../shared/council/state.ts'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { askedSeats, sumsOf, unitsByNow, unitsGone } from '../../../../shared/meeting/written-votes/units.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { closed } from '../../../fixtures/small-meeting.ts'
import {
  askInWriting,
  closeWritten,
  comesBack,
  handOut,
  held,
  householders,
  openedWith,
  owner,
  ownersOf,
  play,
  playBesides,
  playWhile,
  theWrittenVote,
  verdictOf,
  writtenVote,
} from '../../../fixtures/written-meeting.ts'

const reason = '核对登记簿后补入'
const adding = (unitId: ReturnType<typeof owner> | ReturnType<typeof id.household>): MeetingCommand => ({
  type: 'addUnit',
  data: { voteId: writtenVote, unitId, reason },
})
const correcting = (unitId: ReturnType<typeof owner>): MeetingCommand => ({
  type: 'correctUnit',
  data: { voteId: writtenVote, unitId, reason },
})
/** The meeting opened with two owners; a third has come onto the council's roster since. */
const two = openedWith(ownersOf(['80', '90.5']))
const three = ownersOf(['80', '90.5', '100'])

describe('who comes onto the roster after the meeting has opened', () => {
  it('is added with the area of that day, who did it, when and why; the totals grow', () => {
    const { events, state } = playBesides(three, [two], askInWriting([owner(0), owner(1)]), adding(owner(2)))
    expect(events.at(-1)).toEqual({
      type: 'unitAdded',
      data: {
        voteId: writtenVote,
        unit: { unitId: owner(2), area: '100' },
        seatIds: [owner(2)],
        totals: { owners: 3, area: '270.5' },
        reason,
        at: NOW,
        by: 'operator',
      },
    })
    expect(theWrittenVote(state)).toMatchObject({
      asked: 3,
      totals: { owners: 3, area: '270.5' },
      changes: [{ unitId: owner(2), area: '100', was: null, seatIds: [owner(2)], reason, at: NOW, by: 'operator' }],
    })
  })

  it('gets a paper and counts like everybody else', () => {
    const { state } = playBesides(
      three,
      [two],
      askInWriting([owner(0), owner(1)]),
      adding(owner(2)),
      handOut(owner(0), owner(1), owner(2)),
      ...[owner(0), owner(1), owner(2)].map((unitId) => comesBack(unitId)),
      closeWritten,
    )
    expect(verdictOf(state)).toMatchObject({
      outcome: 'passed',
      figures: { asked: 3, for: 3, owners: { total: 3, totalArea: '270.5', forArea: '270.5' } },
    })
  })

  it('is added after 散会 too, and an area corrected', () => {
    const { state } = playBesides(
      ownersOf(['81', '90.5', '100']),
      [two, closed],
      askInWriting([owner(0), owner(1)]),
      adding(owner(2)),
      correcting(owner(0)),
    )
    expect(theWrittenVote(state)).toMatchObject({ asked: 3, totals: { owners: 3, area: '271.5' } })
  })

  it('is one household with whoever lives there by then', () => {
    const family = id.household('newcome')
    const seats = householders(4).map((seat, index) => (index > 1 ? { ...seat, household: family } : seat))
    const { state } = playBesides(
      seats,
      [openedWith(householders(2))],
      askInWriting([owner(0), owner(1)], { kind: 'survey', rule: null }),
      adding(family),
    )
    const vote = theWrittenVote(state)
    expect(vote).toMatchObject({ asked: 3, totals: null })
    expect(askedSeats(vote, held(state).attendance.seats).get(family)).toEqual([owner(2), owner(3)])
  })

  it('somebody whom the meeting knows, with the same area, is told without their seats again', () => {
    const { events } = playBesides(three, [openedWith(three)], askInWriting([owner(0)]), adding(owner(1)))
    expect(events.at(-1)).toMatchObject({ data: { unit: { unitId: owner(1), area: '90.5' } } })
    expect(events.at(-1)?.data).not.toHaveProperty('seatIds')
  })
})

describe('who has left the council’s roster since the meeting opened', () => {
  const [first, second] = ownersOf(['80', '90.5'])
  if (first === undefined || second === undefined) throw new Error('two owners')
  const sold: RosterNow = { seats: [first], retired: [second] }

  it('is not added: the flat is sold, and would count twice', () => {
    expect(() => playWhile(sold, [two], askInWriting([owner(0)]), adding(owner(1)))).toThrow('unitUnknown')
  })

  it('nor offered, while somebody whom only the meeting knows is', () => {
    const walkIn: Seat = { seatId: owner(9), kind: 'walkIn', voting: false, owner: { flats: 1, area: '70' } }
    const offered = (kind: 'owners' | 'survey') =>
      unitsByNow([first, second, walkIn], sold, kind).map(({ unitId }) => unitId)
    expect(offered('owners')).toEqual([owner(0), owner(9)])
    expect(offered('survey')).toEqual([owner(0), owner(9)])
  })

  it('is told of when on the list already: of a household once all of it has left', () => {
    const { state } = playWhile(sold, [two], askInWriting([owner(0), owner(1)]))
    expect(unitsGone(theWrittenVote(state), held(state).attendance.seats, sold)).toEqual([owner(1)])
    const family = id.household('moveout')
    const seats = householders(2).map((seat) => ({ ...seat, household: family }))
    const asked = play([openedWith(seats)], askInWriting([family], { kind: 'survey', rule: null })).state
    const gone = (retired: readonly Seat[]) =>
      unitsGone(theWrittenVote(asked), held(asked).attendance.seats, { seats: [], retired })
    expect(gone(seats.slice(0, 1))).toEqual([])
    expect(gone(seats)).toEqual([family])
  })
})

describe('an area that was wrong', () => {
  it('is taken again from the roster, the old one is kept, and the sums follow', () => {
    const { events, state } = playBesides(
      ownersOf(['85.25', '90.5']),
      [two],
      askInWriting([owner(0), owner(1)]),
      correcting(owner(0)),
    )
    expect(events.at(-1)).toEqual({
      type: 'unitCorrected',
      data: {
        voteId: writtenVote,
        unitId: owner(0),
        area: '85.25',
        was: '80',
        totals: { owners: 2, area: '175.75' },
        reason,
        at: NOW,
        by: 'operator',
      },
    })
    expect(theWrittenVote(state)).toMatchObject({
      asked: 2,
      units: [{ unitId: owner(0), area: '85.25' }, { unitId: owner(1) }],
      changes: [{ unitId: owner(0), area: '85.25', was: '80' }],
    })
  })

  it('may become smaller; a total of the register that was stated stays what it is', () => {
    const smaller = ownersOf(['70', '90.5'])
    const asked = (totals?: { owners: number; area: string }) =>
      theWrittenVote(
        playBesides(
          smaller,
          [two],
          askInWriting([owner(0), owner(1)], totals === undefined ? {} : { totals }),
          correcting(owner(0)),
        ).state,
      ).totals
    expect(asked()).toEqual({ owners: 2, area: '160.5' })
    expect(asked({ owners: 9, area: '900' })).toEqual({ owners: 9, area: '900' })
  })

  it('counts with the new area, also where the paper was back already', () => {
    const { state } = playBesides(
      ownersOf(['85.25', '90.5']),
      [two],
      askInWriting([owner(0), owner(1)]),
      handOut(owner(0), owner(1)),
      comesBack(owner(0)),
      comesBack(owner(1), 'against'),
      correcting(owner(0)),
      closeWritten,
    )
    expect(verdictOf(state).figures).toMatchObject({ for: 1, owners: { forArea: '85.25', totalArea: '175.75' } })
  })
})

describe('a notice of its own', () => {
  const rule = { ruleId: 'noticed', name: '要公示', noticeDays: 15 }
  const asked = (noticedOn?: string, meetingNoticedOn?: string) =>
    playBesides(
      [],
      [openedWith(ownersOf(['80']), meetingNoticedOn === undefined ? {} : { noticedOn: meetingNoticedOn })],
      {
        ...askInWriting([owner(0)]),
        data: {
          ...askInWriting([owner(0)]).data,
          ...(noticedOn === undefined ? {} : { noticedOn }),
          rule: { ...(askInWriting([owner(0)]).data.rule as NonNullable<object>), ...rule } as never,
        },
      },
      handOut(owner(0)),
      comesBack(owner(0)),
      closeWritten,
    )

  it('counts to the day of the opening, and is kept', () => {
    // The opening is on 2025-10-09.
    const { events, state } = asked('2025-09-24')
    expect(events[0]).toMatchObject({ type: 'writtenVoteOpened', data: { noticedOn: '2025-09-24' } })
    expect(theWrittenVote(state).noticedOn).toBe('2025-09-24')
    expect(verdictOf(state).outcome).toBe('passed')
  })

  it('is not asked for where that of the meeting was early enough', () => {
    expect(theWrittenVote(asked(undefined, '2025-09-01').state).noticedOn).toBeNull()
  })

  it('a day less is too late', () => {
    expect(() => asked('2025-09-25')).toThrow('noticeTooShort')
  })

  it('tells its item, where nothing else may be voted on', () => {
    const bound = { announcedItemsOnly: ['北京市'] }
    const beijing = openedWith(ownersOf(['80']), { region: '北京市' })
    const asking = askInWriting([owner(0)])
    const ruled = (more: object) =>
      ({ ...asking, data: { ...asking.data, rule: { ...asking.data.rule, ...bound }, ...more } }) as typeof asking
    expect(() => playBesides([], [beijing], ruled({}))).toThrow('itemNotAnnounced')
    const all = [handOut(owner(0)), comesBack(owner(0)), closeWritten]
    const { state } = playBesides([], [beijing], ruled({ noticedOn: '2025-10-01' }), ...all)
    expect(verdictOf(state)).toMatchObject({ outcome: 'passed', reasons: [] })
  })
})

describe('whatever is added and corrected while papers come back', () => {
  const hundredths = fc.integer({ min: 1, max: 1_000_000 }).map((n) => (n / 100).toFixed(2).replace(/\.?0+$/, ''))
  const estates = fc
    .array(fc.record({ before: hundredths, now: hundredths, known: fc.boolean() }), { minLength: 2, maxLength: 8 })
    .map(([first, ...others]) => [{ ...(first ?? { before: '1', now: '1' }), known: true }, ...others])
  const steps = fc.array(
    fc.record({ act: fc.constantFrom('add', 'correct', 'hand', 'back'), at: fc.nat({ max: 7 }), agrees: fc.boolean() }),
    { maxLength: 40 },
  )

  it('the list is its sum, and what is out or back stays as it was', () => {
    fc.assert(
      fc.property(estates, steps, (estate, acts) => {
        const now = ownersOf(estate.map((one) => one.now))
        const before = ownersOf(estate.map((one) => one.before)).filter((_, index) => estate[index]?.known)
        let events = [openedWith(before), ...playBesides(now, [openedWith(before)], askInWriting([owner(0)])).events]
        const stateNow = () => theWrittenVote(playBesides(now, events).state)
        for (const { act, agrees, at } of acts) {
          const unitId = owner(at)
          const was = stateNow()
          const command: MeetingCommand =
            act === 'add'
              ? adding(unitId)
              : act === 'correct'
                ? correcting(unitId)
                : act === 'back'
                  ? comesBack(unitId, agrees ? 'for' : 'against')
                  : {
                      type: 'handOutPapers',
                      data: { voteId: writtenVote, papers: [{ unitId, number: at + 1 }], on: '2025-10-08' },
                    }
          try {
            events = [...events, ...playBesides(now, events, command).events]
          } catch {
            continue
          }
          const is = stateNow()
          expect(is.totals).toEqual(sumsOf(is.units))
          expect(is.asked).toBe(is.units.length)
          expect(new Set(is.units.map((unit) => unit.unitId)).size).toBe(is.asked)
          expect(is.changes.filter((change) => change.was === null)).toHaveLength(is.asked - 1)
          if (act !== 'add' && act !== 'correct') continue
          expect(is).toMatchObject({ papers: was.papers, returns: was.returns, choices: was.choices })
          const others = (units: typeof is.units) => units.filter((unit) => unit.unitId !== unitId)
          expect(others(is.units)).toEqual(others(was.units))
        }
        const vote = stateNow()
        if (vote.papers.length === 0) return
        const { figures } = verdictOf(playBesides(now, events, closeWritten).state)
        expect(millionths(figures.owners?.participatingArea ?? '') <= millionths(figures.owners?.totalArea ?? '')).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })
})
