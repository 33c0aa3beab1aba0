import { expect, it } from 'vitest'
import { choiceName, isOfPastVote } from '../../../../renderer/attendee/vote/use-forgotten-votes.ts'
import { DRAFT_PREFIX } from '../../../../renderer/connection/keeping-place.ts'
import { voteId } from '../../../../shared/core/ids.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'
import { memberA } from '../../../fixtures/small-meeting.ts'

const [before, now] = [1, 2].map((seed) => voteId.mint(seededBytes(seed))) as [never, never]
const choice = (of: never) => DRAFT_PREFIX + choiceName(of, memberA)

it('choices of votes that have ended are let go, those of the open one are kept', () => {
  const names = [choice(before), choice(now)]
  expect(names.map((name) => isOfPastVote(name, now))).toEqual([true, false])
  expect(names.map((name) => isOfPastVote(name, null))).toEqual([true, true])
})

it('nothing else on the device is touched', () => {
  const others = ['yishiting.key', 'yishiting.hall', `${DRAFT_PREFIX}walkIn`, `${DRAFT_PREFIX}ballots.${before}`]
  expect(others.map((name) => isOfPastVote(name, null))).toEqual([false, false, false, false])
})
