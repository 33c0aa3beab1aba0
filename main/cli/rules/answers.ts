import type { VerdictReason } from '../../../shared/rules/evaluate.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { tryRule } from '../../../shared/rules/trial/try-rule.ts'
import { trialSentence } from '../../../shared/wording/trial.ts'

/** What the command prints for one entry; `id` is the entry's own, null where it has none. */
type RuleAnswer = {
  readonly id: unknown
  readonly valid: boolean
  readonly passed: boolean
  readonly sentence: string
  readonly reasons: readonly VerdictReason[]
}

/** Tries each entry `{id, rule, input}`, in order; an entry of another shape is answered like any other. */
export function answersOf(rules: readonly Rule[], entries: readonly unknown[], today: string): readonly RuleAnswer[] {
  return entries.map((entry) => {
    const { id = null, rule, input } = isEntry(entry) ? entry : {}
    const trial = tryRule(rules, rule, input)
    const { passed, reasons, valid } = trial
    return { id, valid, passed, sentence: trialSentence(trial, today), reasons }
  })
}

const isEntry = (entry: unknown): entry is { id?: unknown; rule?: unknown; input?: unknown } =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry)
