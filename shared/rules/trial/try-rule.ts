import { compare, type Finding, passComparisons, passHolds, quorumComparisons, quorumHolds } from '../conditions.ts'
import { circumstanceReasons, inOrder, type VerdictReason } from '../evaluate.ts'
import type { Rule } from '../rule.ts'
import { findRule } from '../rule-packs.ts'
import type { Mismatch } from './agreement.ts'
import { ballotMismatches } from './balance.ts'
import { requiredKeys, tallyOf } from './figures.ts'
import type { AmountKey, Amounts, InputKey } from './input-keys.ts'
import { mattersNamed } from './matters.ts'
import { readInput } from './read-input.ts'
import { completeRoll, rollMismatches } from './roll.ts'

/** 试算: what a rule makes of figures that somebody entered. `valid` is false whenever no lawful decision exists. */
export type Trial = {
  readonly valid: boolean
  readonly passed: boolean
  readonly reasons: readonly VerdictReason[]
  /** Null when there is no such rule: then nothing was computed. */
  readonly rule: Rule | null
  readonly ruleId: string | null
  readonly amounts: Amounts
  /** Worked out from other figures. */
  readonly derived: readonly AmountKey[]
  /** The input is no table of figures at all. */
  readonly noInput: boolean
  readonly invalid: readonly InputKey[]
  readonly missing: readonly AmountKey[]
  readonly disagreeing: readonly Mismatch[]
  readonly unbalanced: readonly Mismatch[]
  readonly region: string | null
  /** 事项 as it was entered; `number` is the matter of 民法典 §278(1) that it names, `fitting` a rule for that matter. */
  readonly matter: { readonly text: string; readonly number: number | null; readonly fitting: Rule | null } | null
  readonly quorum: readonly Finding[]
  readonly pass: readonly Finding[]
  readonly unknownKeys: readonly string[]
}

/**
 * Tries a rule of a list on figures as a form or a file gives them; any value may come, nothing throws. A rule out of
 * force may be tried: whether it may be used is not asked here.
 */
export function tryRule(rules: readonly Rule[], ruleId: unknown, input: unknown): Trial {
  const rule = findRule(rules, ruleId)
  const entered = readInput(isTable(input) ? input : {})
  const { amounts, derived } = completeRoll(entered.amounts)
  const facts = {
    rule,
    ruleId: typeof ruleId === 'string' ? ruleId : null,
    amounts,
    derived,
    noInput: input != null && !isTable(input),
    invalid: entered.invalid,
    region: entered.region ?? null,
    unknownKeys: entered.unknownKeys,
  }
  if (rule === null) return { ...facts, ...nothing, reasons: ['ruleUnknown'] }

  const tally = tallyOf(amounts)
  const found = {
    missing: requiredKeys(rule).filter((key) => amounts[key] === undefined && !entered.invalid.includes(key)),
    disagreeing: rollMismatches(amounts),
    unbalanced: ballotMismatches(rule, amounts),
    matter: entered.matter === undefined ? null : matterOf(rules, rule, entered.matter),
    quorum: compare(quorumComparisons(rule), tally),
    pass: compare(passComparisons(rule), tally),
  }
  const named = found.matter?.number ?? null
  const { announced, region } = entered
  const noticeDays = amounts.公示天数 === undefined ? undefined : Number(amounts.公示天数)
  const reasons = new Set<VerdictReason>(circumstanceReasons(rule, { announced, noticeDays, region }))
  if (facts.noInput || entered.invalid.length > 0) reasons.add('figureInvalid')
  if (found.missing.length > 0) reasons.add('figureMissing')
  if (found.disagreeing.length > 0) reasons.add('figuresDisagree')
  if (found.unbalanced.length > 0) reasons.add('ballotsUnbalanced')
  if (named !== null && rule.matters?.includes(named) === false) reasons.add('wrongRuleForMatter')
  if (!found.quorum.every(quorumHolds) || nobodyDecides(rule, amounts)) reasons.add('noQuorum')
  const valid = reasons.size === 0
  return { ...facts, ...found, valid, passed: valid && found.pass.every(passHolds), reasons: inOrder(reasons) }
}

const nothing = {
  valid: false,
  passed: false,
  missing: [],
  disagreeing: [],
  unbalanced: [],
  matter: null,
  quorum: [],
  pass: [],
} as const

/** Of nobody, or of nothing, no share is reached: 应到 or 实到 or a total of 0 leaves nobody who could decide. */
function nobodyDecides(rule: Rule, amounts: Amounts): boolean {
  const read = requiredKeys(rule)
  const asked = read.includes('赞成') ? [...read, '应到' as const, '实到' as const] : read
  return asked.some((key) => TOTALS.includes(key) && amounts[key] === 0n)
}

const TOTALS: readonly AmountKey[] = ['应到', '实到', '业主总人数', '专有总面积', '参与人数', '参与面积', '总份额']

const isTable = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

function matterOf(rules: readonly Rule[], rule: Rule, text: string): Trial['matter'] {
  const { matters } = rule
  if (matters === undefined || matters.length === 0) return null
  const named = mattersNamed(text)
  // One matter that the rule is not for is enough: the stricter half of a motion is not carried by the other.
  const number = named.find((one) => !matters.includes(one)) ?? named[0] ?? null
  const fitting = rules.find(({ matters }) => number !== null && matters?.includes(number)) ?? null
  return { text, number, fitting }
}
