import { describe, expect, it } from 'vitest'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { closeIt, hands, votingRoom } from './room.ts'

const asked: Partial<Terms> = {
  question: { kind: 'objection' },
  channels: { device: true, hands: 'counted', paper: null },
  display: 'live',
}

describe('hands raised against 无异议', () => {
  it('that are more than the names beside them give no result, and it is said by how many', () => {
    const room = votingRoom(5, asked)
    room.does(hands([2], [{ object: 2 }]))
    room.does(closeIt())
    expect(room.verdict().faults).toEqual([{ code: 'handsOffNames', row: 0, left: 2, right: 1 }])
    expect(room.verdict()).toMatchObject({ outcome: 'invalid', passed: false })
  })

  it('that are as many as the names leave it to a vote', () => {
    const room = votingRoom(5, asked)
    room.does(hands([2, 3], [{ object: 2 }]))
    room.does(closeIt())
    expect(room.verdict().faults).toBeUndefined()
    expect(room.verdict()).toMatchObject({ outcome: 'objected', figures: { for: 0, against: 2 } })
  })

  it('leave it to a vote also where no rule would have decided', () => {
    const room = votingRoom(5, { ...asked, rule: null })
    room.does(hands([2], [{ object: 1 }]))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'objected', figures: { for: 0, against: 1 } })
  })
})
