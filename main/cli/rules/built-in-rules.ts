import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Rule } from '../../../shared/rules/rule.ts'
import { parseRulePacks } from '../../../shared/rules/rule-packs.ts'

/** The rule packs that ship with the program. A damaged installation throws with what does not fit. */
export async function readBuiltInRules(): Promise<readonly Rule[]> {
  const file = fileURLToPath(new URL('../../../resources/rule-packs.json', import.meta.url))
  const parsed = parseRulePacks(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.ok) throw new Error(`resources/rule-packs.json: ${JSON.stringify(parsed.refusal)}`)
  return parsed.value
}
