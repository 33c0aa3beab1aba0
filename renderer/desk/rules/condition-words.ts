import {
  type Comparison,
  type Measure,
  type Part,
  passComparisons,
  quorumComparisons,
} from '../../../shared/rules/conditions.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { shareName } from '../../../shared/wording/finding-words.ts'

/** What a rule counts: heads of people, owners (heads, or heads and area each on its own), or shares. */
export type Counts = 'people' | 'owners' | 'shares'

export const countsNames: Readonly<Record<Counts, string>> = {
  people: '按人数',
  owners: '按业主人数和专有面积',
  shares: '按共有份额',
}

export function countsOf(rule: Rule): Counts {
  const [first] = passComparisons(rule)
  if (first?.measure === 'shares') return 'shares'
  return first?.measure === 'people' ? 'people' : 'owners'
}

/** 到会人数达到应到人数的 2/3 才能表决. */
export function quorumWords(rule: Rule): string {
  if (rule.quorum === null) {
    if (rule.quorumByOwnRules) return '到会门槛由本会议自己定'
    return countsOf(rule) === 'people' ? '到会多少人都可以表决' : '参与多少都可以表决'
  }
  return `${conditionWords(quorumComparisons(rule))}才能表决`
}

/** 赞成超过应到人数的一半才通过. */
export const passesWords = (rule: Rule): string => `${conditionWords(passComparisons(rule))}才通过`

/** Comparisons of several counts ask the same of each. */
function conditionWords(comparisons: readonly Comparison[]): string {
  const [first] = comparisons
  if (first === undefined) return ''
  const subject = comparisons.map(subjectWords).join('、')
  const both = comparisons.length > 1 ? '都' : ''
  const words = `${subject}${both}${reachWords(first, comparisons.length > 1)}`
  // After a fraction in figures the next word keeps its distance.
  return words.endsWith(String(first.share.den)) ? `${words} ` : words
}

const subjectWords = ({ measure, num }: Comparison): string =>
  measure === 'people' && num === 'present' ? '到会人数' : (names[measure][num] ?? '')

function reachWords({ den, measure, op, share }: Comparison, both: boolean): string {
  const whole = share.num === share.den
  if (den === 'against' && whole) return op === '>' ? '多于反对' : '不少于反对'
  if (den === 'entitled' && whole && op === '>=') return '达到全体应到人数'
  const base = both ? (bothBases[den] ?? '') : (names[measure][den] ?? '')
  return `${op === '>' ? '超过' : '达到'}${base}${shareName(share)}`
}

/** What the owners' heads and area are both measured against. */
const bothBases: { readonly [P in Part]?: string } = { total: '总数', participating: '参与数', against: '反对数' }

const names: { readonly [M in Measure]: { readonly [P in Part]?: string } } = {
  people: {
    entitled: '应到人数',
    present: '实到人数',
    participating: '参加表决人数',
    for: '赞成',
    against: '反对票数',
  },
  owners: { total: '业主总人数', participating: '参与人数', for: '赞成人数', against: '反对人数' },
  area: { total: '专有总面积', participating: '参与面积', for: '赞成面积', against: '反对面积' },
  shares: { total: '总份额', for: '赞成份额' },
}
