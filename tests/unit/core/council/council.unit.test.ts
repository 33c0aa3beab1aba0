import { describe, expect, it } from 'vitest'
import type { CouncilRejection } from '../../../../shared/council/decide.ts'
import type { CouncilCommand, CouncilEvent } from '../../../../shared/council/messages.ts'
import { evolveCouncil, noCouncil } from '../../../../shared/council/state.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  added,
  convened,
  convener,
  council,
  founded,
  given,
  onlooker,
  penholder,
  plan,
  retired,
  roster,
  seated,
  seatOf,
} from '../../../fixtures/small-council.ts'

const stranger = id.seat('stranger')
const convene = (change: Partial<typeof plan> = {}): CouncilCommand => ({
  type: 'conveneMeeting',
  data: { ...plan, ...change },
})

describe('a council', () => {
  it('is founded once', () => {
    given().when({ type: 'foundCouncil', data: council }).thenEvents(founded)
  })

  it('gets a seat', () => {
    given(founded)
      .when({ type: 'addSeat', data: seatOf(convener) })
      .thenEvents(added(seatOf(convener)))
  })

  it('gets a guest without a vote', () => {
    const guest = seatOf(onlooker, 'guest', false)
    given(founded).when({ type: 'addSeat', data: guest }).thenEvents(added(guest))
  })

  it('revises a seat', () => {
    const revised = seatOf(penholder, 'standing', true)
    given(...seated)
      .when({ type: 'reviseSeat', data: revised })
      .thenEvents({ type: 'seatRevised', data: revised })
    const state = [...seated, { type: 'seatRevised', data: revised } as const].reduce(evolveCouncil, noCouncil)
    expect(state).toMatchObject({ seats: [roster[0], revised, roster[2]] })
  })

  it('lets a seat retire and remembers it', () => {
    given(...seated)
      .when({ type: 'retireSeat', data: { seatId: onlooker } })
      .thenEvents(retired(onlooker))
    const state = [...seated, retired(onlooker)].reduce(evolveCouncil, noCouncil)
    expect(state).toMatchObject({ seats: roster.slice(0, 2), retired: roster.slice(2) })
  })

  it('convenes a meeting, which gets a copy of the roster as it is that day', () => {
    given(...seated)
      .when(convene())
      .thenEvents(convened())
    given(...seated, retired(onlooker))
      .when(convene())
      .thenEvents(convened(roster.slice(0, 2)))
  })

  it('lists the meetings that it has called', () => {
    const state = [...seated, convened()].reduce(evolveCouncil, noCouncil)
    const { meetingId, startsAt, title } = plan
    expect(state).toMatchObject({ meetings: [{ meetingId, title, startsAt }] })
  })
})

type Refusal = {
  readonly name: string
  readonly given: readonly CouncilEvent[]
  readonly when: CouncilCommand
}

const notVoting = seated.map(
  (event): CouncilEvent => (event.type === 'seatAdded' ? added({ ...event.data, voting: false }) : event),
)

/** Every refusal there is, the compiler sees to it, each with at least one way to meet it. */
const refusals: { readonly [Code in CouncilRejection['code']]: readonly [Refusal, ...Refusal[]] } = {
  councilExists: [
    { name: 'a council is not founded twice', given: [founded], when: { type: 'foundCouncil', data: council } },
  ],
  councilMissing: [
    { name: 'nobody is seated before the founding', given: [], when: { type: 'addSeat', data: seatOf(convener) } },
    { name: 'no meeting is called before the founding', given: [], when: convene() },
    { name: 'no seat is revised before the founding', given: [], when: { type: 'reviseSeat', data: seatOf(convener) } },
    {
      name: 'no seat retires before the founding',
      given: [],
      when: { type: 'retireSeat', data: { seatId: convener } },
    },
  ],
  seatExists: [
    { name: 'a seat is not added twice', given: seated, when: { type: 'addSeat', data: seatOf(convener) } },
    {
      name: 'a retired seat’s id is not given to somebody else',
      given: [...seated, retired(onlooker)],
      when: { type: 'addSeat', data: seatOf(onlooker) },
    },
  ],
  seatUnknown: [
    {
      name: 'a seat that is not on the roster is not revised',
      given: seated,
      when: { type: 'reviseSeat', data: seatOf(stranger) },
    },
    {
      name: 'a seat that is not on the roster does not retire',
      given: seated,
      when: { type: 'retireSeat', data: { seatId: stranger } },
    },
  ],
  seatRetired: [
    {
      name: 'a retired seat is not revised',
      given: [...seated, retired(onlooker)],
      when: { type: 'reviseSeat', data: seatOf(onlooker) },
    },
    {
      name: 'a seat does not retire twice',
      given: [...seated, retired(onlooker)],
      when: { type: 'retireSeat', data: { seatId: onlooker } },
    },
  ],
  kindCannotVote: [
    {
      name: '列席 gets no vote when added',
      given: [founded],
      when: { type: 'addSeat', data: seatOf(onlooker, 'guest', true) },
    },
    {
      name: '现场登记 gets no vote when added',
      given: [founded],
      when: { type: 'addSeat', data: seatOf(onlooker, 'walkIn', true) },
    },
    {
      name: 'a member who becomes 列席 does not keep the vote',
      given: seated,
      when: { type: 'reviseSeat', data: seatOf(convener, 'guest', true) },
    },
  ],
  meetingExists: [{ name: 'a meeting is not called twice', given: [...seated, convened()], when: convene() }],
  agendaEmpty: [{ name: 'no meeting is called about nothing', given: seated, when: convene({ agenda: [] }) }],
  itemTwice: [
    {
      name: 'no item is on the agenda twice',
      given: seated,
      when: convene({ agenda: [...plan.agenda, ...plan.agenda] }),
    },
  ],
  chairNotOnRoster: [
    { name: 'a stranger does not chair', given: seated, when: convene({ chair: stranger }) },
    {
      name: 'a retired seat does not chair',
      given: [...seated, added(seatOf(stranger)), retired(stranger)],
      when: convene({ chair: stranger }),
    },
  ],
  chairIsOnlooker: [{ name: '列席 does not chair', given: seated, when: convene({ chair: onlooker }) }],
  scribeNotOnRoster: [
    { name: 'a stranger does not hold the pen', given: seated, when: convene({ scribe: stranger }) },
    {
      name: 'a retired seat does not hold the pen',
      given: [...seated, retired(penholder)],
      when: convene(),
    },
  ],
  nobodyVotes: [{ name: 'no meeting is called in which nobody votes', given: notVoting, when: convene() }],
}

describe.each(Object.entries(refusals))('refused with %s', (code, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { given: events, when }) => {
    // The table's key is the code.
    given(...events)
      .when(when)
      .thenRefused({ code } as CouncilRejection)
  })
})
