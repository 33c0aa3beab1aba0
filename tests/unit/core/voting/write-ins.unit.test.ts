import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingCommandOf } from '../../../../shared/meeting/messages.ts'
import { projectMeeting, projectMeetingEvent } from '../../../../shared/meeting/project.ts'
import { evolveMeeting, type MeetingState } from '../../../../shared/meeting/state.ts'
import { paperFaults } from '../../../../shared/meeting/voting/balance.ts'
import { naming, othersOf, rowNames } from '../../../../shared/meeting/voting/marks.ts'
import { resultOf } from '../../../../shared/meeting/voting/result.ts'
import { type Question, type Terms, terms as termsShape } from '../../../../shared/meeting/voting/terms.ts'
import { rowLabels } from '../../../../shared/wording/vote-words.ts'
import { Box, type ElectionPaper } from './box-of-papers.ts'
import {
  closeIt,
  holdIt,
  issue,
  majority,
  openIt,
  publishIt,
  type Room,
  replayed,
  seat,
  stopIt,
  tally,
  termsWith,
  theVote,
  voidIt,
  voteCalled,
  votingRoom,
} from './room.ts'

const paper: Terms['channels'] = { device: false, hands: null, paper: 'secret' }
const electing = (posts: number, rows = ['甲', '乙']): Question => ({ kind: 'election', rows, posts, writeIns: true })
const row = (inFavour: number, against: number, abstain = 0) => ({ for: inFavour, against, abstain })
const add = (name: string) => ({ type: 'addWriteIn', data: { voteId: theVote, name } }) as const
const drop = (name: string) => ({ type: 'dropWriteIn', data: { voteId: theVote, name } }) as const

/** The box of an election is open: `papers` papers were issued and nobody votes any more. */
function openedBox(papers: number, posts = 1, more: Partial<Terms> = {}): Room {
  const room = votingRoom(papers, { question: electing(posts), channels: paper, ...more })
  room.does(issue(Array.from({ length: papers }, (_, index) => index + 1)))
  room.does(stopIt)
  return room
}

type Rows = MeetingCommandOf<'enterTally'>['rows']
function counted(room: Room, rows: Rows, valid: number): Room {
  room.does(tally(1, null, { rows, valid, returned: valid, others: [...othersOf(room.open().terms.question)] }))
  room.does(closeIt())
  return room
}
const electedIn = (room: Room) => room.verdict().rows?.map(({ elected }) => elected)

