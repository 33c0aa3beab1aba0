import type { SpeakingRules } from '../../../shared/formats/speaking-rules.ts'

/** 发言规则 as they are changed: how long one may speak (seconds), and the rest. */
export type SpeakingSettings = { readonly seconds: number; readonly rules: SpeakingRules }

/** What the parts of the form have in common. */
export type RulesProps = {
  readonly rules: SpeakingRules
  readonly onChange: (changed: Partial<SpeakingRules>) => void
}

/** What is missing or said twice in settings that are being changed, with what to do; null: nothing. */
export function settingsFault({ rules: { pointsOfOrder, quotas } }: SpeakingSettings): string | null {
  const categories = pointsOfOrder?.map(({ name }) => name.trim()) ?? []
  const parties = quotas.map(({ party }) => party.trim())
  if (categories.includes('')) return '程序问题有一类没有写名称。请写上，或删去这一行。'
  if (parties.includes('')) return '分组时间有一行没有写是哪一方。请写上，或删去这一行。'
  const twice = repeated(categories) ?? repeated(parties)
  return twice === undefined ? null : `“${twice}”写了两遍。请改一个，或删去一行。`
}

const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)
