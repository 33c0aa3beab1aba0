import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import formatsFile from '../../../../resources/formats.json'
import { type Format, format, type Recurrence } from '../../../../shared/formats/format.ts'
import { periodOf, standings } from '../../../../shared/formats/recurrence.ts'
import { seededRandom, seeds } from '../../../fixtures/seeded-random.ts'

const formats = z.array(format).parse(formatsFile)
const DAY_MS = 24 * 60 * 60 * 1000
const pers = ['week', 'month', 'quarter', 'year'] as const

/** An instant by the clock in China. */
const at = (day: string, time = '19:00:00') => Date.parse(`${day}T${time}+08:00`)
const meeting = (startsAt: number, formatId: string | null = 'red_hall', practice = false) => ({
  formatId,
  startsAt,
  practice,
})

/** How the red hall stands, which meets as `recurrence` says. */
function redHall(
  recurrence: Recurrence,
  now: number,
  meetings: readonly ReturnType<typeof meeting>[] = [],
  since = at('2020-01-01'),
) {
  const recurring: readonly Format[] = formats.map((one) =>
    one.formatId === 'red_hall' ? { ...one, recurrence } : one,
  )
  const [standing] = standings([{ formatId: 'red_hall', since }], recurring, meetings, now)
  if (standing === undefined) throw new Error('the red hall recurs')
  const { daysLeft, held, missed, state } = standing
  return { daysLeft, held, missed, state }
}

const monthly: Recurrence = { times: 1, per: 'month', remindDays: 10 }