describe('另选他人: names that are found in the box', () => {
  it('become rows of the vote behind the candidates, with who wrote them down and when', () => {
    const room = openedBox(5)
    expect(room.does(add('丙'))).toMatchObject([
      { type: 'writeInFound', data: { name: '丙', by: expect.any(String), at: expect.any(Number) } },
    ])
    room.does(add('丁'))
    expect(rowNames(room.open().terms.question)).toEqual(['甲', '乙', '丙', '丁'])
    expect(rowLabels(room.open().terms.question)).toEqual(['甲', '乙', '丙（另选）', '丁（另选）'])
  })

  it('do away with the counts that stood: they are entered again, with the name', () => {
    const room = openedBox(5, 1, { doubleEntry: true })
    room.does(tally(1, 2, { rows: [row(3, 2), row(1, 4)] }))
    room.does(tally(2, 3, { rows: [row(3, 2), row(1, 4)] }))
    room.does(add('丙'))
    expect(room.open().tallies).toEqual([])
    expect(room.refuses(closeIt()).code).toBe('notCountedYet')
    room.does(tally(1, 2, { rows: [row(3, 2), row(1, 4), { for: 1 }], others: ['丙'] }))
    room.does(tally(2, 3, { rows: [row(3, 2), row(1, 4), { for: 0 }], others: ['丙'] }))
    expect(room.open().tallies[0]?.differs).toEqual(['2.for'])
    expect(room.refuses(closeIt()).code).toBe('countsDiffer')
  })

  it('are taken back when they were written down wrongly, and the papers are counted without them', () => {
    const room = openedBox(3)
    room.does(add('丙丙'))
    room.does(add('丙'))
    room.does(tally(1, null, { rows: [row(2, 1), row(0, 3), { for: 0 }, { for: 1 }], others: ['丙丙', '丙'] }))
    room.does(drop('丙丙'))
    expect(rowNames(room.open().terms.question)).toEqual(['甲', '乙', '丙'])
    expect(room.open().tallies).toEqual([])
    counted(room, [row(2, 1), row(0, 3), { for: 1 }], 3)
    expect(electedIn(room)).toEqual([true, false, false])
  })

  it('keep a count that was on its way from being taken for one of other people', () => {
    const room = openedBox(3)
    const rows = [row(1, 2), row(0, 3), { for: 2 }]
    room.does(add('丙'))
    const onItsWay = tally(1, null, { rows, valid: 3, others: ['丙'] })
    room.does(drop('丙'))
    room.does(add('丁'))
    for (const others of [['丙'], [], ['丁', '丙'], undefined]) {
      expect(room.refuses(tally(1, null, { rows, valid: 3, ...(others && { others }) })).code).toBe('namesChanged')
    }
    expect(room.refuses(onItsWay).code).toBe('namesChanged')
    room.does(add('丙'))
    const longer = [...rows, { for: 0 }]
    expect(room.refuses(tally(1, null, { rows: longer, valid: 3, others: ['丙', '丁'] })).code).toBe('namesChanged')
    room.does(tally(1, null, { rows: longer, valid: 3, others: ['丁', '丙'] }))
    expect(room.open().tallies[0]?.figures?.rows).toEqual(longer)
  })

  it('are none where only candidates are counted', () => {
    const room = openedBox(3)
    const rows = [row(2, 1), row(0, 3)]
    expect(room.refuses(tally(1, null, { rows, others: ['丙'] })).code).toBe('namesChanged')
    room.does(tally(1, null, { rows, others: [] }))
  })

  it('have votes for them alone: nobody can be against whom he wrote in', () => {
    const room = openedBox(3)
    room.does(add('丙'))
    const against = tally(1, null, { rows: [row(2, 1), row(0, 3), { for: 1, against: 2 }], others: ['丙'] })
    expect(room.refuses(against).code).toBe('countUnfit')
    counted(room, [row(2, 1), row(0, 3), { for: 1 }], 3)
    expect(room.verdict().rows?.[2]?.counts).toEqual({ for: 1 })
  })

  it('are no part of the terms with which a void vote is held again', () => {
    const room = openedBox(3)
    room.does(add('丙'))
    counted(room, [row(0, 3), row(0, 3), { for: 2 }], 3)
    room.does(voidIt())
    expect(rowNames(room.past().terms.question)).toEqual(['甲', '乙', '丙'])
    room.does(openIt(termsWith({ question: electing(1), channels: paper }), voteCalled('again000')))
    expect(rowNames(room.open().terms.question)).toEqual(['甲', '乙'])
  })
})

describe('whose business a name in the box is', () => {
  const seenBy = (room: Room, role: 'member' | 'screen' | 'scribe') => {
    const seen = projectMeeting(room.meeting(), { role, seats: role === 'member' ? [seat(2)] : [] })
    return JSON.stringify(seen)
  }
  it('nobody’s but the desk’s before the result is published', () => {
    const room = openedBox(3)
    room.does(add('王小丫'))
    expect(seenBy(room, 'scribe')).toContain('王小丫')
    for (const role of ['member', 'screen'] as const) expect(seenBy(room, role)).not.toContain('王小丫')
    room.does(tally(1, null, { rows: [row(1, 2), row(0, 3), { for: 2 }], others: ['王小丫'] }))
    room.does(holdIt)
    for (const role of ['member', 'screen'] as const) expect(seenBy(room, role)).not.toContain('王小丫')
    room.does(publishIt)
    for (const role of ['member', 'screen'] as const) expect(seenBy(room, role)).toContain('王小丫')
  })

  it('nor when the vote is void before anything was published', () => {
    const room = openedBox(3)
    room.does(add('王小丫'))
    room.does(voidIt())
    expect(seenBy(room, 'scribe')).toContain('王小丫')
    expect(seenBy(room, 'member')).not.toContain('王小丫')
  })
})

