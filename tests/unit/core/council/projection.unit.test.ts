import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../../shared/core/canonical.ts'
import { decideCouncil } from '../../../../shared/council/decide.ts'
import { type CouncilCommand, type CouncilEvent, councilEvents } from '../../../../shared/council/messages.ts'
import { evolveCouncil, noCouncil, projectCouncil, projectCouncilEvent } from '../../../../shared/council/state.ts'
import { runsTheMeeting, type Viewer, viewerRoles } from '../../../../shared/roles/roles.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { convener, council, onlooker, penholder, plan } from '../../../fixtures/small-council.ts'

const seatIds = [convener, penholder, onlooker, id.seat('another')]
const seat = fc.record({
  seatId: fc.constantFrom(...seatIds),
  kind: fc.constantFrom('convener' as const, 'standing' as const, 'scribe' as const, 'guest' as const),
  voting: fc.boolean(),
})

const command = fc.oneof(
  fc.constant<CouncilCommand>({ type: 'foundCouncil', data: council }),
  seat.map((data): CouncilCommand => ({ type: 'addSeat', data })),
  seat.map((data): CouncilCommand => ({ type: 'addSeat', data })),
  seat.map((data): CouncilCommand => ({ type: 'reviseSeat', data })),
  seat.map(({ seatId }): CouncilCommand => ({ type: 'retireSeat', data: { seatId } })),
  fc.tuple(seat, fc.boolean()).map(
    ([one, isNew]): CouncilCommand => ({
      type: 'reviseRoster',
      data: { added: isNew ? [one] : [], revised: isNew ? [] : [one], retired: [] },
    }),
  ),
  fc.constant<CouncilCommand>({ type: 'reviseCouncil', data: { name: '红星', code: 'HX', level: 'grid' } }),
  fc.constant<CouncilCommand>({ type: 'chooseFormats', data: { formatIds: ['bench'] } }),
  fc.tuple(fc.constantFrom('000001', '000002', '000003'), fc.constantFrom(...seatIds), fc.constantFrom(...seatIds)).map(
    ([number, chair, scribe]): CouncilCommand => ({
      type: 'conveneMeeting',
      data: { ...plan, meetingId: id.meeting(number), chair, scribe },
    }),
  ),
)

/** The events of a random council: what is refused did not happen. */
const councils = fc.array(command, { minLength: 10, maxLength: 40, size: 'max' }).map((commands) => {
  const events: CouncilEvent[] = []
  for (const asked of commands) {
    const decided = decideCouncil(events.reduce(evolveCouncil, noCouncil), asked, { now: NOW })
    if (decided.ok) events.push(...decided.value)
  }
  return events
})

const viewers: readonly Viewer[] = viewerRoles.flatMap((role) => [
  { role, seats: [] },
  { role, seats: [convener] },
])

describe('random councils', () => {
  it('reach every event', () => {
    const met = fc.sample(councils, { seed: 1, numRuns: 100 }).flatMap((events) => events.map((event) => event.type))
    expect([...new Set(met)].sort()).toEqual(Object.keys(councilEvents).sort())
  })

  it('a viewer’s copy, folded from what was shown, is the host’s state as that viewer may see it', () => {
    fc.assert(
      fc.property(councils, fc.constantFrom(...viewers), (events, viewer) => {
        const copy = events
          .flatMap((event) => projectCouncilEvent(event, viewer) ?? [])
          .reduce(evolveCouncil, noCouncil)
        const seen = projectCouncil(events.reduce(evolveCouncil, noCouncil), viewer)
        expect(copy).toEqual(seen)
        expect(hashOf(copy)).toBe(hashOf(seen))
      }),
      { numRuns: 200 },
    )
  })

  it('members, guests and the screen see nothing of the roster', () => {
    fc.assert(
      fc.property(councils, fc.constantFrom(...viewers), (events, viewer) => {
        fc.pre(!runsTheMeeting(viewer.role))
        expect(projectCouncil(events.reduce(evolveCouncil, noCouncil), viewer)).toEqual(noCouncil)
        expect(events.map((event) => projectCouncilEvent(event, viewer))).toEqual(events.map(() => null))
      }),
    )
  })

  it('a seat is in one place only, and no 列席 ever votes or chairs', () => {
    fc.assert(
      fc.property(councils, (events) => {
        const state = events.reduce(evolveCouncil, noCouncil)
        if (state.phase === 'absent') return
        const all = [...state.seats, ...state.retired].map((known) => known.seatId)
        expect(new Set(all).size).toBe(all.length)
        expect(state.seats.filter((known) => known.kind === 'guest' && known.voting)).toEqual([])
        for (const event of events) {
          if (event.type !== 'meetingConvened') continue
          const { chair, scribe, seats } = event.data
          expect(seats.find((known) => known.seatId === chair)?.kind ?? 'guest').not.toBe('guest')
          expect(seats.map((known) => known.seatId)).toContain(scribe)
          expect(seats.some((known) => known.voting)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
