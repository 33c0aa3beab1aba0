import * as z from 'zod/mini'
import { ok, type Result, refuse } from '../core/result.ts'
import { type Rule, rule } from './rule.ts'

/** What is wrong with a list of rules; `entry` counts from 1, `where` is the path to what does not fit. */
export type RulePacksFault =
  | { readonly code: 'notAList' }
  | { readonly code: 'badRule'; readonly entry: number; readonly name: string | null; readonly where: string }
  | { readonly code: 'ruleTwice'; readonly entry: number; readonly ruleId: string }

const named = z.object({ name: z.string() })

/** Reads rule packs that ship with the program or come from a file: all of them, or the first fault. */
export function parseRulePacks(value: unknown): Result<readonly Rule[], RulePacksFault> {
  if (!Array.isArray(value)) return refuse({ code: 'notAList' })
  const rules: Rule[] = []
  for (const [index, raw] of value.entries()) {
    const entry = index + 1
    const parsed = rule.safeParse(raw)
    if (!parsed.success) {
      const name = named.safeParse(raw)
      const where = parsed.error.issues[0]?.path.join('.') ?? ''
      return refuse({ code: 'badRule', entry, name: name.success ? name.data.name : null, where })
    }
    const { ruleId } = parsed.data
    if (findRule(rules, ruleId) !== null) return refuse({ code: 'ruleTwice', entry, ruleId })
    rules.push({ ...parsed.data, checked: parsed.data.checked ?? null })
  }
  return ok(rules)
}

export const findRule = (rules: readonly Rule[], ruleId: unknown): Rule | null =>
  rules.find((known) => known.ruleId === ruleId) ?? null
