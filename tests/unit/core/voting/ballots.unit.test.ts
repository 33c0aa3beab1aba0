import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { endsAt, voterOf } from '../../../../shared/meeting/voting/state.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import {
  cast,
  closeIt,
  desk,
  enter,
  openIt,
  roomOf,
  seat,
  signed,
  stopIt,
  theVote,
  voteCalled,
  votingRoom,
} from './room.ts'

const member = (person: number) => ({ role: 'member', seatId: seat(person) }) as const
const extend = (seconds: number): MeetingCommand => ({ type: 'extendVote', data: { voteId: theVote, seconds } })
const choice = (op: 'atMost' | 'exactly', count: number): Question => ({
  kind: 'choice',
  rows: ['甲', '乙', '丙'],
  pick: { op, count },
  elects: 1,
})

describe('a ballot on a device', () => {
  it('is kept with its signature, the hour and its channel', () => {
    const room = votingRoom(3)
    const command = cast(2, 'against')
    const { signature, ...ballot } = command.data
    const evidence = { kind: 'signed', signature, ...signed(2) } as const
    expect(room.does(command, member(2), NOW + 7)).toEqual([
      { type: 'ballotCast', data: { ...ballot, channel: 'device', at: NOW + 7, evidence } },
    ])
    expect(voterOf(room.open(), seat(2))).toEqual({ seatId: seat(2), channel: 'device', number: null, at: NOW + 7 })
    expect(voterOf(room.open(), seat(1))).toBeNull()
  })

  it('counts for nobody else, and only with the signature of exactly this choice in this vote', () => {
    const room = votingRoom(3)
    expect(room.refuses(cast(2, 'for'), member(3)).code).toBe('notYourSeat')
    const forged: MeetingCommand = { type: 'castBallot', data: { ...cast(2, 'against').data, option: 'for' } }
    expect(room.refuses(forged).code).toBe('badSignature')
    const other = voteCalled('another0')
    const elsewhere: MeetingCommand = {
      type: 'castBallot',
      data: { ...cast(2, 'for', 1, other).data, voteId: theVote },
    }
    expect(room.refuses(elsewhere).code).toBe('badSignature')
    const unbound: MeetingCommand = { type: 'removeDevice', data: { seatId: seat(2) } }
    room.does(unbound)
    expect(room.refuses(cast(2, 'for')).code).toBe('badSignature')
  })

  it('is refused where the vote is not held on devices, and a named one where names are not taken', () => {
    const room = votingRoom(3, { channels: { device: false, hands: 'counted', paper: 'secret' } })
    expect(room.refuses(cast(2, 'for')).refusal).toEqual({ code: 'channelClosed', channel: 'device' })
    expect(room.refuses(enter('hands', 2, 'for')).refusal).toEqual({ code: 'channelClosed', channel: 'hands' })
    expect(room.refuses(enter('paper', 2, 'for')).refusal).toEqual({ code: 'channelClosed', channel: 'paper' })
  })

  it('for a vote that is over says so, and for one that never was says that', () => {
    const room = votingRoom(3)
    room.does(closeIt())
    expect(room.refuses(cast(2, 'for')).code).toBe('voteAlreadyEnded')
    expect(room.refuses(cast(2, 'for', 1, voteCalled('nowhere0'))).code).toBe('voteUnknown')
  })
})

describe('what a ballot can say', () => {
  const said: readonly (readonly [string, Question, readonly string[], readonly string[]])[] = [
    ['a motion', { kind: 'motion' }, ['for', 'against', 'abstain'], ['object', 'chosen', 'for,for', '']],
    ['an objection', { kind: 'objection' }, ['object'], ['for', 'against', 'object,object']],
    [
      'at most 2 of 3',
      choice('atMost', 2),
      ['not,not,not', 'chosen,not,not', 'chosen,not,chosen'],
      ['chosen,chosen,chosen', 'chosen,not', 'chosen,not,not,not', 'for,not,not'],
    ],
    [
      'exactly 2 of 3',
      choice('exactly', 2),
      ['not,chosen,chosen'],
      ['not,not,not', 'chosen,not,not', 'chosen,chosen,chosen'],
    ],
    [
      'satisfaction',
      { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'satisfaction' } },
      ['satisfied,unknown', 'basically,dissatisfied'],
      ['satisfied', 'satisfied,10', 'satisfied,'],
    ],
    [
      'points up to 10',
      { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'score', max: 10 } },
      ['0,10', '7,7'],
      ['11,0', '07,7', '-1,0', '7', 'satisfied,7'],
    ],
  ]
  it.each(said)('%s', (_, question, good, bad) => {
    const room = () => votingRoom(2, { question, display: 'live' })
    for (const option of good) room().does(cast(2, option))
    for (const option of bad) expect(room().refuses(cast(2, option)).code).toBe('ballotUnfit')
  })
})

