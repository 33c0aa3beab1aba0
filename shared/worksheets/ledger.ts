import { chinaDate } from '../core/china-time.ts'
import type { Context } from '../core/context.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import type { Viewer } from '../roles/roles.ts'
import type { Worksheet, WorksheetCommand, WorksheetEvent } from './messages.ts'

/** 红色议事工单: one ledger for each council, numbers without gaps within a year. */
export type LedgerState = { readonly worksheets: readonly Worksheet[] }

export const emptyLedger: LedgerState = { worksheets: [] }

export type WorksheetRejection = { readonly code: 'worksheetExists' }

export function decideLedger(
  state: LedgerState,
  { data }: WorksheetCommand,
  context: Pick<Context, 'now'>,
): Result<readonly WorksheetEvent[], WorksheetRejection> {
  if (state.worksheets.some((known) => known.worksheetId === data.worksheetId))
    return refuse({ code: 'worksheetExists' })
  const year = Number(chinaDate(context.now).slice(0, 4))
  const issued = (number: string | null, serial: number | null) =>
    ok([{ type: 'worksheetIssued', data: { ...data, number, year, serial, issuedAt: context.now } } as const])
  if (data.practice) return issued(null, null)
  const serial = state.worksheets.filter((known) => known.year === year && known.serial !== null).length + 1
  return issued(`${year}-${data.councilCode}-${String(serial).padStart(4, '0')}`, serial)
}

export function evolveLedger(state: LedgerState, event: WorksheetEvent): LedgerState {
  return { worksheets: [...state.worksheets, event.data] }
}

/** The hall screen shows no worksheets; everybody in the meeting may know who has to do what by when. */
export function projectLedger(state: LedgerState, viewer: Viewer): LedgerState {
  return viewer.role === 'screen' ? emptyLedger : state
}

export function projectLedgerEvent(event: WorksheetEvent, viewer: Viewer): WorksheetEvent | null {
  return viewer.role === 'screen' ? null : event
}
