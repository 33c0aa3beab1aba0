import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingCommand, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { resultOf } from '../../../../shared/meeting/voting/result.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import {
  cast,
  closeIt,
  enter,
  everyChannel,
  hands,
  issue,
  majority,
  nobodyRaised,
  type Room,
  recall,
  replayed,
  seat,
  stopIt,
  tally,
  theVote,
  votingRoom,
} from './room.ts'
import { type Act, Bag, type Stance } from './slips-of-paper.ts'

const VOTERS = 7
const AWAY = 2
const RUNS = 150

const person = fc.integer({ min: 1, max: VOTERS })
const stance = fc.constantFrom<Stance>('for', 'against', 'abstain')
const rule = fc
  .record({
    den: fc.constantFrom('entitled', 'present', 'participating', 'against'),
    op: fc.constantFrom('>', '>='),
    share: fc.constantFrom([1, 2], [2, 3], [3, 4], [1, 1], [1, 3]),
  })
  .map(({ den, op, share: [num = 1, of = 1] }): Rule => ({ ...majority, pass: { den, op, share: { num, den: of } } }))

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('press'), person, says: stance }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('raise'),
      hands: fc.uniqueArray(fc.tuple(person, stance), { maxLength: 4, selector: ([one]) => one }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('give'), person }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('takeBack'), person }) },
)

const heaps = (says: readonly Stance[]) => ({
  for: says.filter((one) => one === 'for').length,
  against: says.filter((one) => one === 'against').length,
  abstain: says.filter((one) => one === 'abstain').length,
})

/** What people do, as commands; `turn` keeps ballots and paper numbers apart. */
function commandOf(done: Act, turn: number): MeetingCommand {
  switch (done.act) {
    case 'press':
      return cast(done.person, done.says, turn)
    case 'raise':
      return hands(
        done.hands.map(([one]) => one),
        [heaps(done.hands.map(([, says]) => says))],
      )
    case 'give':
      return issue([done.person], turn)
    case 'takeBack':
      return recall(done.person)
  }
}

/** Stops, counts the papers of the bag and closes. */
function count(room: Room, bag: Bag): void {
  const papers = bag.slips.filter(({ by }) => by === 'paper').flatMap(({ says }) => says ?? [])
  if (room.open().issued > 0) {
    room.does(stopIt)
    room.does(tally(1, 2, { rows: [heaps(papers)] }))
    room.does(tally(2, 3, { rows: [heaps(papers)] }))
  }
  if (room.open().hands === null) room.does(nobodyRaised())
  room.does(closeIt())
}

/** What the journal says was counted, read without the help of the fold. */
function readFrom(events: readonly MeetingEvent[]) {
  const named = new Map<string, string>()
  let raised: readonly Readonly<Record<string, number>>[] = []
  let papers: readonly Readonly<Record<string, number>>[] = []
  for (const event of events) {
    if (event.type === 'ballotCast') named.set(event.data.seatId, event.data.option)
    if (event.type === 'handsCounted') raised = event.data.rows ?? []
    if (event.type === 'tallyEntered') papers = event.data.rows
  }
  const sum = (mark: string) =>
    [...named.values()].filter((option) => option === mark).length +
    [...raised, ...papers].reduce((total, row) => total + (row[mark] ?? 0), 0)
  return { for: sum('for'), against: sum('against'), abstain: sum('abstain') }
}

const marksOfPapers = fc.array(fc.option(stance, { freq: 4 }), { minLength: VOTERS + 1, maxLength: VOTERS + 1 })

const voteOn = (acts: readonly Act[], last: boolean, by: Rule) => {
  const room = votingRoom(
    VOTERS,
    { channels: everyChannel, revisable: last, rule: by, doubleEntry: true },
    { away: AWAY },
  )
  const bag = new Bag(last)
  for (const [index, done] of acts.entries()) {
    const command = commandOf(done, index + 1)
    const before = room.open()
    if (bag.put(done)) room.does(command)
    else {
      room.refuses(command)
      expect(room.open()).toBe(before)
    }
  }
  return { room, bag }
}

