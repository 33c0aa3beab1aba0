import type { MeetingId, ResolutionId } from '../core/ids.ts'
import type { LedgerState } from '../worksheets/ledger.ts'

/** Practice takes no number. */
const PRACTICE_NUMBER = '练习，不编号'

/** The number under which the ledger has a resolution's worksheet; null when it has none. */
export function worksheetNumber(
  ledger: LedgerState | null,
  of: { readonly meetingId: MeetingId; readonly resolutionId: ResolutionId; readonly practice: boolean },
): string | null {
  if (of.practice) return PRACTICE_NUMBER
  const issued = ledger?.worksheets.find(
    (worksheet) => worksheet.meetingId === of.meetingId && worksheet.resolutionId === of.resolutionId,
  )
  return issued?.number ?? null
}
