import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { voterOf } from '../../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import {
  cast,
  closeIt,
  enter,
  hands,
  issue,
  nobodyRaised,
  type Room,
  recall,
  seat,
  stopIt,
  tally,
  votingRoom,
  withdraw,
} from './room.ts'

type Way = 'device' | 'hands by name' | 'hands counted' | 'signed paper' | 'secret paper'
const ways: readonly Way[] = ['device', 'hands by name', 'hands counted', 'signed paper', 'secret paper']

const channelOf: Readonly<Record<Way, 'device' | 'hands' | 'paper'>> = {
  device: 'device',
  'hands by name': 'hands',
  'hands counted': 'hands',
  'signed paper': 'paper',
  'secret paper': 'paper',
}

/** What happens when this person votes in favour that way; `turn` tells the second attempt from the first. */
const attempt = (way: Way, person: number, turn: number): MeetingCommand => {
  switch (way) {
    case 'device':
      return cast(person, 'for', turn)
    case 'hands by name':
      return enter('hands', person, 'for', turn)
    case 'hands counted':
      return hands([person], [{ for: 1 }])
    case 'signed paper':
      return enter('paper', person, 'for', turn)
    case 'secret paper':
      return issue([person], turn)
  }
}

/** Terms that offer both ways, as far as one vote can: hands are raised by name or counted, papers signed or secret. */
const channelsFor = (first: Way, second: Way): Terms['channels'] => ({
  device: true,
  hands: [first, second].includes('hands by name') && first !== 'hands counted' ? 'named' : 'counted',
  paper: [first, second].includes('signed paper') && first !== 'secret paper' ? 'named' : 'secret',
})

/** Counts what is in the box and closes. */
function finish(room: Room): void {
  const { hands: counted, issued, terms } = room.open()
  if (terms.channels.hands === 'counted' && counted === null) room.does(nobodyRaised())
  if (terms.channels.paper === 'secret' && issued > 0) {
    room.does(stopIt)
    room.does(tally(1, null, { rows: [{ for: issued }] }))
  }
  room.does(closeIt())
}

const pairs = ways.flatMap((first) => ways.map((second) => [first, second] as const))

describe.each([
  ['the first press counts', false],
  ['the last press counts', true],
] as const)('where %s', (_, revisable) => {
  it.each(pairs)('%s, then %s: nobody counts twice', (first, second) => {
    const room = votingRoom(4, { channels: channelsFor(first, second), revisable })
    room.does(attempt(first, 2, 1))
    const voters = room.open().voters
    const again = attempt(second, 2, 2)
    const replaces = first === second && (first === 'hands counted' || (revisable && first !== 'secret paper'))
    if (replaces) room.does(again)
    else expect(['votedOtherwise', 'alreadyVoted', 'paperIssued', 'channelClosed']).toContain(room.refuses(again).code)
    expect(room.open().voters).toEqual(voters)
    finish(room)
    expect(room.verdict().figures).toMatchObject({ for: 1, against: 0, abstain: 0 })
    const byChannel = { device: 0, hands: 0, paper: 0, [channelOf[first]]: 1 }
    expect(room.verdict().channels).toEqual(byChannel)
  })
})

describe('who has voted one way and tries another', () => {
  const open = pairs.filter(([first, second]) => channelOf[first] !== channelOf[second])
  it.each(open)('%s, then %s: is told which way it was', (first, second) => {
    const room = votingRoom(4, { channels: channelsFor(first, second) })
    room.does(attempt(first, 2, 1))
    expect(room.refuses(attempt(second, 2, 2)).refusal).toEqual({ code: 'votedOtherwise', channel: channelOf[first] })
  })

  it('is refused also in the company of others: none of them is counted then', () => {
    const room = votingRoom(6, { channels: { device: true, hands: 'counted', paper: 'secret' } })
    room.does(cast(2, 'for'))
    expect(room.refuses(hands([3, 2], [{ for: 2 }])).code).toBe('votedOtherwise')
    expect(room.refuses(issue([4, 2])).code).toBe('votedOtherwise')
    expect(room.open()).toMatchObject({ received: 1, issued: 0, hands: null })
  })
})

