import { isDecimal } from '../../../../shared/core/decimal.ts'
import type { ItemId } from '../../../../shared/core/ids.ts'
import type { Seat } from '../../../../shared/council/seat.ts'
import type { Totals } from '../../../../shared/meeting/written-votes/messages.ts'
import { type RosterUnit, sumsOf, tooSmall } from '../../../../shared/meeting/written-votes/units.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'

export type WrittenKind = 'survey' | 'owners'

/** A written vote that is being put together; what is null or empty has not been touched. */
export type OpeningDraft = {
  readonly itemId: string | null
  readonly kind: WrittenKind
  readonly motion: string
  readonly details: string
  readonly ruleId: string | null
  readonly matter: string | null
  readonly noticedOn: string | null
  readonly dueOn: string | null
  /** Who is not asked; null: as suggested. */
  readonly left: readonly string[] | null
  /** 业主总人数 and 专有总面积 of the register as typed; null: the sums of the list. */
  readonly owners: string | null
  readonly area: string | null
}

export const nothingOpened: OpeningDraft = {
  itemId: null,
  kind: 'survey',
  motion: '',
  details: '',
  ruleId: null,
  matter: null,
  noticedOn: null,
  dueOn: null,
  left: null,
  owners: null,
  area: null,
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)

export function isOpeningDraft(value: unknown): value is OpeningDraft {
  if (typeof value !== 'object' || value === null) return false
  const draft: Readonly<Record<string, unknown>> = { ...value }
  return (
    (draft['kind'] === 'survey' || draft['kind'] === 'owners') &&
    isText(draft['motion']) &&
    isText(draft['details']) &&
    ['itemId', 'ruleId', 'matter', 'noticedOn', 'dueOn', 'owners', 'area'].every((key) => isTextOrNull(draft[key])) &&
    (draft['left'] === null || (Array.isArray(draft['left']) && draft['left'].every(isText)))
  )
}

/** Those who come to a meeting without living there. */
const strangers: readonly Seat['kind'][] = ['guest', 'supervisor', 'walkIn']

/** Of households: those alone who come as 列席, 监督 or 现场登记 and belong to no house are not asked, unless somebody is ticked. */
export function suggestedToLeave(units: readonly RosterUnit[], seats: readonly Seat[]): readonly string[] {
  const known = new Map(seats.map((seat) => [seat.seatId, seat]))
  return units.flatMap(({ area, seatIds, unitId }) => {
    if (area !== undefined) return []
    const stranger = seatIds.every((seatId) => {
      const seat = known.get(seatId)
      return seat !== undefined && seat.household === undefined && strangers.includes(seat.kind)
    })
    return stranger ? [unitId] : []
  })
}

/** Where the meeting stands: the running item, else the first. */
export function itemFor(
  draft: OpeningDraft,
  asked: ItemId | null,
  agenda: readonly { readonly itemId: ItemId; readonly phase: string }[],
): ItemId | null {
  const found =
    agenda.find(({ itemId }) => itemId === draft.itemId) ??
    agenda.find(({ itemId }) => itemId === asked) ??
    agenda.find(({ phase }) => phase === 'running') ??
    agenda[0]
  return found?.itemId ?? null
}

/** 业主总人数 and 专有总面积 as they would be sent, and what is wrong with them, in a sentence. */
export function totalsOf(
  { area, owners }: Pick<OpeningDraft, 'owners' | 'area'>,
  units: readonly RosterUnit[],
): { readonly totals: Totals; readonly fault: { readonly of: 'owners' | 'area'; readonly words: string } | null } {
  const sums = sumsOf(units)
  const typedOwners = owners?.normalize('NFKC').trim() ?? String(sums.owners)
  const typedArea = area?.normalize('NFKC').trim() ?? sums.area
  const totals = { owners: Number(typedOwners), area: typedArea }
  if (!/^[1-9]\d{0,6}$/.test(typedOwners)) {
    return { totals: sums, fault: { of: 'owners', words: '业主总人数是整数，请只写数字。' } }
  }
  if (!isDecimal(typedArea)) {
    return { totals: sums, fault: { of: 'area', words: '面积只写数字，小数最多六位，例如 12345.67。' } }
  }
  const of = tooSmall(totals, sums)
  if (of === null) return { totals, fault: null }
  return { totals, fault: { of, words: sentenceOf({ code: 'totalTooSmall', of, least: String(sums[of]) }) } }
}
