import { expect } from 'vitest'
import type { BallotId, SeatId, VoteId } from '../../../../shared/core/ids.ts'
import type { Seat, SeatKind } from '../../../../shared/council/seat.ts'
import { ballotText } from '../../../../shared/identity/signed-text.ts'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import type { MeetingCommand, MeetingCommandOf, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import type { MeetingRejection } from '../../../../shared/meeting/rejections.ts'
import {
  evolveMeeting,
  type HeldMeeting,
  type MeetingState,
  unopenedMeeting,
} from '../../../../shared/meeting/state.ts'
import { plainTerms } from '../../../../shared/meeting/voting/marks.ts'
import type { OpenVote, PastVote, StoredVerdict } from '../../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { maySend } from '../../../../shared/roles/permissions.ts'
import type { Actor } from '../../../../shared/roles/roles.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { voteSentence } from '../../../../shared/wording/vote-sentence.ts'
import { commandIdOfTests, contextOf, NOW, operator, signatureBy } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { firstItem, opening } from '../../../fixtures/small-meeting.ts'

/** Seats of a room are numbers: 1, 2, 3 … are people who vote, the first of them presides. */
export const seat = (number: number): SeatId => id.seat(`person${String(number).padStart(4, '0')}`)
const keyOf = (number: number): string => (number + 1).toString(16).padStart(4, '0').repeat(16)
export const desk: Actor = operator

export const theVote = id.vote('thevote0')
export const voteCalled = (name: string): VoteId => id.vote(name)
export const resolution = (name: string) => id.resolution(name)
export const MOTION = '加装三处充电桩'

/** More than half of those who take part; no quorum. */
export const majority: Rule = {
  ruleId: 'majority',
  name: '过半数',
  quorum: null,
  pass: { den: 'participating', op: '>', share: { num: 1, den: 2 } },
  source: '议事公约第三条',
}

export const everyChannel: Terms['channels'] = { device: true, hands: 'counted', paper: 'secret' }
export const termsWith = (change: Partial<Terms> = {}): Terms => ({ ...plainTerms(majority), ...change })

type RoomPlan = {
  /** People who vote and are there; the first presides. */
  readonly voters: number
  /** People who vote and are not there. */
  readonly away?: number
  /** People who are there and do not vote. */
  readonly onlookers?: readonly SeatKind[]
  readonly change?: Partial<MeetingCommandOf<'openMeeting'>>
}

type Refused = { readonly code: MeetingRejection['code']; readonly refusal: MeetingRejection }

/** A meeting whose first item runs, in which commands are sent as the host would take them. */
export type Room = {
  readonly events: MeetingEvent[]
  /** The command is done; what happened. */
  does(command: MeetingCommand, actor?: Actor, now?: number): readonly MeetingEvent[]
  /** The command is refused, in a sentence, and nothing is different. */
  refuses(command: MeetingCommand, actor?: Actor, now?: number): Refused
  /** Whether the command is done. */
  tries(command: MeetingCommand, actor?: Actor, now?: number): boolean
  meeting(): HeldMeeting
  open(): OpenVote
  past(voteId?: VoteId): PastVote
  verdict(voteId?: VoteId): StoredVerdict
}

export function roomOf({ away = 0, change = {}, onlookers = [], voters }: RoomPlan): Room {
  const named = (number: number, more: Partial<Seat> = {}): Seat => ({
    ...{ seatId: seat(number), kind: number === 1 ? 'convener' : 'standing', voting: true },
    ...more,
  })
  const everybody = [
    ...Array.from({ length: voters + away }, (_, index) => named(index + 1)),
    ...onlookers.map((kind, index) => named(voters + away + index + 1, { kind, voting: false })),
  ]
  const here = everybody.filter((_, index) => index < voters || index >= voters + away)
  const events: MeetingEvent[] = []
  let state: MeetingState = unopenedMeeting
  const happened = (event: MeetingEvent) => {
    events.push(event)
    state = evolveMeeting(state, event)
  }
  const opened = { ...opening, chair: seat(1), scribe: seat(1), seats: everybody, rule: majority, ...change }
  happened({ type: 'meetingOpened', data: { ...opened, openedAt: NOW } })
  for (const { seatId } of here) happened({ type: 'seatSignedIn', data: { seatId, at: NOW, enteredBy: null } })
  for (const [index, { seatId }] of everybody.entries()) {
    happened({ type: 'deviceBound', data: { seatId, publicKey: keyOf(index + 1), at: NOW } })
  }
  happened({ type: 'itemStarted', data: { itemId: firstItem, at: NOW } })
  const decided = (command: MeetingCommand, actor: Actor, now: number) => {
    expect(maySend(actor.role, command.type)).toBe(true)
    return decideMeeting(state, command, contextOf(actor, { now, announce: voteSentence }))
  }
  const actorOf = (command: MeetingCommand): Actor =>
    command.type === 'castBallot' ? { role: 'member', seatId: command.data.seatId } : desk
  const past = (voteId: VoteId = theVote) => {
    const found = room.meeting().voting.past.find((vote) => vote.voteId === voteId)
    if (found === undefined) throw new Error(`${voteId} is not past`)
    return found
  }
  const room: Room = {
    events,
    does: (command, actor = actorOf(command), now = NOW) => {
      const result = decided(command, actor, now)
      expect(result, command.type).toMatchObject({ ok: true })
      if (!result.ok) return []
      for (const event of result.value) happened(event)
      return result.value
    },
    refuses: (command, actor = actorOf(command), now = NOW) => {
      const before = JSON.stringify(state)
      const result = decided(command, actor, now)
      expect(JSON.stringify(state)).toBe(before)
      if (result.ok) throw new Error(`${command.type} was not refused`)
      expect(sentenceOf(result.refusal).length).toBeGreaterThan(5)
      return { code: result.refusal.code, refusal: result.refusal }
    },
    tries: (command, actor = actorOf(command), now = NOW) => {
      const result = decided(command, actor, now)
      if (result.ok) for (const event of result.value) happened(event)
      return result.ok
    },
    meeting: () => {
      if (state.phase === 'unopened') throw new Error('the meeting is not open')
      return state
    },
    open: () => {
      const { open } = room.meeting().voting
      if (open === null) throw new Error('no vote is open')
      return open
    },
    past,
    verdict: (voteId = theVote) => {
      const { verdict } = past(voteId)
      if (verdict === null) throw new Error(`${voteId} has no verdict`)
      return verdict
    },
  }
  return room
}

type Command<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>

const ballotOf = (person: number, turn: number, voteId: VoteId): BallotId =>
  id.ballot(`${voteId.slice(3)}of${String(person).padStart(4, '0')}x${turn}`)

/** A ballot on the person's device; `turn` tells several of one person apart. */
export function cast(person: number, option: string, turn = 1, voteId = theVote): Command<'castBallot'> {
  const ballot = { voteId, ballotId: ballotOf(person, turn, voteId), option, seatId: seat(person) }
  const text = ballotText({ ...ballot, meetingId: opening.meetingId, commandId: commandIdOfTests })
  return { type: 'castBallot', data: { ...ballot, signature: signatureBy(keyOf(person), text) } }
}

/** The rest of the evidence of such a ballot. */
export const signed = (person: number) => ({ publicKey: keyOf(person), commandId: commandIdOfTests })

/** A named ballot entered by the desk. */
export const enter = (
  channel: 'hands' | 'paper',
  person: number,
  option: string,
  turn = 5,
  voteId = theVote,
): Command<'enterBallot'> => ({
  type: 'enterBallot',
  data: { voteId, ballotId: ballotOf(person, turn, voteId), option, seatId: seat(person), channel },
})

type Rows = NonNullable<MeetingCommandOf<'countHands'>['rows']>

/** Hands were counted: whose, if names were asked, and how many for each mark. */
export const hands = (
  people: readonly number[] | null,
  rows: Rows | null,
  said?: 'majority' | 'unrecorded',
): Command<'countHands'> => ({
  type: 'countHands',
  data: { voteId: theVote, seatIds: people?.map(seat) ?? null, rows, ...(said === undefined ? {} : { said }) },
})

/** Nobody raised a hand, which is entered as well. */
export const nobodyRaised = (mark = 'for') => hands([], [{ [mark]: 0 }])

/** Papers numbered from `from` on. */
export const issue = (people: readonly number[], from = 1): Command<'issuePapers'> => ({
  type: 'issuePapers',
  data: { voteId: theVote, papers: people.map((person, index) => ({ seatId: seat(person), number: from + index })) },
})

export const recall = (person: number, reason = '写坏了'): Command<'recallPaper'> => ({
  type: 'recallPaper',
  data: { voteId: theVote, seatId: seat(person), reason },
})

export const withdraw = (person: number): Command<'withdrawBallot'> => ({
  type: 'withdrawBallot',
  data: { voteId: theVote, seatId: seat(person), reason: '录错了人' },
})

type Papers = {
  readonly rows: Rows
  readonly invalid?: number
  readonly valid?: number
  readonly returned?: number
  /** The written-in names behind the candidates; none where it is left out. */
  readonly others?: string[]
}

/** What one person counted. Where nothing else is said all numbers agree with the first row. */
export function tally(entry: 1 | 2, counter: number | null, papers: Papers): Command<'enterTally'> {
  const { invalid = 0, others, rows } = papers
  const valid = papers.valid ?? Object.values(rows[0] ?? {}).reduce((sum, count) => sum + count, 0)
  const returned = papers.returned ?? valid + invalid
  const counted = counter === null ? null : seat(counter)
  const named = others === undefined ? {} : { others }
  const figures = { rows, returned, valid, invalid }
  return { type: 'enterTally', data: { voteId: theVote, entry, counter: counted, ...figures, ...named } }
}

export const openIt = (terms?: Terms, voteId = theVote): Command<'openVote'> => ({
  type: 'openVote',
  data: { voteId, itemId: firstItem, motion: MOTION, ...(terms === undefined ? {} : { terms }) },
})
export const stopIt: Command<'stopBallots'> = { type: 'stopBallots', data: { voteId: theVote } }
export const closeIt = (voteId = theVote, resolutionId = resolution('theresolution')): Command<'closeVote'> => ({
  type: 'closeVote',
  data: { voteId, resolutionId },
})
export const holdIt: Command<'closeVote'> = {
  type: 'closeVote',
  data: { voteId: theVote, resolutionId: resolution('theresolution'), hold: true },
}
export const publishIt: Command<'publishVote'> = {
  type: 'publishVote',
  data: { voteId: theVote, resolutionId: resolution('theresolution') },
}
export const voidIt = (voteId = theVote, reason = '唱票有误'): Command<'voidVote'> => ({
  type: 'voidVote',
  data: { voteId, reason },
})

/** A room of `voters` in which a vote on these terms is open. */
export function votingRoom(voters: number, terms: Partial<Terms> = {}, plan: Partial<RoomPlan> = {}): Room {
  const room = roomOf({ voters, ...plan })
  room.does(openIt(termsWith(terms)))
  return room
}

export const replayed = (events: readonly MeetingEvent[]): MeetingState =>
  (JSON.parse(JSON.stringify(events)) as MeetingEvent[]).reduce(evolveMeeting, unopenedMeeting)
