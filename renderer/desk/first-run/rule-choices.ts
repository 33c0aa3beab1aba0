import { quorumNeeded } from '../../../shared/rules/evaluate.ts'
import type { Base, Operator, Rule, Share } from '../../../shared/rules/rule.ts'
import { passWords } from '../../ui/rule-words.ts'

type Threshold = { readonly op: Operator; readonly share: Share; readonly words: string }

/** 民法典 §1259: 以上 includes the share itself, 超过 does not. */
const thresholds = {
  half: { op: '>', share: { num: 1, den: 2 }, words: '超过半数' },
  twoThirds: { op: '>=', share: { num: 2, den: 3 }, words: '三分之二以上' },
  threeQuarters: { op: '>=', share: { num: 3, den: 4 }, words: '四分之三以上' },
} as const satisfies Record<string, Threshold>

const bases = { entitled: '应到', present: '实到', participating: '参加表决' } as const satisfies Partial<
  Record<Base, string>
>

type ThresholdKey = keyof typeof thresholds
type BaseKey = keyof typeof bases

/** A rule as plain choices; `quorum` is `none` where none is asked. */
export type RuleChoice = {
  readonly quorum: ThresholdKey | 'none'
  readonly base: BaseKey
  readonly pass: ThresholdKey
  readonly source: string
}

export const usualRule: RuleChoice = {
  quorum: 'twoThirds',
  base: 'entitled',
  pass: 'half',
  source: '本会议事规则（依据待核对）',
}

export const quorumOptions = [
  { value: 'twoThirds', label: '应到的三分之二以上' },
  { value: 'half', label: '超过应到的半数' },
  { value: 'threeQuarters', label: '应到的四分之三以上' },
  { value: 'none', label: '不限到会人数' },
] as const

export const baseOptions = [
  { value: 'entitled', label: '按应到人数' },
  { value: 'present', label: '按实到人数' },
  { value: 'participating', label: '按参加表决人数' },
] as const

export const passOptions = [
  { value: 'half', label: '超过半数' },
  { value: 'twoThirds', label: '三分之二以上' },
  { value: 'threeQuarters', label: '四分之三以上' },
] as const

export function ruleOf({ base, pass, quorum, source }: RuleChoice): Rule {
  const partOf = (key: ThresholdKey) => ({ op: thresholds[key].op, share: { ...thresholds[key].share } })
  return {
    ruleId: `desk_${keyOf(quorum)}_${base}_${keyOf(pass)}`,
    name: nameOf({ base, pass, quorum, source }),
    quorum: quorum === 'none' ? null : { den: 'entitled', ...partOf(quorum) },
    pass: { den: base, ...partOf(pass) },
    source: source.trim(),
  }
}

/** `到会三分之二以上，赞成超过应到半数`. */
function nameOf({ base, pass, quorum }: RuleChoice): string {
  const here = quorum === 'none' ? '' : `到会${thresholds[quorum].words}，`
  return pass === 'half' ? `${here}赞成超过${bases[base]}半数` : `${here}赞成达${bases[base]}${thresholds[pass].words}`
}

/** The rule with the figures of a roster in which `entitled` people vote. */
export function ruleSentence(rule: Rule, entitled: number): string {
  const here = rule.quorum === null ? '到会多少人都可以表决' : `到会满 ${quorumNeeded(rule, entitled)} 人才能表决`
  return `有表决权 ${entitled} 人：${here}；${passSentence(rule, { entitled, present: entitled })}`
}

/** How many votes in favour a motion needs, as far as that can be said before anybody has voted. */
export function passSentence(rule: Rule, figures: { readonly entitled: number; readonly present: number }): string {
  const { pass } = rule
  const words = passWords(rule, figures)
  if (pass.den === 'against') return `${words}，弃权和没投的都不算。`
  if (pass.den === 'participating') return `${words}，弃权算参加、不算赞成。`
  const of = figures[pass.den]
  // A share of people is reached by votes as it is by presence; nothing passes without a single vote in favour.
  const votes = Math.max(1, quorumNeeded({ ...rule, quorum: { ...pass, den: 'entitled' } }, of))
  return `${words}，${bases[pass.den]} ${of} 人时至少 ${votes} 票赞成。`
}

/** `2_3`, for the ids of rules. */
const keyOf = (key: ThresholdKey | 'none'): string =>
  key === 'none' ? key : `${thresholds[key].share.num}_${thresholds[key].share.den}`

export function isRuleChoice(value: unknown): value is RuleChoice {
  if (typeof value !== 'object' || value === null) return false
  const choice = value as Partial<Record<keyof RuleChoice, unknown>>
  const among = (options: readonly { readonly value: string }[], key: unknown) =>
    options.some((option) => option.value === key)
  return (
    among(quorumOptions, choice.quorum) &&
    among(baseOptions, choice.base) &&
    among(passOptions, choice.pass) &&
    typeof choice.source === 'string'
  )
}
