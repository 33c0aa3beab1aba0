import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { firstItem } from '../../../fixtures/small-meeting.ts'
import { cast, closeIt, hands, issue, majority, openIt, roomOf, seat, stopIt, tally, termsWith } from './room.ts'

type Ballots = { readonly for: number; readonly against: number; readonly abstain: number }
type Way = 'devices' | 'raised hands' | 'secret papers'
type Who = { readonly voters: number; readonly away?: number; readonly recused?: number; readonly guests?: number }

const channelsBy: Readonly<Record<Way, Terms['channels']>> = {
  devices: { device: true, hands: null, paper: null },
  'raised hands': { device: false, hands: 'counted', paper: null },
  'secret papers': { device: false, hands: null, paper: 'secret' },
}

const ruleOf = (den: Rule['pass']['den'], op: '>' | '>=', share: string): Rule => {
  const [num = 0, of = 1] = share.split('/').map(Number)
  return { ...majority, pass: { den, op, share: { num, den: of } } }
}

/** The verdict of a vote by this rule; those who stand aside come besides the voters and are the last of them. */
function verdictOf(rule: Rule, who: Who, ballots: Ballots, way: Way) {
  const { away = 0, guests = 0, recused = 0, voters } = who
  const onlookers = Array.from({ length: guests }, () => 'guest' as const)
  const room = roomOf({ voters: voters + recused, away, onlookers })
  for (let person = voters + 1; person <= voters + recused; person += 1) {
    room.does({ type: 'recordRecusal', data: { itemId: firstItem, seatId: seat(person), reason: '近亲属承包' } })
  }
  room.does(openIt(termsWith({ rule, channels: channelsBy[way] })))
  const options = (['for', 'against', 'abstain'] as const).flatMap((option) =>
    Array.from({ length: ballots[option] }, () => option),
  )
  const commands: Readonly<Record<Way, () => readonly MeetingCommand[]>> = {
    devices: () => options.map((option, index) => cast(index + 1, option)),
    'raised hands': () => [hands(null, [{ ...ballots }])],
    'secret papers': () => [
      issue(options.map((_, index) => index + 1)),
      stopIt,
      tally(1, null, { rows: [{ ...ballots }] }),
    ],
  }
  for (const command of commands[way]()) room.does(command)
  room.does(closeIt())
  return room.verdict()
}

/**
 * 24 are entitled and 20 are present. `least` is the smallest number in favour that passes, worked out by hand; null: no
 * number does. In the lines of 参与 18 vote, in those of 反对 6 are against; who is left abstains.
 */
const table: readonly (readonly [Rule['pass']['den'], '>' | '>=', string, number | null])[] = [
  // 24: a half is 12, two thirds are 16, three quarters are 18, all are more than the 20 who are there.
  ['entitled', '>', '1/2', 13],
  ['entitled', '>=', '1/2', 12],
  ['entitled', '>', '2/3', 17],
  ['entitled', '>=', '2/3', 16],
  ['entitled', '>', '3/4', 19],
  ['entitled', '>=', '3/4', 18],
  ['entitled', '>', '1/1', null],
  ['entitled', '>=', '1/1', null],
  // 20: a half is 10, two thirds are 13 1/3, three quarters are 15.
  ['present', '>', '1/2', 11],
  ['present', '>=', '1/2', 10],
  ['present', '>', '2/3', 14],
  ['present', '>=', '2/3', 14],
  ['present', '>', '3/4', 16],
  ['present', '>=', '3/4', 15],
  ['present', '>', '1/1', null],
  ['present', '>=', '1/1', 20],
  // 18, abstentions counted: a half is 9, two thirds are 12, three quarters are 13 1/2.
  ['participating', '>', '1/2', 10],
  ['participating', '>=', '1/2', 9],
  ['participating', '>', '2/3', 13],
  ['participating', '>=', '2/3', 12],
  ['participating', '>', '3/4', 14],
  ['participating', '>=', '3/4', 14],
  ['participating', '>', '1/1', null],
  ['participating', '>=', '1/1', 18],
  // 6 against, abstentions not counted: a half is 3, two thirds are 4, three quarters are 4 1/2; 6 to 6 is a tie.
  ['against', '>', '1/2', 4],
  ['against', '>=', '1/2', 3],
  ['against', '>', '2/3', 5],
  ['against', '>=', '2/3', 4],
  ['against', '>', '3/4', 5],
  ['against', '>=', '3/4', 5],
  ['against', '>', '1/1', 7],
  ['against', '>=', '1/1', 7],
]

/** Ballots with so many in favour; the others are split so that no tie decides where none is meant. */
function split(base: Rule['pass']['den'], inFavour: number): Ballots {
  if (base === 'against') return { for: inFavour, against: 6, abstain: 2 }
  const all = base === 'participating' ? 18 : 20
  const others = all - inFavour
  const against = Math.floor(others / 2)
  return { for: inFavour, against, abstain: others - against }
}