describe('a period of the calendar in China', () => {
  it.each([
    ['week', '2026-11-16', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['week', '2025-12-31', '2025-12-29', '2026-01-04'],
    ['week', '2026-01-04', '2025-12-29', '2026-01-04'],
    ['week', '2028-02-29', '2028-02-28', '2028-03-05'],
    ['month', '2026-02-01', '2026-02-01', '2026-02-28'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['month', '2100-02-28', '2100-02-01', '2100-02-28'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-04-01', '2026-04-01', '2026-06-30'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['year', '2028-02-29', '2028-01-01', '2028-12-31'],
    ['year', '2026-12-31', '2026-01-01', '2026-12-31'],
  ] as const)('the %s of %s goes from %s to %s', (per, day, first, last) => {
    expect(periodOf(per, day)).toEqual({ first, last })
  })

  it('holds its day and follows without a gap on the one before, whatever the day', () => {
    for (const seed of seeds(300)) {
      const random = seededRandom(seed)
      const day = new Date(at('1990-01-01') + Math.floor(random() * 60 * 365) * DAY_MS).toISOString().slice(0, 10)
      for (const per of pers) {
        const { first, last } = periodOf(per, day)
        expect(first <= day && day <= last).toBe(true)
        expect(periodOf(per, first)).toEqual({ first, last })
        expect(periodOf(per, last)).toEqual({ first, last })
        const next = new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10)
        expect(periodOf(per, next).first).toBe(next)
      }
    }
  })
})

describe('the standing of a format that recurs', () => {
  it('is open while there is time, due within the days of reminding, and enough once the meeting was held', () => {
    expect(redHall(monthly, at('2026-11-19'), [meeting(at('2026-10-20'))])).toEqual({
      held: 0,
      daysLeft: 11,
      state: 'open',
      missed: 0,
    })
    expect(redHall(monthly, at('2026-11-20'))).toMatchObject({ daysLeft: 10, state: 'due' })
    expect(redHall(monthly, at('2026-11-30'))).toMatchObject({ daysLeft: 0, state: 'due' })
    expect(redHall(monthly, at('2026-11-30'), [meeting(at('2026-11-01'))])).toMatchObject({ held: 1, state: 'enough' })
  })

  it('goes by the clock in China on the first and the last day', () => {
    const late = meeting(at('2026-10-31', '23:59:59'))
    const early = meeting(at('2026-11-01', '00:00:00'))
    expect(redHall(monthly, at('2026-11-22'), [late])).toMatchObject({ held: 0, missed: 0 })
    expect(redHall(monthly, at('2026-11-22'), [early])).toMatchObject({ held: 1, missed: 1 })
    expect(redHall(monthly, at('2026-10-31', '23:59:59'), [late])).toMatchObject({ held: 1, daysLeft: 0 })
    expect(redHall(monthly, at('2026-11-01', '00:00:00'), [late])).toMatchObject({ held: 0, daysLeft: 29 })
  })

  it('counts a week over New Year as one', () => {
    const weekly: Recurrence = { times: 2, per: 'week', remindDays: 1 }
    const meetings = [meeting(at('2025-12-31')), meeting(at('2026-01-02'))]
    expect(redHall(weekly, at('2026-01-03'), meetings)).toMatchObject({ held: 2, state: 'enough' })
    expect(redHall(weekly, at('2026-01-05'), meetings)).toMatchObject({ held: 0, missed: 0 })
  })

  it('knows the last period across New Year: December’s month, the fourth quarter, the year', () => {
    const now = at('2026-01-01', '00:00:00')
    const december = [meeting(at('2025-12-31', '23:30:00'))]
    for (const per of ['month', 'quarter', 'year'] as const) {
      expect(redHall({ times: 1, per, remindDays: 0 }, now, december)).toMatchObject({ held: 0, missed: 0 })
      expect(redHall({ times: 3, per, remindDays: 0 }, now, december)).toMatchObject({ missed: 2 })
    }
  })

  it('reports how many the last finished period was short of, and nothing of the ones before', () => {
    const twice: Recurrence = { times: 2, per: 'month', remindDays: 7 }
    expect(redHall(twice, at('2026-11-02'))).toMatchObject({ missed: 2 })
    expect(redHall(twice, at('2026-11-02'), [meeting(at('2026-10-09'))])).toMatchObject({ missed: 1 })
    const often = [1, 2, 3].map((day) => meeting(at(`2026-10-0${day}`)))
    expect(redHall(twice, at('2026-11-02'), often)).toMatchObject({ missed: 0, held: 0 })
  })

  it('misses nothing of a period in which the format was only taken up', () => {
    expect(redHall(monthly, at('2026-11-02'), [], at('2026-10-01', '00:00:00'))).toMatchObject({ missed: 1 })
    expect(redHall(monthly, at('2026-11-02'), [], at('2026-10-02', '00:00:00'))).toMatchObject({ missed: 0 })
    expect(redHall(monthly, at('2026-11-02'), [], at('2026-11-01'))).toMatchObject({ missed: 0, state: 'open' })
  })

  it('counts neither practice nor meetings of another form, nor those from before there were forms', () => {
    const others = [
      meeting(at('2026-11-05'), 'red_hall', true),
      meeting(at('2026-11-06'), 'dangqun'),
      meeting(at('2026-11-07'), null),
    ]
    expect(redHall(monthly, at('2026-11-22'), others)).toMatchObject({ held: 0, state: 'due' })
  })

  it('is told for the chosen formats that recur alone, in the order of choosing', () => {
    const since = at('2026-01-01')
    const chosen = ['four_party_talks', 'bench', 'gone', 'red_hall'].map((formatId) => ({ formatId, since }))
    const told = standings(chosen, formats, [], at('2026-11-22'))
    expect(told.map(({ formatId }) => formatId)).toEqual(['four_party_talks', 'red_hall'])
  })

  it('gives every real meeting to exactly one period, so that a day more of waiting never loses one', () => {
    for (const seed of seeds(40)) {
      const random = seededRandom(seed)
      const meetings = Array.from({ length: 30 }, () =>
        meeting(at('2027-01-01', '00:00:00') + Math.floor(random() * 730 * DAY_MS), 'red_hall', random() < 0.3),
      )
      const real = meetings.filter(({ practice }) => !practice).length
      for (const per of pers) {
        let counted = 0
        let day = periodOf(per, '2026-12-01').first
        while (day <= '2029-01-31') {
          const { last } = periodOf(per, day)
          counted += redHall({ times: 1, per, remindDays: 0 }, at(day), meetings).held
          day = new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10)
        }
        expect(counted).toBe(real)
      }
    }
  })
})