describe('a vote and a bag of slips of paper', () => {
  it('come to the same, whatever people try', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), fc.boolean(), rule, marksOfPapers, (acts, last, by, marks) => {
        const { bag, room } = voteOn(acts, last, by)
        bag.unfold((one) => marks[one] ?? null)
        count(room, bag)
        const { channels, faults, figures, passed, valid } = room.verdict()
        expect(figures).toEqual({
          ...{ entitled: VOTERS + AWAY, present: VOTERS },
          ...{ for: bag.heap('for'), against: bag.heap('against'), abstain: bag.heap('abstain') },
        })
        expect(channels).toEqual({ device: bag.by('device'), hands: bag.by('hands'), paper: bag.by('paper') })
        expect({ faults, valid }).toEqual({ faults: undefined, valid: true })
        expect(passed).toBe(bag.carries(by, VOTERS + AWAY, VOTERS))
        expect(room.meeting().voting.resolutions).toHaveLength(passed ? 1 : 0)
        expect(readFrom(room.events)).toEqual({ for: figures.for, against: figures.against, abstain: figures.abstain })
      }),
      { numRuns: RUNS },
    )
  })

  it('hold as many ballots as came in by all channels together', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), fc.boolean(), (acts, last) => {
        const { bag, room } = voteOn(acts, last, majority)
        const { ballots, hands: raised, issued, received, voters } = room.open()
        expect(received).toBe(ballots.length + (raised?.ballots ?? 0))
        expect(received).toBe(bag.by('device') + bag.by('hands'))
        expect(issued).toBe(bag.slips.filter(({ by }) => by === 'paper').length)
        expect(voters).toHaveLength(received + issued)
        expect(new Set(voters.map(({ seatId }) => seatId)).size).toBe(voters.length)
        expect(new Map(voters.map(({ channel, seatId }) => [seatId, channel]))).toEqual(
          new Map(bag.slips.map(({ by, of }) => [seat(of), by])),
        )
      }),
      { numRuns: RUNS },
    )
  })
})

describe('the order of acts', () => {
  const everyoneOnce = fc.array(fc.tuple(fc.constantFrom('press', 'hand', 'give', 'none'), stance), {
    minLength: VOTERS,
    maxLength: VOTERS,
  })

  it('never changes the result', () => {
    const orders = fc.shuffledSubarray(
      Array.from({ length: VOTERS + 1 }, (_, index) => index),
      {
        minLength: VOTERS + 1,
        maxLength: VOTERS + 1,
      },
    )
    fc.assert(
      fc.property(everyoneOnce, rule, orders, orders, (ways, by, one, other) => {
        const found = [one, other].map((order) => {
          const room = votingRoom(VOTERS, { channels: everyChannel, rule: by })
          const raising = ways.flatMap(([way, says], index) => (way === 'hand' ? [[index + 1, says] as const] : []))
          const papers = ways.flatMap(([way, says]) => (way === 'give' ? [says] : []))
          for (const index of order) {
            const [way, says] = ways[index] ?? ['hands', 'for']
            if (way === 'press') room.does(cast(index + 1, says))
            if (way === 'give') room.does(issue([index + 1], index + 1))
            if (way === 'hands') {
              room.does(
                hands(
                  raising.map(([one]) => one),
                  [heaps(raising.map(([, says]) => says))],
                ),
              )
            }
          }
          if (papers.length > 0) {
            room.does(stopIt)
            room.does(tally(1, null, { rows: [heaps(papers)] }))
          }
          room.does(closeIt())
          return room.verdict()
        })
        expect(found[0]).toEqual(found[1])
      }),
      { numRuns: RUNS },
    )
  })

  it('of named ballots neither, with several rows', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
      minLength: VOTERS,
      maxLength: VOTERS,
    })
    const question = { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'score', max: 5 } } as const
    fc.assert(
      fc.property(points, (given) => {
        const found = [given, [...given].reverse()].map((order) => {
          const room = votingRoom(VOTERS, {
            question,
            rule: null,
            channels: { device: true, hands: 'named', paper: 'named' },
          })
          for (const [index, marks] of order.entries()) {
            room.does(index % 2 === 0 ? cast(index + 1, marks.join(',')) : enter('paper', index + 1, marks.join(',')))
          }
          room.does(closeIt())
          return room.verdict().rows
        })
        expect(found[0]).toEqual(found[1])
        const tallied = (row: 0 | 1, mark: number) => given.filter((marks) => marks[row] === mark).length
        for (const row of [0, 1] as const) {
          for (let mark = 0; mark <= 5; mark += 1)
            expect(found[0]?.[row]?.counts[String(mark)]).toBe(tallied(row, mark))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('the journal', () => {
  it('gives the announced result again, from its events and from the fold', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), rule, marksOfPapers, (acts, by, marks) => {
        const { bag, room } = voteOn(acts, true, by)
        bag.unfold((one) => marks[one] ?? null)
        count(room, bag)
        const closing = room.events.findIndex(({ type }) => type === 'voteClosed')
        const before = replayed(room.events.slice(0, closing))
        const open = before.phase === 'unopened' ? null : before.voting.open
        const { sentence: _, ...announced } = room.verdict()
        expect(open && resultOf(open, {})).toEqual(announced)
        expect(replayed(room.events)).toEqual(room.meeting())
      }),
      { numRuns: 60 },
    )
  })
})

