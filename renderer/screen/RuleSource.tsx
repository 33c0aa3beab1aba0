import type { Rule } from '../../shared/rules/rule.ts'

/** Where the rule comes from, in one line; that nobody has compared it with its source is never cut off. */
export function RuleSource({ rule: { checked, source } }: { readonly rule: Rule }) {
  return (
    <p className="rule-source label">
      <span>依据：{source}</span>
      {checked === null && <b>依据待核对</b>}
    </p>
  )
}
