import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { agreeing, asking, firstItem, secondItem } from '../../../fixtures/small-meeting.ts'
import {
  cast,
  closeIt,
  desk,
  enter,
  everyChannel,
  hands,
  holdIt,
  issue,
  majority,
  openIt,
  publishIt,
  roomOf,
  seat,
  stopIt,
  termsWith,
  theVote,
  voteCalled,
  votingRoom,
} from './room.ts'

const twoThirdsThere: Rule = { ...majority, quorum: { den: 'entitled', op: '>=', share: { num: 2, den: 3 } } }
const signIn = (person: number): MeetingCommand => ({ type: 'signIn', data: { seatId: seat(person) } })
const signOut = (person: number): MeetingCommand => ({ type: 'signOut', data: { seatId: seat(person) } })
const add = (person: number): MeetingCommand => ({
  type: 'addElector',
  data: { voteId: theVote, seatId: seat(person) },
})
const recuse = (person: number): MeetingCommand => ({
  type: 'recordRecusal',
  data: { itemId: firstItem, seatId: seat(person), reason: '与本人有利害关系' },
})
const onlyHands: Terms['channels'] = { device: false, hands: 'counted', paper: null }

describe('a vote does not open', () => {
  it('without the quorum that its rule asks for: 3 of 5 are less than two thirds, 4 of 6 are enough', () => {
    const few = roomOf({ voters: 3, away: 2 })
    expect(few.refuses(openIt(termsWith({ rule: twoThirdsThere }))).refusal).toEqual({
      code: 'noQuorum',
      present: 3,
      needed: 4,
    })
    const enough = roomOf({ voters: 4, away: 2 })
    enough.does(openIt(termsWith({ rule: twoThirdsThere })))
    expect(enough.open().entitled).toBe(6)
  })

  it('by its own rule, not by the meeting’s: a lenient one opens where the meeting’s would not', () => {
    const room = roomOf({ voters: 3, away: 2, change: { rule: twoThirdsThere } })
    expect(room.refuses(openIt()).code).toBe('noQuorum')
    room.does(openIt(termsWith({ rule: majority })))
  })

  it('where nobody may vote, also when no quorum is asked and nothing is decided', () => {
    const nobody = roomOf({ voters: 0, away: 2, onlookers: ['guest'] })
    expect(nobody.refuses(openIt(termsWith({ rule: null }))).refusal).toEqual({
      code: 'noQuorum',
      present: 0,
      needed: 1,
    })
    expect(nobody.refuses(openIt()).refusal).toEqual({ code: 'noQuorum', present: 0, needed: 1 })
  })

  it('on the day after its rule expired or before it is in force, in China', () => {
    // NOW is 16:53 on 2025-10-09 in China.
    const room = roomOf({ voters: 3 })
    const by = (change: Partial<Rule>) => openIt(termsWith({ rule: { ...majority, ...change } }))
    expect(room.refuses(by({ to: '2025-10-08' })).refusal).toEqual({ code: 'ruleExpired', to: '2025-10-08' })
    expect(room.refuses(by({ from: '2025-10-10' })).refusal).toEqual({ code: 'ruleNotYetInForce', from: '2025-10-10' })
    room.does(by({ from: '2025-10-09', to: '2025-10-09' }))
  })

  it('when the notice was too short for its rule', () => {
    const room = roomOf({ voters: 3 })
    expect(room.refuses(openIt(termsWith({ rule: { ...majority, noticeDays: 3 } }))).code).toBe('noticeTooShort')
  })

  it('on another item than the one that runs, or beside another vote', () => {
    const room = roomOf({ voters: 3 })
    const elsewhere = { ...openIt(), data: { ...openIt().data, itemId: secondItem } }
    expect(room.refuses(elsewhere).code).toBe('itemNotRunning')
    room.does(openIt())
    expect(room.refuses(openIt(undefined, voteCalled('another0'))).code).toBe('voteIsOpen')
    room.does(holdIt)
    expect(room.refuses(openIt(undefined, voteCalled('another0'))).code).toBe('resultNotPublished')
    room.does(publishIt)
    expect(room.refuses(openIt()).code).toBe('voteExists')
    room.does(openIt(undefined, voteCalled('another0')))
  })

  it('by a rule of owners, and an election only on secret paper', () => {
    const room = roomOf({ voters: 3 })
    const owners: Rule = { ...majority, paperOnly: 'owners' }
    expect(room.refuses(openIt(termsWith({ rule: owners }))).code).toBe('ownersInWriting')
    const election = { question: { kind: 'election', rows: ['甲', '乙'], posts: 1 } } as const
    expect(room.refuses(openIt(termsWith(election))).code).toBe('electionOnPaper')
    const papers = (paper: 'secret' | 'named', device = false, raised: 'named' | null = null) =>
      openIt(termsWith({ ...election, channels: { device, hands: raised, paper } }))
    expect(room.refuses(papers('named')).code).toBe('electionOnPaper')
    expect(room.refuses(papers('secret', true)).code).toBe('electionOnPaper')
    expect(room.refuses(papers('secret', false, 'named')).code).toBe('electionOnPaper')
    const electing: Rule = { ...majority, paperOnly: 'election' }
    expect(room.refuses(openIt(termsWith({ rule: electing }))).code).toBe('electionOnPaper')
    room.does(papers('secret'))
  })

  it('while somebody speaks', () => {
    const room = roomOf({ voters: 3 })
    room.does(asking(seat(2)))
    room.does({ type: 'callNextSpeaker', data: {} })
    expect(room.refuses(openIt()).code).toBe('someoneSpeaks')
  })
})

