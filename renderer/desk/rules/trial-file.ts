import { ok, type Result, refuse } from '../../../shared/core/result.ts'
import { areaKeys, countKeys, type InputKey, shareKeys, wordKeys } from '../../../shared/rules/trial/input-keys.ts'
import { jsonOf } from '../library/json-file.ts'
import { type Figures, inputOf } from './figure-keys.ts'

/** A trial as `npm run rules` reads it; what is under `rule` and `input` may be anything. */
export type TrialEntry = { readonly id: unknown; readonly rule: unknown; readonly input: unknown }

/** The trials of a file, in order, or why there are none. An entry of another shape is a trial without a rule. */
export function trialsOf(bytes: Uint8Array): Result<readonly TrialEntry[], string> {
  const json = jsonOf(bytes)
  if (!json.ok) return json
  if (!Array.isArray(json.value)) {
    return refuse('这不是试算文件：里面应是一张清单，每条写明编号、规则和数字。请选从本软件导出的试算文件。')
  }
  if (json.value.length === 0) return refuse('这个文件里一条试算也没有。请换一个文件。')
  return ok(
    json.value.map((entry: unknown) => {
      const { id = null, input = null, rule = null } = isTable(entry) ? entry : {}
      return { id, rule, input }
    }),
  )
}

export const entryOf = (id: string, ruleId: string, figures: Figures): TrialEntry => ({
  id,
  rule: ruleId,
  input: inputOf(figures),
})

const allKeys: readonly string[] = [...countKeys, ...areaKeys, ...shareKeys, ...wordKeys]
const isInputKey = (key: string): key is InputKey => allKeys.includes(key)

/** The figures of an entry as they go into the form's fields; `left` is how many of its parts have no field. */
export function figuresOf({ input }: TrialEntry): { readonly figures: Figures; readonly left: number } {
  const parts = isTable(input) ? Object.entries(input) : []
  const fields = parts.flatMap(([key, value]) => {
    const typed = typedOf(value)
    return isInputKey(key) && typed !== null ? [[key, typed] as const] : []
  })
  return { figures: Object.fromEntries(fields), left: parts.length - fields.length }
}

function typedOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value === null ? '' : null
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
