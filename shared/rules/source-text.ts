import type { Rule } from './rule.ts'

/** The source as it is quoted: marked 依据待核对 while nobody has compared the rule with it. */
export function sourceText({ checked, source }: Rule): string {
  return checked === null && !source.includes('待核对') ? `${source}（依据待核对）` : source
}