describe('where nobody is signed in one by one', () => {
  const bench = { form: { ...(agreeing.form as NonNullable<typeof agreeing.form>), rollCall: false } }

  it('only hands are counted, nothing is decided, and somebody has to say how many there are', () => {
    const room = roomOf({ voters: 0, change: bench })
    const counted = openIt(termsWith({ rule: null, channels: onlyHands }))
    expect(room.refuses(counted).code).toBe('headcountNeeded')
    room.does({ type: 'recordHeadcount', data: { count: 20 } })
    expect(room.refuses(openIt(termsWith({ channels: onlyHands }))).code).toBe('onlyHandsWithoutRoll')
    for (const channels of [everyChannel, { ...onlyHands, device: true }, { ...onlyHands, paper: 'named' as const }]) {
      expect(room.refuses(openIt(termsWith({ rule: null, channels }))).code).toBe('onlyHandsWithoutRoll')
    }
    room.does(counted)
    room.does({ type: 'recordHeadcount', data: { count: 30 } })
    expect(room.open().headcount).toBe(20)
    room.does(hands(null, [{ for: 20, against: 1 }]))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      outcome: 'invalid',
      faults: [{ code: 'handsOverRoom', left: 21, right: 20 }],
    })
  })

  it('as many hands as people are counted and give no verdict', () => {
    const room = roomOf({ voters: 0, change: bench })
    room.does({ type: 'recordHeadcount', data: { count: 20 } })
    room.does(openIt(termsWith({ rule: null, channels: onlyHands })))
    room.does(hands(null, [{ for: 15, against: 5 }]))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'counted', passed: false, figures: { present: 20, for: 15 } })
    expect(room.verdict().sentence).toContain('到场约 20 人')
  })
})