describe.each(['devices', 'raised hands', 'secret papers'] as const)('on %s', (way) => {
  it.each(table)('for %s %s %s: the least number in favour is %s', (base, op, share, least) => {
    const rule = ruleOf(base, op, share)
    for (const recused of [0, 2]) {
      const who = { voters: 20, away: 4, recused }
      const passes = (inFavour: number) => {
        const { outcome, passed, valid } = verdictOf(rule, who, split(base, inFavour), way)
        expect(valid).toBe(true)
        expect(outcome).toBe(passed ? 'passed' : 'notPassed')
        return passed
      }
      const most = base === 'participating' ? 18 : base === 'against' ? 12 : 20
      expect(passes(most)).toBe(least !== null)
      if (least === null) continue
      expect(passes(least)).toBe(true)
      expect(passes(least - 1)).toBe(false)
    }
  })
})

describe('the traps', () => {
  const lines: readonly (readonly [string, Rule, Who, Ballots, boolean])[] = [
    ['2 of 3 are two thirds (以上)', ruleOf('participating', '>=', '2/3'), { voters: 3 }, b(2, 1), true],
    ['2 of 3 are not more than two thirds (超过)', ruleOf('participating', '>', '2/3'), { voters: 3 }, b(2, 1), false],
    ['66 of 100 are not two thirds', ruleOf('participating', '>=', '2/3'), { voters: 100 }, b(66, 34), false],
    ['67 of 100 are', ruleOf('participating', '>=', '2/3'), { voters: 100 }, b(67, 33), true],
    ['199 of 299 are not two thirds', ruleOf('present', '>=', '2/3'), { voters: 299 }, b(199, 100), false],
    ['200 of 299 are', ruleOf('present', '>=', '2/3'), { voters: 299 }, b(200, 99), true],
    ['10 of 20 are not 过半数', ruleOf('present', '>', '1/2'), { voters: 20 }, b(10, 9, 1), false],
    ['10 of 20 are 半数以上', ruleOf('present', '>=', '1/2'), { voters: 20 }, b(10, 9, 1), true],
    ['10 of 21 are not 半数以上', ruleOf('present', '>=', '1/2'), { voters: 21 }, b(10, 9, 1), false],
    [
      '9 to 8 with 3 abstentions: not a majority of 20',
      ruleOf('participating', '>', '1/2'),
      { voters: 20 },
      b(9, 8, 3),
      false,
    ],
    [
      '9 to 8 with 3 abstentions: more than are against',
      ruleOf('against', '>', '1/1'),
      { voters: 20 },
      b(9, 8, 3),
      true,
    ],
    ['who is there and does not vote is in 实到', ruleOf('present', '>', '1/2'), { voters: 21 }, b(10, 0), false],
    [
      'who is there and does not vote is not in 参与',
      ruleOf('participating', '>', '1/2'),
      { voters: 21 },
      b(10, 0),
      true,
    ],
    ['who is away is in 应到', ruleOf('entitled', '>', '1/2'), { voters: 10, away: 10 }, b(10, 0), false],
    [
      'who stands aside is in no base',
      ruleOf('entitled', '>', '1/2'),
      { voters: 10, away: 9, recused: 9 },
      b(10, 0),
      true,
    ],
    ['列席 is in no base', ruleOf('present', '>', '1/2'), { voters: 3, guests: 40 }, b(2, 1), true],
    ['列席 is not in 应到', ruleOf('entitled', '>=', '1/1'), { voters: 3, guests: 4 }, b(3, 0), true],
    [
      'nobody in favour never passes, though nobody is against',
      ruleOf('against', '>=', '1/1'),
      { voters: 3 },
      b(0, 0, 3),
      false,
    ],
    [
      'one in favour and nobody against is more than against',
      ruleOf('against', '>', '1/1'),
      { voters: 3 },
      b(1, 0, 2),
      true,
    ],
  ]
  it.each(lines)('%s', (_, rule, who, ballots, passed) => {
    expect(verdictOf(rule, who, ballots, 'devices')).toMatchObject({ valid: true, passed })
  })

  const lenient: readonly Rule[] = [
    ruleOf('participating', '>=', '1/2'),
    ruleOf('present', '>=', '1/2'),
    ruleOf('entitled', '>=', '1/2'),
    ruleOf('against', '>=', '1/1'),
    ruleOf('against', '>', '1/2'),
    ruleOf('entitled', '>', '1/3'),
  ]
  it.each(lenient)('a tie never passes, even where half is enough: $pass', (rule) => {
    for (const ballots of [b(5, 5), b(1, 1)]) {
      const voters = ballots.for * 2
      const verdict = verdictOf(rule, { voters }, ballots, 'devices')
      expect(verdict).toMatchObject({ valid: true, passed: false, tie: true, outcome: 'notPassed' })
      expect(verdict.sentence).toContain('平局不通过，主持人没有第二票')
    }
    // One more decides: the chair's own ballot weighs what every ballot weighs.
    expect(verdictOf(rule, { voters: 11 }, b(6, 5), 'devices')).toMatchObject({ passed: true })
  })

  it('nobody votes: no tie, and nothing passes', () => {
    const verdict = verdictOf(ruleOf('against', '>=', '1/1'), { voters: 4 }, b(0, 0), 'devices')
    expect(verdict).toMatchObject({ valid: true, passed: false })
    expect(verdict.tie).toBeUndefined()
  })
})

function b(inFavour: number, against: number, abstain = 0): Ballots {
  return { for: inFavour, against, abstain }
}
