import { expect, it } from 'vitest'
import { foremostPlaces, peopleWaiting } from '../../../../renderer/ui/speaking-queue.ts'
import {
  EARLIER,
  firstItem,
  guest,
  itemStarted,
  memberA,
  memberB,
  requested,
  speechOf,
} from '../../../fixtures/small-meeting.ts'
import { heldAfter } from './held-meeting.ts'

const point = { kind: 'pointOfOrder', stance: null } as const

it('who waits with several requests is one person, and everybody without a name another one', () => {
  const meeting = heldAfter(
    itemStarted(firstItem),
    requested(memberA),
    requested(memberB),
    requested(memberA, EARLIER, { ...point, speechId: speechOf(memberA, '2') }),
    requested(memberA, EARLIER, { speechId: speechOf(memberA, '3') }),
    requested(memberA, EARLIER, { seatId: null, speechId: speechOf(guest, '4') }),
    requested(memberA, EARLIER, { seatId: null, speechId: speechOf(guest, '5') }),
  )
  expect(meeting.floor.queue).toHaveLength(6)
  expect(peopleWaiting(meeting)).toBe(4)
  expect(foremostPlaces(meeting).map(({ kind, seatId }) => [seatId, kind])).toEqual([
    [memberA, 'pointOfOrder'],
    [memberB, 'ordinary'],
    [null, 'ordinary'],
    [null, 'ordinary'],
  ])
})