describe('what is frozen when a vote opens', () => {
  it('who may vote and the base: who comes or goes afterwards changes nothing', () => {
    const room = votingRoom(4, {}, { away: 2, onlookers: ['guest'] })
    const before = room.open()
    expect(before.electors).toEqual([1, 2, 3, 4].map(seat))
    expect(before.entitled).toBe(6)
    room.does(signIn(5))
    room.does(signOut(2))
    expect(room.open().electors).toEqual(before.electors)
    expect(room.refuses(cast(5, 'for')).code).toBe('notAnElector')
    expect(room.refuses(enter('hands', 5, 'for')).code).toBe('notAnElector')
    room.does(cast(2, 'for'))
    room.does(closeIt())
    expect(room.verdict().figures).toEqual({ entitled: 6, present: 4, for: 1, against: 0, abstain: 0 })
  })

  it('回避: those who stand aside count nowhere, and nobody may stand aside or come back in the middle', () => {
    const room = roomOf({ voters: 5, away: 1 })
    room.does(recuse(2))
    room.does(openIt())
    expect(room.open()).toMatchObject({ entitled: 5, recused: 1, electors: [1, 3, 4, 5].map(seat) })
    expect(room.refuses(cast(2, 'for')).code).toBe('notAnElector')
    expect(room.refuses(recuse(3)).code).toBe('voteIsOpen')
    const back: MeetingCommand = { type: 'withdrawRecusal', data: { itemId: firstItem, seatId: seat(2) } }
    expect(room.refuses(back).code).toBe('voteIsOpen')
    expect(room.refuses(add(2)).code).toBe('notEntitled')
    room.does(cast(1, 'for'))
    room.does(closeIt())
    expect(room.verdict().figures).toEqual({ entitled: 5, present: 4, for: 1, against: 0, abstain: 0, recused: 1 })
    expect(room.verdict().sentence).toContain('另有 1 人回避，不计入')
  })

  it('its rule: it is the one that was on the table when the vote opened', () => {
    const room = votingRoom(4, { rule: { ...majority, ruleId: 'another_rule' } })
    for (const person of [1, 2, 3]) room.does(cast(person, 'for'))
    room.does(closeIt())
    expect(room.verdict().ruleId).toBe('another_rule')
  })

  it('the day: a vote opened before midnight is decided by the rule of that day', () => {
    const room = roomOf({ voters: 3 })
    room.does(openIt(termsWith({ rule: { ...majority, to: '2025-10-09' } })))
    for (const person of [1, 2]) room.does(cast(person, 'for'))
    room.does(closeIt(), desk, NOW + 24 * 3_600_000)
    expect(room.verdict()).toMatchObject({ valid: true, passed: true })
  })
})

describe('who came late', () => {
  it('votes by the chair’s act, which stands in the record with its hour', () => {
    const room = votingRoom(3, {}, { away: 1 })
    expect(room.refuses(add(4)).code).toBe('notSignedIn')
    room.does(signIn(4))
    const chair = { role: 'chair', seatId: seat(1) } as const
    expect(room.does(add(4), chair, NOW + 5)).toEqual([
      { type: 'electorAdded', data: { voteId: theVote, seatId: seat(4), at: NOW + 5, by: seat(1) } },
    ])
    expect(room.refuses(add(4)).code).toBe('alreadyElector')
    room.does(cast(4, 'for'))
    room.does(closeIt())
    expect(room.verdict().figures).toEqual({ entitled: 4, present: 4, for: 1, against: 0, abstain: 0 })
  })

  it('does not vote without a right to, in a vote that is over, or when nobody knows who it is', () => {
    const room = votingRoom(3, {}, { away: 1, onlookers: ['guest'] })
    expect(room.refuses(add(5)).code).toBe('notEntitled')
    expect(room.refuses(add(77)).code).toBe('seatUnknown')
    room.does(signIn(4))
    room.does(stopIt)
    expect(room.refuses(add(4)).code).toBe('ballotsStopped')
    room.does(closeIt())
    expect(room.refuses(add(4)).code).toBe('voteAlreadyEnded')
  })
})

describe('列席', () => {
  it('is in no base and has no ballot by any channel', () => {
    const room = votingRoom(3, { channels: everyChannel }, { onlookers: ['guest', 'guest', 'supervisor'] })
    expect(room.open()).toMatchObject({ entitled: 3, electors: [1, 2, 3].map(seat) })
    for (const command of [cast(4, 'for'), hands([4], [{ for: 1 }]), issue([4])]) {
      expect(room.refuses(command).code).toBe('notAnElector')
    }
  })
})
