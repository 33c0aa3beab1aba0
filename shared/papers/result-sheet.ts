import { clockTime, dateAt } from './chinese-dates.ts'
import { date, empty, type FormRow, filled, pair, wide } from './form-rows.ts'
import type { PaperHead } from './paper-head.ts'
import { oneLine, sentence } from './plain-text.ts'
import type { ResultGrid } from './result-grids.ts'

/** A form, one to be signed that stays on one page, or a table with a row for each thing or person. */
export type ResultPart = { readonly kind: 'form' | 'signatures'; readonly rows: readonly FormRow[] } | ResultGrid

/** 表决结果, part after part. */
export type ResultSheetContent = PaperHead & {
  readonly kind: 'resultSheet'
  readonly title: string
  readonly matter: string
  readonly parts: readonly ResultPart[]
}

/** Printed on every page of what came to nothing. */
export const VOID_MARK = '已作废，不作为表决结果'

/** Why a vote became void, and when. */
export const voidRows = ({
  reason,
  voidedAt,
}: {
  readonly reason: string
  readonly voidedAt: number
}): readonly FormRow[] => [
  { kind: 'section', title: '本次表决已宣布作废' },
  wide(filled('作废原因', `${sentence(oneLine(reason))}${dateAt(voidedAt)} ${clockTime(voidedAt)} 宣布。`)),
]

/** Who signs for a result. */
export const resultSignatures: ResultPart = {
  kind: 'signatures',
  rows: [
    { kind: 'section', title: '签字' },
    pair(empty('主持人', 1), empty('记录人', 1)),
    pair(empty('监票人', 1), empty('计票人', 1)),
    pair(empty('唱票人', 1), date('日期')),
  ],
}
