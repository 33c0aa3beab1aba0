import { describe, expect, it } from 'vitest'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import type { CouncilRejection } from '../../../../shared/council/decide.ts'
import type { CouncilCommand, CouncilEvent } from '../../../../shared/council/messages.ts'
import { evolveCouncil, noCouncil } from '../../../../shared/council/state.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
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
import { rule } from '../../../fixtures/small-meeting.ts'

const stranger = id.seat('stranger')
const DAY_MS = 24 * 60 * 60 * 1000
const dayBefore = (at: number) => chinaDate(at - DAY_MS)
const dayAfter = (at: number) => chinaDate(at + DAY_MS)

type RosterChange = Extract<CouncilCommand, { type: 'reviseRoster' }>['data']
const reviseRoster = (change: Partial<RosterChange>): CouncilCommand => ({
  type: 'reviseRoster',
  data: { added: [], revised: [], retired: [], ...change },
})
const convene = (change: Partial<typeof plan> = {}): CouncilCommand => ({
  type: 'conveneMeeting',
  data: { ...plan, ...change },
})

const notVoting = seated.map(
  (event): CouncilEvent => (event.type === 'seatAdded' ? added({ ...event.data, voting: false }) : event),
)

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
    expect(state).toMatchObject({ seats: roster.slice(0, 2), retired: [{ ...roster[2], retiredAt: NOW }] })
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

describe('a roster that is changed as a whole', () => {
  const newcomer = { ...seatOf(stranger, 'public'), party: '业委会', owner: { flats: 2, area: '181.25' } }
  const revised = { ...seatOf(convener, 'convener'), party: '社区党组织' }

  it('adds, revises and lets retire in one event', () => {
    const data = { added: [newcomer], revised: [revised], retired: [onlooker] }
    given(...seated)
      .when(reviseRoster(data))
      .thenEvents({ type: 'rosterRevised', data: { ...data, at: NOW } })
    const event: CouncilEvent = { type: 'rosterRevised', data: { ...data, at: NOW } }
    expect([...seated, event].reduce(evolveCouncil, noCouncil)).toMatchObject({
      seats: [revised, roster[1], newcomer],
      retired: [{ ...roster[2], retiredAt: NOW }],
    })
  })

  it('takes 5,000 seats at once', () => {
    const added = Array.from({ length: 4_997 }, (_, index) => seatOf(id.seat(`many${String(index).padStart(6, '0')}`)))
    expect(given(...seated).when(reviseRoster({ added })).accepted).toBe(true)
  })

  it('changes no meeting that was called before', () => {
    const events: CouncilEvent[] = [
      ...seated,
      convened(),
      { type: 'rosterRevised', data: { added: [], revised: [revised], retired: [], at: NOW } },
    ]
    expect(events.find((event) => event.type === 'meetingConvened')?.data.seats).toEqual(roster)
  })
})

describe('what a council is called and how it meets', () => {
  it('can be revised', () => {
    const data = { name: '红星第一社区', code: 'HX1', level: 'grid', region: '北京' } as const
    given(...seated)
      .when({ type: 'reviseCouncil', data })
      .thenEvents({ type: 'councilRevised', data })
    expect([...seated, { type: 'councilRevised', data } as const].reduce(evolveCouncil, noCouncil)).toMatchObject(data)
  })

  it('a region goes with its meetings', () => {
    const beijing: CouncilEvent = { type: 'councilFounded', data: { ...council, region: '北京' } }
    given(beijing, ...roster.map(added))
      .when(convene())
      .thenEvents({ ...convened(), data: { ...convened().data, region: '北京' } })
  })

  it('a format that stays chosen is watched over since it was first', () => {
    const chosen = (formatIds: readonly string[], at: number): CouncilEvent => ({
      type: 'formatsChosen',
      data: { formatIds, at },
    })
    given(founded)
      .when({ type: 'chooseFormats', data: { formatIds: ['bench', 'red_hall', 'bench'] } })
      .thenEvents(chosen(['bench', 'red_hall'], NOW))
    const state = [founded, chosen(['bench', 'red_hall'], 1), chosen(['red_hall', 'dangqun'], 2)].reduce(
      evolveCouncil,
      noCouncil,
    )
    expect(state).toMatchObject({
      formats: [
        { formatId: 'red_hall', since: 1 },
        { formatId: 'dangqun', since: 2 },
      ],
    })
  })

  it('a form that does not vote needs neither a rule nor anybody who votes', () => {
    const form = { ...plainForm, formatId: 'bench', decision: 'consensus' } as const
    expect(given(...notVoting).when(convene({ form, rule: null })).accepted).toBe(true)
  })

  it('a rule is in force on its first and on its last day', () => {
    const day = chinaDate(plan.startsAt)
    expect(given(...seated).when(convene({ rule: { ...rule, from: day, to: day } })).accepted).toBe(true)
  })

  it('公众议事委员 are invited item by item', () => {
    const agenda = [{ itemId: id.item('000001'), title: '铺设塑胶跑道', invited: [stranger] }]
    expect(given(...seated, added(seatOf(stranger, 'public'))).when(convene({ agenda })).accepted).toBe(true)
  })
})