describe('nobody counts twice', () => {
  /** Anything that can be sent about ballots, sensible or not, also by names that were given twice. */
  const anything: fc.Arbitrary<(turn: number) => MeetingCommand> = fc.oneof(
    fc.tuple(person, stance).map(
      ([one, says]) =>
        (turn: number) =>
          cast(one, says, turn),
    ),
    fc.tuple(person, stance).map(
      ([one, says]) =>
        () =>
          cast(one, says, 1),
    ),
    fc.tuple(fc.constantFrom('hands', 'paper'), person, stance).map(
      ([way, one, says]) =>
        (turn: number) =>
          enter(way, one, says, turn),
    ),
    fc.tuple(fc.option(fc.array(person, { maxLength: 5 })), fc.nat(5), fc.nat(3)).map(
      ([names, yes, no]) =>
        () =>
          hands(names, [{ for: yes, against: no }]),
    ),
    fc.array(person, { minLength: 1, maxLength: 3 }).map((people) => (turn: number) => issue(people, turn * 10)),
    person.map((one) => () => recall(one)),
    fc.tuple(fc.constantFrom<1 | 2>(1, 2), person, fc.nat(8), fc.nat(4)).map(
      ([entry, counter, yes, no]) =>
        () =>
          tally(entry, counter, { rows: [{ for: yes, against: no }] }),
    ),
    fc.constant(() => stopIt),
  )
  const channels = fc.record({
    device: fc.boolean(),
    hands: fc.constantFrom('named', 'counted', null),
    paper: fc.constantFrom('named', 'secret', null),
  })

  it('whatever is sent, in whatever order, on whatever terms', () => {
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 40 }),
        channels.filter(({ device, hands: raised, paper }) => device || raised !== null || paper !== null),
        fc.boolean(),
        fc.boolean(),
        (sent, ways, revisable, doubleEntry) => {
          const room = votingRoom(VOTERS, { channels: ways, revisable, doubleEntry })
          for (const [index, make] of sent.entries()) {
            room.tries(make(index + 1))
            const { ballots, hands: raised, issued, received, voters } = room.open()
            const people = voters.map(({ seatId }) => seatId)
            expect(new Set(people).size).toBe(people.length)
            expect(new Set(ballots.map(({ seatId }) => seatId)).size).toBe(ballots.length)
            expect(received).toBe(ballots.length + (raised?.ballots ?? 0))
            expect(issued).toBe(voters.filter(({ number }) => number !== null).length)
            expect(people.length).toBe(ballots.length + (raised?.seatIds?.length ?? 0) + issued)
          }
          if (!room.tries(closeIt())) return
          const { channels: came, figures, outcome } = room.verdict()
          if (outcome === 'invalid') return
          const { abstain, against } = figures
          expect(figures.for + against + abstain).toBe((came?.device ?? 0) + (came?.hands ?? 0) + (came?.paper ?? 0))
          expect(figures.for + against + abstain).toBeLessThanOrEqual(VOTERS)
          expect(room.past().voteId).toBe(theVote)
        },
      ),
      { numRuns: RUNS },
    )
  })
})
