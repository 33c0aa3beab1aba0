import { describe, expect, it } from 'vitest'
import { voteSecondsLeft } from '../../../../renderer/connection/vote-seconds-left.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import { EARLIER, memberA, rule, voteOpened } from '../../../fixtures/small-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

const opened = (seconds: number | null) => {
  const { open } = heldAfter(voteOpened([memberA])).voting
  if (open === null) throw new Error('a vote is open')
  return { ...open, terms: { ...plainTerms(rule), seconds } }
}

describe('the seconds that devices may still vote', () => {
  it('are those that were given during the first one, and none when the time is up', () => {
    const open = opened(20)
    const left = (ms: number) => voteSecondsLeft(open, open.openedAt + ms)
    expect([left(0), left(999), left(1_000), left(19_001), left(20_000), left(90_000)]).toEqual([20, 20, 19, 1, 0, 0])
  })

  it('are never more than were given, where a clock is a little behind the host’s', () => {
    const open = opened(20)
    expect(voteSecondsLeft(open, open.openedAt - 250)).toBe(20)
  })

  it('are not told where nothing runs out, or once voting has stopped', () => {
    expect(voteSecondsLeft(opened(null), EARLIER)).toBeNull()
    expect(voteSecondsLeft({ ...opened(20), stoppedAt: EARLIER }, EARLIER)).toBeNull()
  })
})
