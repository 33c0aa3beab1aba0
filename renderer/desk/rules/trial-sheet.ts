import type { Figures } from './figure-keys.ts'
import type { TrialEntry } from './trial-file.ts'

/** What is on the trial's form: the rule chosen, null before one is, and what has been typed. */
export type TrialSheet = { readonly ruleId: string | null; readonly figures: Figures }

export const emptySheet: TrialSheet = { ruleId: null, figures: {} }

/** What was kept on this device. */
export function isTrialSheet(value: unknown): value is TrialSheet {
  if (!isTable(value) || !isTable(value['figures'])) return false
  const { figures, ruleId } = value
  return (
    (ruleId === null || typeof ruleId === 'string') && Object.values(figures).every((one) => typeof one === 'string')
  )
}

export const isTrialList = (value: unknown): value is readonly TrialEntry[] =>
  Array.isArray(value) && value.every((entry) => isTable(entry) && 'rule' in entry && 'input' in entry && 'id' in entry)

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
