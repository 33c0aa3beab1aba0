import { describe, expect, it } from 'vitest'
import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  assigned,
  assignment,
  byScribe,
  closed,
  firstItem,
  given,
  itemFinished,
  opened,
  point,
  pointAdded,
  resolution,
  resolved,
} from '../../../fixtures/small-meeting.ts'

const revision = { pointId: point, itemId: firstItem, kind: 'agreed', text: '噪声不超过六十分贝' } as const
const place = { pointId: point, itemId: firstItem }

const minutesAfter = (...events: readonly MeetingEvent[]) => {
  const state = events.reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('the meeting is not open')
  return entriesOf(state.minutes, firstItem)
}

describe('minutes', () => {
  it.each([
    ['during the meeting', [opened]],
    ['after 散会', [opened, closed]],
  ])('a point is added %s', (_when, history) => {
    given(...history)
      .when({ type: 'addPoint', data: { ...place, kind: 'opinion', text: '噪声要小' } }, byScribe)
      .thenEvents(pointAdded)
  })

  it.each([
    ['during the meeting', [opened, pointAdded]],
    ['after 散会', [opened, pointAdded, closed]],
  ])('a point is revised %s', (_when, history) => {
    const revised: MeetingEvent = { type: 'pointRevised', data: revision }
    given(...history)
      .when({ type: 'revisePoint', data: revision }, byScribe)
      .thenEvents(revised)
    expect(minutesAfter(...history, revised)).toEqual([{ pointId: point, kind: 'agreed', text: '噪声不超过六十分贝' }])
  })

  it.each([
    ['during the meeting', [opened, pointAdded]],
    ['after 散会', [opened, pointAdded, closed]],
  ])('a point is withdrawn %s', (_when, history) => {
    const gone: MeetingEvent = { type: 'pointWithdrawn', data: place }
    given(...history)
      .when({ type: 'withdrawPoint', data: place }, byScribe)
      .thenEvents(gone)
    expect(minutesAfter(...history, gone)).toEqual([])
  })

  it('revising one point leaves the others of its item alone', () => {
    const other: MeetingEvent = {
      type: 'pointAdded',
      data: { ...place, pointId: id.point('000002'), kind: 'todo', text: '询价' },
    }
    const texts = minutesAfter(opened, pointAdded, other, { type: 'pointRevised', data: revision })
    expect(texts.map((entry) => entry.text)).toEqual(['噪声不超过六十分贝', '询价'])
  })
})

describe('交办', () => {
  it.each([
    ['during the meeting', resolved],
    ['after 散会', [...resolved, itemFinished(firstItem), closed]],
  ])('a resolution is assigned to a unit with a date %s, with all that the ledger needs', (_when, history) => {
    given(...history)
      .when({ type: 'assignWorksheet', data: assignment }, byScribe)
      .thenEvents(assigned)
  })

  it('the state remembers who has to do what until when', () => {
    const state = [...resolved, assigned].reduce(evolveMeeting, unopenedMeeting)
    expect(state).toMatchObject({ followUp: [{ ...assignment, resolutionId: resolution }] })
  })
})
