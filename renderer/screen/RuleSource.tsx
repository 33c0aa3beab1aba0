import type { Rule } from '../../shared/rules/rule.ts'

/** Where the rule comes from, in one line; that nobody has compared it with its source is never cut off. */
export function RuleSource({ rule: { checked, source } }: { readonly rule: Rule }) {
  // Some sources say it themselves, at their end, where a long one is cut.
  const unmarked = source.replace(/[，、；]?依据待核对/, '').replace('（）', '')
  return (
    <p className="rule-source label">
      <span>依据：{unmarked}</span>
      {(checked === null || unmarked !== source) && <b>依据待核对</b>}
    </p>
  )
}
