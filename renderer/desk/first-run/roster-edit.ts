import type { SeatId } from '../../../shared/core/ids.ts'
import { type CouncilDraft, isCouncilDraft } from './council-draft.ts'
import { isRosterRow, type RosterRow } from './roster-rows.ts'

type Rows = readonly RosterRow[]

/**
 * Changes that are not saved yet. `began` is the host's roster when they began, then what was sent by each attempt to
 * save: after a break the host may have any part of it.
 */
export type RosterEdit = { readonly began: readonly Rows[]; readonly draft: CouncilDraft }

/** The changes so far, or null where `draft` says no more than the host's roster does. */
export function editOf(before: RosterEdit | null, host: Rows, start: CouncilDraft, draft: CouncilDraft) {
  if (JSON.stringify(draft) === JSON.stringify(start)) return null
  return { began: before?.began ?? [host], draft } satisfies RosterEdit
}

/** Whether the host's roster was changed by somebody else since: saving now would undo that. */
export function movedElsewhere({ began, draft }: RosterEdit, host: Rows): boolean {
  const first = began[0] ?? []
  const ids = new Set([...first, ...host].map((row) => row.seatId))
  return [...ids].some((seatId) => {
    const was = find(first, seatId)
    const is = find(host, seatId)
    if (is === undefined) return was !== undefined && !draft.removed.includes(seatId)
    const ours = [...began, draft.rows].flatMap((rows) => find(rows, seatId) ?? [])
    const seated = ours.some(({ kind, voting }) => kind === is.kind && voting === is.voting)
    // The name of a seat that we have just added comes a moment after the seat.
    const named = ours.some(({ name }) => name.trim() === is.name) || (was === undefined && is.name === '')
    return !(seated && named)
  })
}

const find = (rows: Rows, seatId: SeatId) => rows.find((row) => row.seatId === seatId)

/** An emptied name is no farewell: whoever is to leave is removed by the line. Null when every seat has its name. */
export function emptiedFault(rows: Rows, names: Readonly<Record<string, string>>): string | null {
  const at = rows.findIndex((row) => row.name.trim() === '' && names[row.seatId] !== undefined)
  if (at === -1) return null
  return `第 ${at + 1} 行原来有人。要撤下这一席，请按这一行右边的叉；不撤请写上姓名。`
}

export function isRosterEdit(value: unknown): value is RosterEdit {
  if (typeof value !== 'object' || value === null) return false
  const { began, draft } = value as Partial<Record<keyof RosterEdit, unknown>>
  return (
    isCouncilDraft(draft) &&
    Array.isArray(began) &&
    began.length > 0 &&
    began.every((rows) => Array.isArray(rows) && rows.every(isRosterRow))
  )
}
