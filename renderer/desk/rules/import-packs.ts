import { canonicalJson } from '../../../shared/core/canonical.ts'
import { ok, type Result, refuse } from '../../../shared/core/result.ts'
import { MAX_OWN_ENTRIES } from '../../../shared/library/library.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { findRule, parseRulePacks, type RulePacksFault } from '../../../shared/rules/rule-packs.ts'
import { jsonOf } from '../library/json-file.ts'
import { fieldName } from './field-names.ts'

/** Packs of a file beside those that are here: new ones, other ones under an id of ours, and those that are the same. */
export type Incoming = {
  readonly fresh: readonly Rule[]
  readonly clashing: readonly Rule[]
  readonly same: readonly Rule[]
}

/** What a file of rule packs brings, or why nothing of it is taken. One pack may stand alone. */
export function incomingPacks(bytes: Uint8Array, here: readonly Rule[]): Result<Incoming, string> {
  const json = jsonOf(bytes)
  if (!json.ok) return json
  const parsed = parseRulePacks(isTable(json.value) && 'ruleId' in json.value ? [json.value] : json.value)
  if (!parsed.ok) return refuse(faultSentence(parsed.refusal))
  if (parsed.value.length === 0) return refuse('这个文件里一条规则也没有。请换一个文件。')
  const known = (rule: Rule) => findRule(here, rule.ruleId)
  const isSame = (rule: Rule) => canonicalJson(known(rule)) === canonicalJson(rule)
  return ok({
    fresh: parsed.value.filter((rule) => known(rule) === null),
    clashing: parsed.value.filter((rule) => known(rule) !== null && !isSame(rule)),
    same: parsed.value.filter((rule) => known(rule) !== null && isSame(rule)),
  })
}

function faultSentence(fault: RulePacksFault): string {
  switch (fault.code) {
    case 'notAList':
      return '这不是规则包文件，没有读入。请选从本软件导出的规则包。'
    case 'badRule': {
      const which = fault.name === null ? '' : `“${fault.name.slice(0, 40)}”`
      return `第 ${fault.entry} 条规则${which}的“${fieldName(fault.where)}”不对，整个文件都没有读入。请改正后再导入。`
    }
    case 'ruleTwice':
      return `第 ${fault.entry} 条规则的编号 ${fault.ruleId} 在文件里出现了两次，整个文件都没有读入。请删去一条后再导入。`
  }
}

/** Rules under ids of their own, named as copies; nobody has compared a copy with its source. */
export const asCopies = (rules: readonly Rule[], mintId: () => string): readonly Rule[] =>
  rules.map((rule) => ({ ...rule, ruleId: mintId(), name: copyName(rule.name), checked: null }))

const MAX_NAME = 60

/** `村民代表会议（副本）`, within the length of a name. */
const copyName = (name: string): string => `${name.slice(0, MAX_NAME - 4)}（副本）`

/** Why these cannot all be added to the secretary's own packs; null when they can. */
export function roomFault(own: readonly Rule[], added: readonly Rule[]): string | null {
  const ids = new Set([...own, ...added].map(({ ruleId }) => ruleId))
  if (ids.size <= MAX_OWN_ENTRIES) return null
  return `自定的规则包最多 ${MAX_OWN_ENTRIES} 个，放不下这 ${added.length} 个，一个也没有存。请先删去不用的。`
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
