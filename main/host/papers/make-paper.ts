import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { ItemNotes } from '../../../shared/papers/item-section.ts'
import { minutesContent } from '../../../shared/papers/minutes-content.ts'
import { worksheetContent } from '../../../shared/papers/worksheet-content.ts'
import type { Paper } from '../../../shared/protocol/client-frames.ts'
import { worksheetStream } from '../../../shared/streams/stream-name.ts'
import type { LedgerState } from '../../../shared/worksheets/ledger.ts'
import type { Hall } from '../hall/hall.ts'
import { minutesDocx } from './minutes-docx.ts'
import { paperName } from './paper-name.ts'
import { worksheetDocx } from './worksheet-docx.ts'

/** A Word file and the name to save it under. */
export type PaperFile = { readonly name: string; readonly bytes: Uint8Array }

/**
 * Makes a paper of what is on the disk: nothing that is still in flight is printed. Null when there is no such meeting
 * or no such resolution (its vote may have been declared void). Whether the asker may have it is asked before.
 */
export async function makePaper(hall: Hall, paper: Paper, notes: ItemNotes): Promise<PaperFile | null> {
  const meeting = hall.streams.meeting(paper.meetingId)?.confirmed
  if (meeting === undefined || meeting.phase === 'unopened') return null
  const ledger = ledgerOf(hall, meeting)
  if (paper.kind === 'minutes') {
    const content = minutesContent(meeting, { names: namesIn(hall), notes, ledger, now: hall.now() })
    return { name: paperName(content), bytes: await minutesDocx(content) }
  }
  const content = worksheetContent(meeting, paper.resolutionId, ledger)
  return content && { name: paperName(content), bytes: await worksheetDocx(content) }
}

/** All papers of a meeting: its minutes, then a worksheet for each resolution. */
export function papersOf({ meetingId, voting }: HeldMeeting): readonly Paper[] {
  const worksheets = voting.resolutions.map(
    ({ resolutionId }): Paper => ({ kind: 'worksheet', meetingId, resolutionId }),
  )
  return [{ kind: 'minutes', meetingId }, ...worksheets]
}

/** Names alone: phones and house numbers never come near a paper. */
function namesIn({ documents }: Hall): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(documents.contacts.data.seats).map(([seatId, { name }]) => [seatId, name]))
}

function ledgerOf(hall: Hall, { councilId }: HeldMeeting): LedgerState | null {
  const stream = hall.streams.get(worksheetStream(councilId))
  // The operator sees all of a ledger, and a stream of that name holds one.
  return stream === null ? null : (stream.view({ role: 'operator', seats: [] }) as LedgerState)
}
