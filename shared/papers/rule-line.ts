import type { Terms } from '../meeting/voting/terms.ts'
import { type Comparison, type Measure, type Part, passComparisons, quorumComparisons } from '../rules/conditions.ts'
import type { Rule } from '../rules/rule.ts'
import { sourceText } from '../rules/source-text.ts'
import { shareName } from '../wording/finding-words.ts'
import { thresholdName } from '../wording/verdicts.ts'
import { electedWithoutRule } from '../wording/vote-words.ts'
import { oneLine, sentence } from './plain-text.ts'

const measureNames: Readonly<Record<Measure, string>> = { people: '票数', owners: '人数', area: '面积', shares: '份额' }
const wholes: { readonly [P in Part]?: string } = { total: '总数', participating: '参与表决' }

/** 规则、门槛和依据 as they stand on a paper before anybody has voted. */
export function ruleLine(rule: Rule | null): string {
  if (rule === null) return '本次只统计，不作通过与否的判定。'
  const asked = quorumComparisons(rule)
  const quorum = asked.some(({ measure }) => measure !== 'people') ? `${spaced(compared(asked, '参与'))}方为有效；` : ''
  return `规则：${oneLine(rule.name)}。${quorum}${passLine(rule)}。依据：${sentence(oneLine(sourceText(rule)))}`
}

/** The same of a vote in the room: without a rule the rows with most votes may be chosen all the same. */
export function voteRuleLine({ question, rule }: Pick<Terms, 'question' | 'rule'>): string {
  if (rule === null && question.kind === 'choice' && question.elects !== null) {
    return `本次不设门槛，票多的选定 ${question.elects} 项；票数相同的再投一次。`
  }
  if (rule === null && question.kind === 'election') {
    const without = question.writeIns === true ? '本次没有选规则' : '本次不设门槛'
    return `${without}，${electedWithoutRule(question)}的，票多的 ${question.posts} 名当选；票数相同的再投一次。`
  }
  return ruleLine(rule)
}

function passLine(rule: Rule): string {
  const { den, op, share } = rule.pass
  const asked = passComparisons(rule)
  if (asked.some(({ measure }) => measure !== 'people')) return `${spaced(compared(asked, '赞成'))}为通过`
  if (den === 'against' && share.num === share.den) return op === '>' ? '赞成多于反对为通过' : '赞成不少于反对为通过'
  return `${spaced(`赞成${op === '>' ? '超过' : '达到'}${thresholdName(rule.pass)}`)}为通过`
}

/** 赞成人数、赞成面积均超过参与表决的一半: several measures always ask for the same share. */
function compared(asked: readonly Comparison[], part: string): string {
  const [first] = asked
  if (first === undefined) return ''
  const names = asked.map(({ measure }) => `${part}${measureNames[measure]}`).join('、')
  const reached = `${asked.length > 1 ? '均' : ''}${first.op === '>' ? '超过' : '达到'}`
  return `${names}${reached}${wholes[first.den] ?? ''}${shareName(first.share)}`
}

/** After a fraction in figures the next word keeps its distance. */
const spaced = (words: string): string => (/\d$/.test(words) ? `${words} ` : words)