describe('who gives a way back', () => {
  const after: readonly Way[] = ['device', 'hands counted', 'secret paper', 'hands by name', 'signed paper']

  it.each(after.filter((way) => way !== 'signed paper'))('a paper taken back, then %s, counts once', (way) => {
    const room = votingRoom(4, { channels: channelsFor('secret paper', way) })
    room.does(issue([2]))
    room.does(recall(2))
    expect(room.open()).toMatchObject({ issued: 0, voters: [], spoilt: [{ seatId: seat(2), number: 1 }] })
    room.does(attempt(way, 2, 2))
    for (const other of after.filter((one) => one !== 'hands counted' && one !== way)) {
      room.refuses(attempt(other, 2, 3))
    }
    finish(room)
    expect(room.verdict().figures.for).toBe(1)
  })

  it.each(after.filter((way) => way !== 'hands by name'))('a hand taken down, then %s, counts once', (way) => {
    const room = votingRoom(4, { channels: channelsFor('hands counted', way) })
    room.does(hands([2, 3], [{ for: 2 }]))
    room.does(hands([3], [{ for: 1 }]))
    expect(voterOf(room.open(), seat(2))).toBeNull()
    room.does(way === 'hands counted' ? hands([2, 3], [{ for: 2 }]) : attempt(way, 2, 2))
    if (way !== 'hands counted') expect(room.refuses(hands([2, 3], [{ for: 2 }])).code).toBe('votedOtherwise')
    finish(room)
    expect(room.verdict().figures.for).toBe(2)
    expect(room.verdict().faults).toBeUndefined()
  })

  it('a ballot on a device or one entered by name is no paper that could be taken back', () => {
    const room = votingRoom(4, { channels: { device: true, hands: 'named', paper: 'secret' } })
    room.does(cast(2, 'for'))
    room.does(enter('hands', 3, 'for'))
    for (const person of [2, 3]) expect(room.refuses(recall(person)).code).toBe('paperNotIssued')
  })

  it.each(['hands', 'paper'] as const)('an entered ballot (%s) taken back, then a device, counts once', (channel) => {
    const room = votingRoom(4, { channels: { device: true, hands: 'named', paper: 'named' }, display: 'live' })
    room.does(enter(channel, 2, 'against'))
    expect(room.refuses(cast(2, 'for')).code).toBe('votedOtherwise')
    room.does(withdraw(2))
    expect(room.open()).toMatchObject({ received: 0, voters: [], ballots: [], shown: [{ for: 0, against: 0 }] })
    expect(room.refuses(withdraw(2)).code).toBe('nothingEntered')
    room.does(cast(2, 'for'))
    expect(room.refuses(withdraw(2)).code).toBe('nothingEntered')
    room.does(stopIt)
    expect(room.refuses(withdraw(2)).code).toBe('ballotsStopped')
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      figures: { for: 1, against: 0 },
      channels: { device: 1, hands: 0, paper: 0 },
    })
  })
})

describe('one name twice in one act', () => {
  it('is one hand, and the numbers then say that they disagree', () => {
    const room = votingRoom(4, { channels: { device: true, hands: 'counted', paper: null } })
    room.does(hands([2, 2], [{ for: 2 }]))
    expect(room.open().received).toBe(1)
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'invalid', faults: [{ code: 'handsOffNames', left: 2, right: 1 }] })
  })

  it('is refused where papers are handed out, and so is a number that was used before', () => {
    const room = votingRoom(4, { channels: { device: true, hands: null, paper: 'secret' } })
    expect(room.refuses(issue([2, 2])).code).toBe('paperIssued')
    room.does(issue([2], 7))
    expect(room.refuses(issue([3], 7)).refusal).toEqual({ code: 'paperNumberUsed', number: 7 })
    room.does(recall(2))
    expect(room.refuses(issue([3], 7)).code).toBe('paperNumberUsed')
    room.does(issue([2], 8))
    expect(room.open().issued).toBe(1)
  })
})