describe('a result that was held back and declared void', () => {
  const heldRoom = () => {
    const room = openedBox(3)
    room.does(add('王小丫'))
    room.does(tally(1, null, { rows: [row(1, 2), row(0, 3), { for: 2 }], others: ['王小丫'] }))
    room.does(holdIt)
    return room
  }
  it('is told with the names of its rows, in the event as in the state of every copy', () => {
    const room = heldRoom()
    const before = room.meeting()
    const told = room.does(voidIt())
    expect(told).toMatchObject([{ type: 'voteVoided', data: { others: ['王小丫'] } }])
    for (const viewer of [
      { role: 'operator', seats: [] },
      { role: 'scribe', seats: [seat(3)] },
      { role: 'member', seats: [seat(2)] },
      { role: 'guest', seats: [] },
      { role: 'screen', seats: [] },
    ] as const) {
      const seen = told.flatMap((event) => projectMeetingEvent(event, viewer) ?? [])
      const copy = seen.reduce<MeetingState>(evolveMeeting, projectMeeting(before, viewer))
      expect(copy).toEqual(projectMeeting(room.meeting(), viewer))
      const [vote] = copy.phase === 'unopened' ? [] : copy.voting.past
      expect(vote && rowNames(vote.terms.question)).toEqual(['甲', '乙', '王小丫'])
      expect(vote?.verdict?.rows).toHaveLength(3)
    }
  })
})

describe('the balance of papers with names written in', () => {
  const question = naming(electing(2), ['丙'])
  const figures = (rows: Rows, valid: number) => ({ rows, returned: valid, valid, invalid: 0 })
  it.each<[string, Rows, number, readonly unknown[]]>([
    ['nobody need be written in', [row(2, 1), row(3, 0), { for: 0 }], 3, []],
    ['everybody may write the same name', [row(0, 3), row(3, 0), { for: 3 }], 3, []],
    ['more than there are papers may not', [row(0, 3), row(0, 3), { for: 4 }], 3, [['rowOverValid', 2, 4, 3]]],
    ['a candidate’s row still adds up', [row(0, 2), row(0, 3), { for: 1 }], 3, [['rowOffValid', 0, 2, 3]]],
    ['all together are as many as posts times papers', [row(3, 0), row(2, 1), { for: 1 }], 3, []],
    ['and not one more', [row(3, 0), row(2, 1), { for: 2 }], 3, [['picksOver', null, 7, 6]]],
  ])('%s', (_name, rows, valid, faults) => {
    const found = paperFaults(question, valid, figures(rows, valid))
    expect(found.map(({ code, left, right, row: at }) => [code, at, left, right])).toEqual(faults)
  })

  it('that do not add up give no result, and the sentence names the person', () => {
    const room = openedBox(3)
    room.does(add('丙'))
    counted(room, [row(0, 3), row(0, 3), { for: 4 }], 3)
    expect(room.verdict()).toMatchObject({ outcome: 'invalid', valid: false })
    expect(room.verdict().sentence).toContain('“丙”的票数 4，比有效票 3 张多')
  })
})

describe('who is elected', () => {
  it('somebody who was written in on more than half of the papers', () => {
    const room = openedBox(5)
    room.does(add('丙'))
    counted(room, [row(2, 3), row(0, 5), { for: 3 }], 5)
    expect(electedIn(room)).toEqual([false, false, true])
    const { sentence } = room.verdict()
    expect(sentence).toContain('乙：赞成 0，反对 5，弃权 0；丙（另选）：赞成 3。')
    expect(sentence).toContain('当选 1 名：丙。')
    expect(room.meeting().voting.resolutions[0]?.text).toContain('：丙')
  })

  it('not with half of them: papers without the name are not for it, whatever the rule leaves out', () => {
    for (const rule of [
      majority,
      { ...majority, pass: { den: 'against', op: '>', share: { num: 1, den: 1 } } } as const,
    ]) {
      const room = openedBox(4, 1, { rule })
      room.does(add('丙'))
      counted(room, [row(1, 0, 3), row(0, 4), { for: 2 }], 4)
      expect(electedIn(room)?.[2]).toBe(false)
    }
  })

  it('nor by a single paper where no rule was chosen', () => {
    const room = openedBox(5, 2, { rule: null })
    room.does(add('丙'))
    counted(room, [row(5, 0), row(2, 3), { for: 1 }], 5)
    expect(electedIn(room)).toEqual([true, false, false])
    expect(room.verdict().sentence).toContain('还缺 1 名')
  })

  it('without a rule not with more votes than a candidate who is, and the sentence says why', () => {
    const room = openedBox(10, 1, { rule: null })
    room.does(add('丙'))
    counted(room, [row(2, 1, 7), row(0, 10), { for: 5 }], 10)
    expect(electedIn(room)).toEqual([true, false, false])
    const { sentence } = room.verdict()
    expect(sentence).toContain('当选 1 名：甲。丙是另选的，赞成没有超过有效票的一半，不能当选。')
    expect(sentence).not.toContain('乙赞成')
    const passed = openedBox(10, 1, { rule: null })
    passed.does(add('丙'))
    counted(passed, [row(4, 6), row(0, 10), { for: 6 }], 10)
    expect(electedIn(passed)).toEqual([false, false, true])
    expect(passed.verdict().sentence).not.toContain('不能当选')
  })

  it('nor a candidate with as many against him, though he has more votes, and the sentence says why', () => {
    const room = openedBox(10, 1, { rule: null })
    counted(room, [row(5, 5), row(2, 1, 7)], 10)
    expect(electedIn(room)).toEqual([false, true])
    expect(room.verdict().sentence).toContain('当选 1 名：乙。甲赞成没有多于反对，不能当选。')
  })

  it('nobody of those who are level at the last place, candidates and others alike', () => {
    const room = openedBox(5, 2)
    room.does(add('丙'))
    counted(room, [row(4, 1), row(3, 2), { for: 3 }], 5)
    expect(electedIn(room)).toEqual([true, false, false])
    expect(room.verdict().rows?.map(({ level }) => level)).toEqual([undefined, true, true])
    expect(room.verdict().tie).toBe(true)
    expect(room.verdict().sentence).toContain('乙、丙票数相同，定不了先后')
  })
})