type Refusal = {
  readonly name: string
  readonly given: readonly CouncilEvent[]
  readonly when: CouncilCommand
  readonly details?: object
}

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
    {
      name: 'a roster’s change does not add a seat that is there',
      given: seated,
      when: reviseRoster({ added: [seatOf(id.seat('newcomer')), seatOf(convener)] }),
    },
    {
      name: 'a roster’s change does not touch a seat twice',
      given: seated,
      when: reviseRoster({ revised: [seatOf(convener)], retired: [convener] }),
    },
    { name: 'a seat is not added twice', given: seated, when: { type: 'addSeat', data: seatOf(convener) } },
    {
      name: 'a retired seat’s id is not given to somebody else',
      given: [...seated, retired(onlooker)],
      when: { type: 'addSeat', data: seatOf(onlooker) },
    },
  ],
  seatUnknown: [
    {
      name: 'a roster’s change with one unknown seat changes nothing',
      given: seated,
      when: reviseRoster({ added: [seatOf(id.seat('newcomer'))], revised: [seatOf(stranger)] }),
    },
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
      name: 'a roster’s change does not let a seat retire twice',
      given: [...seated, retired(onlooker)],
      when: reviseRoster({ retired: [onlooker] }),
    },
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
      name: '监督 gets no vote by a roster’s change',
      given: seated,
      when: reviseRoster({ added: [seatOf(stranger, 'supervisor', true)] }),
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
  nobodyVotes: [
    { name: 'no meeting is called in which nobody votes', given: notVoting, when: convene() },
    {
      name: 'those whose right is suspended are nobody who votes',
      given: [...seated, { type: 'seatRevised', data: { ...seatOf(convener, 'convener'), suspended: true } }],
      when: convene(),
    },
  ],
  ruleMissing: [
    { name: 'a meeting that votes has a rule', given: seated, when: convene({ rule: null }) },
    {
      name: 'a form that votes has a rule',
      given: seated,
      when: convene({ rule: null, form: plainForm }),
    },
  ],
  ruleExpired: [
    {
      name: 'a rule is not used after its last day',
      given: seated,
      when: convene({ rule: { ...rule, to: dayBefore(plan.startsAt) } }),
      details: { to: dayBefore(plan.startsAt) },
    },
    {
      name: 'a rule is not brought back by a beginning in the past',
      given: seated,
      when: convene({ startsAt: plan.startsAt - 2 * DAY_MS, rule: { ...rule, to: dayBefore(plan.startsAt) } }),
      details: { to: dayBefore(plan.startsAt) },
    },
  ],
  ruleNotYetInForce: [
    {
      name: 'a rule is not used before its first day',
      given: seated,
      when: convene({ rule: { ...rule, from: dayAfter(plan.startsAt) } }),
      details: { from: dayAfter(plan.startsAt) },
    },
  ],
  electionOnPaper: [
    {
      name: 'an election by law is not held here',
      given: seated,
      when: convene({ rule: { ...rule, paperOnly: 'election' } }),
    },
  ],
  ownersOnPaper: [
    {
      name: 'a decision of owners is not voted by seats',
      given: seated,
      when: convene({ rule: { ...rule, paperOnly: 'owners' } }),
    },
  ],
  invitedNotPublic: [
    {
      name: 'only 公众议事委员 are invited for an item',
      given: seated,
      when: convene({ agenda: [{ itemId: id.item('000001'), title: '铺设塑胶跑道', invited: [convener] }] }),
    },
  ],
  rosterFull: [
    {
      name: 'a roster has an end',
      given: seated,
      when: reviseRoster({
        added: Array.from({ length: 4_998 }, (_, index) => seatOf(id.seat(`many${String(index).padStart(6, '0')}`))),
      }),
    },
  ],
}

describe.each(Object.entries(refusals))('refused with %s', (code, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { details, given: events, when }) => {
    // The table's key is the code.
    given(...events)
      .when(when)
      .thenRefused({ code, ...details } as CouncilRejection)
  })
})
