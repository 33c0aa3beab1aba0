import { type Finding, passComparisons, passHolds, quorumComparisons, quorumHolds } from '../rules/conditions.ts'
import { outsideForce } from '../rules/in-force.ts'
import type { Rule } from '../rules/rule.ts'
import { sourceText } from '../rules/source-text.ts'
import type { Trial } from '../rules/trial/try-rule.ts'
import { ELECTION_CAUTION, OWNERS_CAUTION } from './cautions.ts'
import { findingWords } from './finding-words.ts'
import { figuresText } from './trial-figures.ts'
import { problemWords, quoted } from './trial-problems.ts'

/** Unknown names beyond these are only counted. */
const MOST_NAMES = 10

/**
 * What a trial found, with every number and the source:
 * 应到 41 人，实到 33 人；赞成 20，反对 9，弃权 4。赞成未超过应到人数的一半（20.5），未通过。依据：…（依据待核对）。
 * `today`, `YYYY-MM-DD` in China, tells whether the rule is out of force.
 */
export function trialSentence(trial: Trial, today: string): string {
  const { rule, ruleId } = trial
  if (rule === null) {
    const which = ruleId === null || ruleId.trim() === '' ? '没有指明规则' : `没有${quoted(ruleId)}这条规则`
    return `${which}，没有计算。请从规则包里选一条规则再算。`
  }
  const measures = new Set([...quorumComparisons(rule), ...passComparisons(rule)].map(({ measure }) => measure))
  const figures = figuresText(trial.amounts, measures)
  return `${figures}${trialConclusion(rule, trial)}依据：${sourceText(rule)}。${notesOf(rule, trial, today)}`
}

/** Whether it passed and why, or what keeps it from being decided. */
export function trialConclusion(rule: Rule, trial: Trial): string {
  if (!trial.valid) {
    const problems = trial.reasons.map((reason) => problemWords(reason, rule, trial)).join('')
    return `${problems}没有合法有效的决定。`
  }
  const quorum = trial.quorum.filter(({ measure }) => measure !== 'people')
  const enough = quorum.map((finding) => findingWords(finding, quorumHolds(finding))).join('，')
  const found = trial.pass.map(passWords).join('，')
  const held = trial.pass.filter(passHolds).length
  const together = held > 0 && held < trial.pass.length ? '，各项须同时满足' : ''
  return `${enough === '' ? '' : `${enough}。`}${found}${together}，${trial.passed ? '通过' : '未通过'}。`
}

/** Nothing reaches a share of nothing by standing at nothing. */
function passWords(finding: Finding): string {
  return finding.holds && !passHolds(finding) ? '没有赞成' : findingWords(finding, finding.holds)
}

/** What the reader must know besides the result. */
function notesOf(rule: Rule, trial: Trial, today: string): string {
  const notes = [
    ...forceNote(rule, today),
    ...paperNote(rule),
    ...(rule.quorumByOwnRules ? ['法定人数由本会议规则另定，这里没有核对'] : []),
    ...derivedNotes(trial),
    ...(trial.matter !== null && trial.matter.number === null
      ? [`没有认出事项${quoted(trial.matter.text)}是《民法典》第二百七十八条的哪一项，没有核对规则是否适用`]
      : []),
    ...unknownNote(trial.unknownKeys),
  ]
  return notes.length === 0 ? '' : `注意：${notes.join('；')}。`
}

function forceNote(rule: Rule, today: string): readonly string[] {
  switch (outsideForce(rule, today)) {
    case 'ruleExpired':
      return [`本规则施行至 ${rule.to}，现已失效，只作历史试算，正式会议不可选`]
    case 'ruleNotYetInForce':
      return [`本规则自 ${rule.from} 起施行，现在尚未生效，只作试算，正式会议不可选`]
    case null:
      return []
  }
}

function paperNote({ paperOnly }: Rule): readonly string[] {
  if (paperOnly === 'election') return [`${ELECTION_CAUTION}，这里只核算纸质选票`]
  if (paperOnly === 'owners') return [OWNERS_CAUTION]
  return []
}

function derivedNotes({ amounts, derived }: Trial): readonly string[] {
  const suspended = (amounts.资格停止 ?? 0n) > 0n
  return derived.map((key) => {
    if (key === '应到') return '应到由名册人数减资格停止得出'
    return `实到由签到总人数减列席得出${suspended ? '，资格停止者如也签了到，请另填实到' : ''}`
  })
}

function unknownNote(keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return []
  const more = keys.length > MOST_NAMES ? `等 ${keys.length} 个` : ''
  return [`未识别的输入：${keys.slice(0, MOST_NAMES).map(quoted).join('、')}${more}，没有计入`]
}
