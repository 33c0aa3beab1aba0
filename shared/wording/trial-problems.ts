import { assertNever } from '../core/assert-never.ts'
import { chineseNumber } from '../core/chinese-number.ts'
import { quorumHolds } from '../rules/conditions.ts'
import { quorumNeeded, type VerdictReason } from '../rules/evaluate.ts'
import type { Rule } from '../rules/rule.ts'
import { type Mismatch, type Sum, totalOf } from '../rules/trial/agreement.ts'
import { areaKeys, countKeys, type InputKey, shareKeys } from '../rules/trial/input-keys.ts'
import type { Trial } from '../rules/trial/try-rule.ts'
import { findingWords } from './finding-words.ts'
import { amountText } from './trial-figures.ts'

/** Longer names and texts are cut where they are quoted. */
const LONGEST_QUOTE = 40

export const quoted = (text: string): string =>
  `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`

/** Why there is no lawful decision, and what to do: one sentence for each reason of a trial. */
export function problemWords(reason: VerdictReason, rule: Rule, trial: Trial): string {
  switch (reason) {
    case 'figureInvalid':
      return `${invalidWords(trial)}，请改正后再算。`
    case 'figureMissing':
      return `缺少${trial.missing.join('、')}，请补全后再算。`
    case 'figuresDisagree':
      return `人数对不上（列席、资格停止者不计入应到和实到）：${mismatchesWords(trial.disagreeing)}。请核对签到和名册。`
    case 'ballotsUnbalanced':
      return `票数不平：${mismatchesWords(trial.unbalanced)}。请核对后再算。`
    case 'wrongRuleForMatter':
      return wrongRuleWords(rule, trial.matter)
    case 'noticeTooShort':
      return `会前公示 ${trial.amounts.公示天数} 天，不足 ${rule.noticeDays} 天${noticeSource(rule)}，请公示期满后再表决。`
    case 'itemNotAnnounced':
      return `在${trial.region ?? '当地'}，会前没有公示的议题不得表决${noticeSource(rule)}，请公示后再表决。`
    case 'noQuorum':
      return quorumWords(rule, trial)
    case 'ruleUnknown':
    case 'ruleExpired':
    case 'ruleNotYetInForce':
    case 'notCounted':
      // A trial without a rule has its own sentence, one out of force may be tried, and what is tried was counted.
      return ''
    default:
      return assertNever(reason)
  }
}

const noticeSource = ({ noticeSource: source }: Rule): string => (source === undefined ? '' : `（${source}）`)

function invalidWords({ invalid, noInput }: Trial): string {
  if (noInput) return '输入不是一组“名称和数字”'
  const among = (keys: readonly string[]) => invalid.filter((key) => keys.includes(key))
  const groups: readonly (readonly [readonly InputKey[], string])[] = [
    [among(countKeys), '应是不小于 0 的整数'],
    [among([...areaKeys, ...shareKeys]), '应是不小于 0 的十进制数，小数不超过 18 位'],
    [among(['议题已公示']), '应填“是”或“否”'],
    [among(['事项', '地区']), '应填文字'],
  ]
  return groups.flatMap(([keys, should]) => (keys.length === 0 ? [] : [`${keys.join('、')}${should}`])).join('；')
}

const mismatchesWords = (mismatches: readonly Mismatch[]): string => mismatches.map(mismatchWords).join('；')

function mismatchWords({ left, relation, right }: Mismatch): string {
  return relation === 'equals'
    ? `${sumWords(left)}，与${sumWords(right)} 不等`
    : `${sumWords(left)}，多于${sumWords(right)}`
}

/** 赞成 20＋反对 9＋弃权 4＝33. */
function sumWords(sum: Sum): string {
  const terms = sum.map(({ amount, key, negative }, index) => {
    const sign = negative ? '－' : '＋'
    return `${index === 0 ? '' : sign}${key} ${amountText(key, amount)}`
  })
  const [first] = sum
  return `${terms.join('')}${sum.length > 1 && first ? `＝${amountText(first.key, totalOf(sum))}` : ''}`
}

function wrongRuleWords(rule: Rule, matter: Trial['matter']): string {
  if (matter?.number == null) return ''
  const instead = matter.fitting === null ? '请换适用这一项的规则' : `请改用“${matter.fitting.name}”`
  const others = rule.matters?.map(itemOf).join('') ?? ''
  return `事项${quoted(matter.text)}属于《民法典》第二百七十八条第一款第${itemOf(matter.number)}项，本规则只用于第${others}项，${instead}再算。`
}

const itemOf = (matter: number): string => `（${chineseNumber(matter)}）`

function quorumWords(rule: Rule, { quorum }: Trial): string {
  // Without a quorum to miss, or with one of nobody that is reached, the base itself is 0.
  if (quorum.every(quorumHolds)) return '没有人能够参加表决（应到、实到或总数为 0），表决无效，请核对后再算。'
  const [people] = quorum
  if (people?.measure === 'people') {
    const who = people.num === 'participating' ? '参与表决' : '到会'
    if (people.of === 0n) return '应到人数为 0，表决无效，请核对后再算。'
    const needed = quorumNeeded(rule, Number(people.of))
    return `${who}人数不足法定的 ${needed} 人（${findingWords(people, false)}），表决无效，请人到齐后重新表决。`
  }
  const found = quorum.map((finding) => findingWords(finding, quorumHolds(finding))).join('，')
  return `${found}，参与表决的不够法定比例，表决无效，请另行组织表决。`
}
