import { describe, expect, it } from 'vitest'
import { cast, closeIt, everyChannel, nobodyRaised, stopIt, tally, votingRoom } from './room.ts'

describe('papers that were counted though none was given out', () => {
  const counted = () => {
    const room = votingRoom(4, { channels: everyChannel, doubleEntry: true })
    room.does(cast(1, 'for'))
    room.does(nobodyRaised())
    room.does(stopIt)
    room.does(tally(1, 2, { rows: [{ for: 1 }] }))
    return room
  }

  it('are counted by the second person as well before anything is closed', () => {
    const room = counted()
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'notCountedYet', channel: 'paper' })
    room.does(tally(2, 3, { rows: [{}] }))
    expect(room.refuses(closeIt()).code).toBe('countsDiffer')
  })

  it('give no result, and it is said that more came back than were out', () => {
    const room = counted()
    room.does(tally(2, 3, { rows: [{ for: 1 }] }))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'invalid', passed: false })
    expect(room.verdict().faults).toEqual([{ code: 'returnedOverIssued', row: null, left: 1, right: 0 }])
  })
})
