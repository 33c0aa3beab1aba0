import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { projectMeeting } from '../../../../shared/meeting/project.ts'
import type { NamedBallot } from '../../../../shared/meeting/voting/state.ts'
import {
  isBallotUsed,
  noUsedBallots,
  usedBallotsOf,
  withUsedBallot,
} from '../../../../shared/meeting/voting/used-ballots.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  cast,
  closeIt,
  enter,
  openIt,
  type Room,
  replayed,
  resolution,
  seat,
  termsWith,
  theVote,
  voidIt,
  voteCalled,
  votingRoom,
  withdraw,
} from './room.ts'

const nextVote = voteCalled('thenext0')
const openNext = openIt(termsWith(), nextVote)

/** Enters a ballot of somebody else, in whichever vote is open, under an id that was there before. */
const under = ({ ballotId }: Pick<NamedBallot, 'ballotId'>, person: number, voteId = theVote): MeetingCommand => ({
  type: 'enterBallot',
  data: { ...enter('hands', person, 'for').data, voteId, ballotId },
})

const refusedIn = (room: Room, command: MeetingCommand) => room.refuses(command).code

describe('the id of a ballot', () => {
  it('is not used again after the last press has replaced it, by nobody', () => {
    const room = votingRoom(3, { revisable: true })
    room.does(cast(2, 'for', 1))
    room.does(cast(2, 'against', 2))
    expect(refusedIn(room, cast(2, 'for', 1))).toBe('ballotExists')
    expect(refusedIn(room, under(cast(2, 'for', 1).data, 3))).toBe('ballotExists')
    expect(room.open().ballots.map(({ option }) => option)).toEqual(['against'])
  })

  it('is not used again after the desk took the ballot back', () => {
    const room = votingRoom(3)
    room.does(enter('hands', 2, 'for'))
    room.does(withdraw(2))
    expect(refusedIn(room, enter('hands', 2, 'against'))).toBe('ballotExists')
    expect(refusedIn(room, under(enter('hands', 2, 'for').data, 3))).toBe('ballotExists')
    room.does(enter('hands', 2, 'against', 6))
  })

  it.each<readonly [string, readonly MeetingCommand[]]>([
    ['is closed', [closeIt()]],
    ['is void while it was open', [voidIt()]],
    ['is void after it was closed', [closeIt(), voidIt()]],
  ])('is not used again in another vote once its own %s', (_, ending) => {
    const room = votingRoom(3)
    room.does(cast(2, 'for'))
    for (const command of ending) room.does(command)
    room.does(openNext)
    expect(refusedIn(room, under(cast(2, 'for').data, 2, nextVote))).toBe('ballotExists')
    room.does(enter('hands', 2, 'for', 6, nextVote))
    room.does(closeIt(nextVote, resolution('another0')))
  })

  it('is known still by a state that has been through a snapshot', () => {
    const room = votingRoom(3, { revisable: true })
    room.does(cast(2, 'for', 1))
    room.does(cast(2, 'against', 2))
    const { usedBallots } = JSON.parse(JSON.stringify(room.meeting())).voting
    expect(isBallotUsed(usedBallots, cast(2, 'for', 1).data.ballotId)).toBe(true)
    expect(isBallotUsed(usedBallots, cast(2, 'for', 3).data.ballotId)).toBe(false)
    expect(replayed(room.events)).toEqual(room.meeting())
  })

  it('stands on a copy only of the viewer’s own ballots', () => {
    const room = votingRoom(3, { revisable: true })
    for (const [person, turn] of [
      [2, 1],
      [2, 2],
      [3, 1],
    ] as const)
      room.does(cast(person, 'for', turn))
    const copy = projectMeeting(room.meeting(), { role: 'member', seats: [seat(2)] })
    if (copy.phase === 'unopened') throw new Error('the meeting is open')
    const own = (person: number, turn: number) =>
      isBallotUsed(copy.voting.usedBallots, cast(person, 'for', turn).data.ballotId)
    expect([own(2, 1), own(2, 2), own(3, 1)]).toEqual([true, true, false])
    expect(JSON.stringify(copy.voting)).not.toContain(cast(3, 'for').data.ballotId)
    const screen = projectMeeting(room.meeting(), { role: 'screen', seats: [] })
    expect(screen.phase !== 'unopened' && screen.voting.usedBallots).toEqual(noUsedBallots)
  })
})

describe('ballots that are used', () => {
  const entry = (ballot: string, person: number) => ({ ballotId: id.ballot(ballot), seatId: seat(person) })

  it('are told apart where one id ends like another', () => {
    const used = ['z00000', 'zz00000', 'zzz00000']
      .map((name, index) => entry(name, index))
      .reduce(withUsedBallot, noUsedBallots)
    const known = ['000000', 'z00000', 'zz00000', 'zzz00000', 'zzzz00000'].map((name) =>
      isBallotUsed(used, id.ballot(name)),
    )
    expect(known).toEqual([false, true, true, true, false])
  })

  it('are both kept where an old journal gave one id to two people', () => {
    const used = [entry('same0000', 1), entry('same0000', 2)].reduce(withUsedBallot, noUsedBallots)
    expect(isBallotUsed(used, id.ballot('same0000'))).toBe(true)
    expect(isBallotUsed(used, id.ballot('ame00000'))).toBe(false)
    for (const person of [1, 2]) {
      const own = withUsedBallot(noUsedBallots, entry('same0000', person))
      expect(usedBallotsOf(used, [seat(person)])).toEqual(own)
    }
  })
})
