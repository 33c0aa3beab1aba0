import { describe, expect, it } from 'vitest'
import {
  type CalledPaper,
  fittedPile,
  isPile,
  isReady,
  isSilent,
  type Pile,
  silentPaper,
  talliedFrom,
  unfitWords,
  withCalled,
} from '../../../../../renderer/desk/counting/calling/called-papers.ts'
import { paperWords } from '../../../../../renderer/desk/counting/calling/paper-words.ts'
import { tallyIn } from '../../../../../renderer/desk/counting/tally-form.ts'
import { paperFaults } from '../../../../../shared/meeting/voting/balance.ts'
import { countedMarks, naming, rowNames } from '../../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../../shared/meeting/voting/terms.ts'
import { seededRandom } from '../../../../fixtures/seeded-random.ts'

const motion: Question = { kind: 'motion' }
const choice: Question = { kind: 'choice', rows: ['甲', '乙', '丙'], pick: { op: 'exactly', count: 2 }, elects: 2 }
const election: Question = { kind: 'election', rows: ['王芳', '李强', '赵敏'], posts: 2, writeIns: true }
const satisfaction: Question = { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'satisfaction' } }
const score: Question = { kind: 'assessment', rows: ['保洁', '保安'], scale: { kind: 'score', max: 5 } }

const tallied = (question: Question, pile: Pile) => ({
  ...talliedFrom(question, pile),
  counter: null,
  others: [],
  called: null,
  table: [],
})

/** A paper with so many random calls. */
function calledAtRandom(question: Question, random: () => number): readonly string[] {
  let paper = silentPaper(question)
  for (let calls = 0; calls < 4; calls += 1) {
    const row = Math.floor(random() * rowNames(question).length)
    const marks = countedMarks(question, row)
    paper = withCalled(question, paper, row, marks[Math.floor(random() * marks.length)] ?? '')
  }
  return paper
}

describe('papers called out one by one', () => {
  it('add up to the fields of the count', () => {
    const pile: Pile = [['for'], ['for'], ['against'], null, ['abstain']]
    expect(talliedFrom(motion, pile)).toEqual({
      rows: [{ for: '2', against: '1', abstain: '1' }],
      returned: '5',
      valid: '4',
      invalid: '1',
    })
  })

  it('count an unnamed candidate as 弃权 and a written-in name only where it was called', () => {
    const found = naming(election, ['孙梅'])
    const first = withCalled(found, silentPaper(found), 0, 'for')
    const second = withCalled(found, withCalled(found, silentPaper(found), 1, 'against'), 3, 'for')
    expect(talliedFrom(found, [first, second]).rows).toEqual([
      { for: '1', against: '0', abstain: '1' },
      { for: '0', against: '1', abstain: '1' },
      { for: '0', against: '0', abstain: '2' },
      { for: '1' },
    ])
  })

  it.each([
    ['a motion', motion],
    ['多选', choice],
    ['an election', naming(election, ['孙梅', '周平'])],
    ['评议 in words', satisfaction],
    ['评议 in points', score],
  ])('always balance on %s, however they are called', (_, question) => {
    const random = seededRandom(7)
    let counted = 0
    for (let round = 0; round < 200; round += 1) {
      const pile: CalledPaper[] = []
      for (let papers = 0; papers < 12; papers += 1) {
        const paper = calledAtRandom(question, random)
        pile.push(unfitWords(question, paper) === '' ? paper : null)
      }
      const tally = tallyIn(tallied(question, pile))
      if (tally === null) throw new Error('a field is empty')
      expect(paperFaults(question, pile.length, tally)).toEqual([])
      expect(tally.returned).toBe(12)
      counted += tally.valid
    }
    expect(counted).toBeGreaterThan(200)
  })

  it('are no ballots where too many rows were called, or none on a motion', () => {
    expect(unfitWords(election, ['for', 'for', 'for'])).toBe('赞成了 3 人，最多 2 人：请按“无效票”。')
    expect(unfitWords(naming(election, ['孙梅']), ['for', 'for', 'abstain', 'for'])).toContain('赞成了 3 人')
    expect(unfitWords(election, ['for', 'for', 'against'])).toBe('')
    expect(unfitWords(choice, ['chosen', 'not', 'not'])).toContain('要正好选 2 项')
    expect(unfitWords(choice, ['chosen', 'not', 'chosen'])).toBe('')
    expect(unfitWords(motion, [''])).not.toBe('')
  })

  it('are taken by a key of their own where nothing was called, so that no press too many makes a vote', () => {
    for (const question of [choice, election, satisfaction, score]) {
      expect(isSilent(question, silentPaper(question))).toBe(true)
      expect(isReady(question, silentPaper(question))).toBe(false)
    }
    expect(isReady(election, withCalled(election, silentPaper(election), 0, 'against'))).toBe(true)
    expect(isReady(choice, ['chosen', 'not', 'not'])).toBe(false)
    expect(isReady(score, ['0', ''])).toBe(true)
  })

  it('fall silent again where the same is called twice', () => {
    const once = withCalled(election, silentPaper(election), 1, 'for')
    expect(withCalled(election, once, 1, 'for')).toEqual(silentPaper(election))
    expect(withCalled(election, once, 1, 'against')).toEqual(['abstain', 'against', 'abstain'])
  })

  it('keep every mark with its name when names are found or dropped', () => {
    const before = naming(election, ['孙梅', '周平'])
    const pile: Pile = [['for', 'abstain', 'abstain', 'for', ''], null, ['abstain', 'for', 'abstain', '', 'for']]
    const dropped = naming(election, ['周平'])
    expect(fittedPile(dropped, pile, ['孙梅', '周平'])).toEqual([
      ['for', 'abstain', 'abstain', ''],
      null,
      ['abstain', 'for', 'abstain', 'for'],
    ])
    const more = naming(election, ['孙梅', '周平', '吴丽'])
    expect(fittedPile(more, pile, ['孙梅', '周平'])[0]).toEqual(['for', 'abstain', 'abstain', 'for', '', ''])
    expect(fittedPile(before, pile, ['孙梅', '周平'])).toEqual(pile)
  })

  it('are read back as they were called', () => {
    expect(paperWords(motion, ['against'])).toBe('反对')
    expect(paperWords(motion, null)).toBe('无效')
    expect(paperWords(choice, ['chosen', 'not', 'chosen'])).toBe('甲、丙')
    expect(paperWords(election, ['for', 'against', 'abstain'])).toBe('王芳、李强反对')
    expect(paperWords(election, silentPaper(election))).toBe('一项也没有划')
    expect(paperWords(score, ['4', ''])).toBe('保洁4 分')
  })

  it('are taken up again from the device only as papers of this question', () => {
    expect(isPile(motion, [['for'], null, ['']])).toBe(true)
    for (const other of [null, {}, [['for', 'for']], [['chosen']], ['for'], [[1]]]) {
      expect(isPile(motion, other)).toBe(false)
    }
  })
})
