import { type CouncilId, councilId, type SeatId, seatId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { firstRows, isRosterKind, isRosterRow, type RosterRow, rosterFault } from './roster-rows.ts'

export const levelNames = { street: '街道', community: '社区', grid: '网格', courtyard: '楼院' } as const

export type Level = keyof typeof levelNames

/** A council as it is being typed; ids are there from the first, so that founding can be carried on with after a break. */
export type CouncilDraft = {
  readonly councilId: CouncilId
  readonly name: string
  readonly code: string
  readonly level: Level
  readonly rows: readonly RosterRow[]
  /** Whose lines were removed on purpose: nobody else leaves the roster. */
  readonly removed: readonly SeatId[]
}

const MAX_NAME_LENGTH = 60
const CODE = /^[A-Z0-9]{2,12}$/

export const newCouncil = (): CouncilDraft => ({
  councilId: councilId.mint(randomBytes),
  name: '',
  code: suggestedCode(),
  level: 'community',
  rows: firstRows(),
  removed: [],
})

/** A founded council as a draft, to change its roster. */
export const draftOf = (council: FoundedCouncil, names: Readonly<Record<string, string>>): CouncilDraft => ({
  councilId: council.councilId,
  name: council.name,
  code: council.code,
  level: isLevel(council.level) ? council.level : 'community',
  rows: council.seats.flatMap(({ kind, seatId: id, voting }) =>
    isRosterKind(kind) ? [{ seatId: id, kind, voting, name: names[id] ?? '' }] : [],
  ),
  removed: [],
})

/** Enough to tell two councils on one laptop apart; people who know their 社区码 overwrite it. */
const suggestedCode = (): string => `SQ${String((randomBytes(1)[0] ?? 0) % 100).padStart(2, '0')}`

/** What keeps this council from being founded, in words; null when nothing does. */
export function councilFault({ code, name, rows }: CouncilDraft): string | null {
  if (name.trim() === '') return '请写组织名称，例如“××社区红色议事厅”。'
  if (name.trim().length > MAX_NAME_LENGTH) return `组织名称请写在 ${MAX_NAME_LENGTH} 个字以内。`
  if (!CODE.test(code)) return '工单编号用的短码要 2 到 12 位字母或数字。'
  return rosterFault(rows)
}

const isLevel = (value: unknown): value is Level => typeof value === 'string' && Object.hasOwn(levelNames, value)

export function isCouncilDraft(value: unknown): value is CouncilDraft {
  if (typeof value !== 'object' || value === null) return false
  const draft = value as Partial<Record<keyof CouncilDraft, unknown>>
  return (
    councilId.parse(draft.councilId) !== null &&
    typeof draft.name === 'string' &&
    typeof draft.code === 'string' &&
    isLevel(draft.level) &&
    Array.isArray(draft.rows) &&
    draft.rows.every(isRosterRow) &&
    Array.isArray(draft.removed) &&
    draft.removed.every((id) => seatId.parse(id) !== null)
  )
}
