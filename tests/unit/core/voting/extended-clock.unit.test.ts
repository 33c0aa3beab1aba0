import { expect, it } from 'vitest'
import { endsAt } from '../../../../shared/meeting/voting/state.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { cast, desk, seat, theVote, votingRoom } from './room.ts'

it('time that is added after the end is never less than was said: a second begun counts as a whole one', () => {
  const room = votingRoom(3, { seconds: 60 })
  room.does({ type: 'extendVote', data: { voteId: theVote, seconds: 30 } }, desk, NOW + 100_500)
  expect(endsAt(room.open())).toBe(NOW + 131_000)
  room.does(cast(2, 'for'), { role: 'member', seatId: seat(2) }, NOW + 130_500)
})
