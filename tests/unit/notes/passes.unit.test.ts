import { describe, expect, it } from 'vitest'
import { Passes } from '../../../main/host/notes/passes.ts'
import { meetingId } from '../../../shared/core/ids.ts'
import { writer } from '../../fixtures/notes-table.ts'
import { seededBytes } from '../../fixtures/seeded-random.ts'

const random = seededBytes(1)
const meeting = meetingId.mint(random)

describe('a pass to the notes', () => {
  it('leads to its meeting and its holder, once', () => {
    const passes = new Passes({ now: () => 0, random })
    const holder = writer('甲')
    const token = passes.give(meeting, holder)
    expect(token).toMatch(/^[0-9a-f]{32}$/)
    expect(passes.take(token)).toMatchObject({ meetingId: meeting, holder })
    expect(passes.take(token)).toBeNull()
  })

  it('is void when it was not used in time', () => {
    let now = 0
    const passes = new Passes({ now: () => now, random })
    const [used, left] = [passes.give(meeting, writer('甲')), passes.give(meeting, writer('乙'))]
    now = 30_000
    expect(passes.take(used)).not.toBeNull()
    now = 30_001
    expect(passes.take(left)).toBeNull()
  })

  it('makes room for new ones when nobody uses them', () => {
    const passes = new Passes({ now: () => 0, random })
    const first = passes.give(meeting, writer('甲'))
    for (let count = 0; count < 2_000; count++) passes.give(meeting, writer('乙'))
    expect(passes.take(first)).toBeNull()
  })
})