describe('the terms of an election', () => {
  it('bring no names of their own: whoever sends some is not heard', () => {
    const sent = { ...electing(1), others: ['丁'] }
    expect(termsShape.parse({ ...termsWith(), question: sent, channels: paper }).question).toEqual(electing(1))
  })
})

describe('an election and a box of papers counted by hand', () => {
  const CANDIDATES = ['甲', '乙', '丙']
  const VOTERS = 9
  const written = fc.uniqueArray(fc.constantFrom('丁', '戊', '己'), { maxLength: 2 })
  const one: fc.Arbitrary<ElectionPaper> = fc.record({
    stances: fc.tuple(
      ...CANDIDATES.map(() => fc.constantFrom<'for' | 'against' | 'abstain'>('for', 'against', 'abstain')),
    ),
    writes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: written }),
  })

  it('come to the same people with the same votes, also when the journal is read again', () => {
    const boxes = fc.record({
      posts: fc.integer({ min: 1, max: 3 }),
      papers: fc.array(one, { minLength: VOTERS, maxLength: VOTERS }),
      early: fc.boolean(),
    })
    fc.assert(
      fc.property(boxes, ({ early, papers, posts }) => {
        const box = new Box(CANDIDATES, posts, papers)
        const room = votingRoom(VOTERS, { question: electing(posts, CANDIDATES), channels: paper })
        room.does(issue(Array.from({ length: VOTERS }, (_, index) => index + 1)))
        room.does(stopIt)
        const valid = box.valid.length
        const rows = CANDIDATES.map((_, at) =>
          row(box.heap(at, 'for'), box.heap(at, 'against'), box.heap(at, 'abstain')),
        )
        // Somebody counts before the names are all found: that count cannot stand.
        if (early) room.does(tally(1, null, { rows, valid, invalid: VOTERS - valid }))
        for (const name of box.found) room.does(add(name))
        const others = box.found.map((name) => ({ for: box.pile(name) }))
        room.does(
          tally(1, null, { rows: [...rows, ...others], valid, invalid: VOTERS - valid, others: [...box.found] }),
        )
        const before = replayed(room.events)
        room.does(closeIt())
        const { sentence: _, ...announced } = room.verdict()
        const names = rowNames(room.past().terms.question)
        expect(names).toEqual([...CANDIDATES, ...box.found])
        expect(announced.faults).toBeUndefined()
        expect(announced.rows?.map(({ counts }, at) => [names[at], counts['for']])).toEqual(
          names.map((name) => [name, box.pile(name ?? '')]),
        )
        expect(names.filter((_name, at) => announced.rows?.[at]?.elected)).toEqual(box.elected)
        const open = before.phase === 'unopened' ? null : before.voting.open
        expect(open && resultOf(open, {})).toEqual(announced)
      }),
      { numRuns: 150 },
    )
  })
})