describe('the first press counts', () => {
  it('where nothing else was chosen: the second is refused, whatever it says', () => {
    const room = votingRoom(3, { revisable: false })
    room.does(cast(2, 'for'))
    expect(room.refuses(cast(2, 'against', 2)).code).toBe('alreadyVoted')
    expect(room.refuses(cast(2, 'for', 2)).code).toBe('alreadyVoted')
    room.does(closeIt())
    expect(room.verdict().figures).toMatchObject({ for: 1, against: 0 })
  })
})

describe('the last press counts', () => {
  it('where that was chosen: it takes the place of the one before, which counts no more', () => {
    const room = votingRoom(3, { revisable: true })
    room.does(cast(2, 'for'))
    room.does(cast(3, 'abstain'))
    const [again] = room.does(cast(2, 'against', 2), member(2), NOW + 9)
    expect(again).toMatchObject({ type: 'ballotCast', data: { replaces: cast(2, 'for').data.ballotId } })
    expect(room.open().received).toBe(2)
    expect(room.open().voters).toHaveLength(2)
    expect(voterOf(room.open(), seat(2))?.at).toBe(NOW + 9)
    room.does(closeIt())
    expect(room.verdict().figures).toMatchObject({ for: 0, against: 1, abstain: 1 })
  })

  it('also where the desk enters it again by the same channel', () => {
    const room = votingRoom(3, { revisable: true })
    room.does(enter('paper', 2, 'for', 1))
    room.does(enter('paper', 2, 'abstain', 2))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      figures: { for: 0, abstain: 1 },
      channels: { device: 0, hands: 0, paper: 1 },
    })
  })

  it('and the same ballot is not taken twice, nor that of somebody else', () => {
    const room = votingRoom(3, { revisable: true })
    room.does(cast(2, 'for'))
    expect(room.refuses(cast(2, 'for')).code).toBe('ballotExists')
    const borrowed = enter('hands', 3, 'for')
    const taken: MeetingCommand = { ...borrowed, data: { ...borrowed.data, ballotId: cast(2, 'for').data.ballotId } }
    expect(room.refuses(taken).code).toBe('ballotExists')
  })
})

describe('a vote with a clock', () => {
  const clocked = () => votingRoom(4, { seconds: 60 })

  it('takes ballots of devices until three seconds after its end, for those that were on the way, and those of the desk still afterwards', () => {
    const room = clocked()
    expect(endsAt(room.open())).toBe(NOW + 60_000)
    room.does(cast(1, 'for'), member(1), NOW + 59_999)
    room.does(cast(3, 'for'), member(3), NOW + 62_999)
    expect(room.refuses(cast(2, 'for'), member(2), NOW + 63_000).code).toBe('voteTimeUp')
    room.does(enter('hands', 2, 'for'), desk, NOW + 64_000)
  })

  it('goes on for as long as it is extended, from its end or, when that is past, from now', () => {
    const room = clocked()
    room.does(extend(30), desk, NOW + 10_000)
    expect(endsAt(room.open())).toBe(NOW + 90_000)
    room.does(cast(1, 'for'), member(1), NOW + 89_999)
    room.does(extend(30), desk, NOW + 100_000)
    expect(endsAt(room.open())).toBe(NOW + 130_000)
    room.does(cast(2, 'for'), member(2), NOW + 129_999)
    expect(room.refuses(cast(3, 'for'), member(3), NOW + 133_000).code).toBe('voteTimeUp')
    room.does(extend(5), desk, NOW + 130_000)
    expect(endsAt(room.open())).toBe(NOW + 135_000)
  })

  it('without one there is nothing to extend, and no hour at which it ends', () => {
    const room = votingRoom(3)
    expect(endsAt(room.open())).toBeNull()
    expect(room.refuses(extend(30)).code).toBe('voteHasNoClock')
    room.does(cast(2, 'for'), member(2), NOW + 1_000_000_000)
  })
})

describe('when voting has stopped', () => {
  it('nobody votes, nobody is added and no time is added; what stays is to count', () => {
    const room = votingRoom(3, { seconds: 60 })
    room.does(cast(1, 'for'))
    room.does(stopIt, desk, NOW + 3)
    expect(room.open().stoppedAt).toBe(NOW + 3)
    for (const command of [cast(2, 'for'), enter('hands', 2, 'for'), enter('paper', 2, 'for'), extend(30), stopIt]) {
      expect(room.refuses(command).code).toBe('ballotsStopped')
    }
    room.does(closeIt())
    expect(room.verdict().figures).toMatchObject({ for: 1 })
  })
})

describe('who has given a proxy', () => {
  it('does not vote on a device; the desk enters the ballot, once', () => {
    const room = roomOf({ voters: 3 })
    room.does({ type: 'delegateVote', data: { seatId: seat(2), proxyId: seat(3) } })
    room.does(openIt())
    expect(room.refuses(cast(2, 'for')).code).toBe('voteIsDelegated')
    room.does(cast(3, 'for'))
    room.does(enter('hands', 2, 'for'))
    expect(room.refuses(enter('paper', 2, 'for', 6)).code).toBe('votedOtherwise')
    const back: MeetingCommand = { type: 'withdrawDelegation', data: { seatId: seat(2) } }
    expect(room.refuses(back).code).toBe('voteIsOpen')
  })
})
