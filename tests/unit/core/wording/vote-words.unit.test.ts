import { describe, expect, it } from 'vitest'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { outcomeWord } from '../../../../shared/wording/vote-words.ts'

const rows = ['甲', '乙']
const questions: readonly Question[] = [
  { kind: 'motion' },
  { kind: 'choice', rows, pick: { op: 'atMost', count: 1 }, elects: 1 },
  { kind: 'election', rows, posts: 1 },
]

describe('how a vote ended, in a word', () => {
  it.each([
    ['passed', ['通过', '选定', '选出']],
    ['notPassed', ['未通过', '没有选出', '没有选出']],
    ['invalid', ['表决无效', '表决无效', '表决无效']],
    ['counted', ['已统计', '已统计', '已统计']],
  ] as const)('%s is said as its question asks for it', (outcome, words) => {
    const verdict = { outcome, passed: outcome === 'passed', valid: outcome !== 'invalid' }
    expect(questions.map((question) => outcomeWord(question, verdict))).toEqual(words)
  })

  it('is found for results of earlier versions, which do not name it', () => {
    expect(questions.map((question) => outcomeWord(question, { passed: false, valid: true }))[1]).toBe('没有选出')
  })
})
