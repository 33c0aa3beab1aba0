import { assertNever } from '../../../shared/core/assert-never.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { assessmentTable } from '../../../shared/papers/assessment-table.ts'
import { ballotsContent } from '../../../shared/papers/ballot-content.ts'
import type { ItemNotes } from '../../../shared/papers/item-section.ts'
import { minutesContent } from '../../../shared/papers/minutes-content.ts'
import { roomResultContent } from '../../../shared/papers/room-result-content.ts'
import { tallyContent } from '../../../shared/papers/tally-content.ts'
import { worksheetContent } from '../../../shared/papers/worksheet-content.ts'
import { writtenPapersContent } from '../../../shared/papers/written-papers-content.ts'
import { writtenResultContent } from '../../../shared/papers/written-result-content.ts'
import type { Paper } from '../../../shared/protocol/client-frames.ts'
import { worksheetStream } from '../../../shared/streams/stream-name.ts'
import type { LedgerState } from '../../../shared/worksheets/ledger.ts'
import type { Hall } from '../hall/hall.ts'
import { ballotsDocx } from './ballots-docx.ts'
import { minutesDocx } from './minutes-docx.ts'
import { paperName } from './paper-name.ts'
import { assessmentDocx, resultSheetDocx } from './result-sheet-docx.ts'
import { tallyDocx } from './tally-docx.ts'
import { worksheetDocx } from './worksheet-docx.ts'

/** A Word file and the name to save it under. */
export type PaperFile = { readonly name: string; readonly bytes: Uint8Array }

/**
 * Makes a paper of what is on the disk: nothing that is still in flight is printed. Null when there is no such meeting,
 * resolution or vote, or nothing to print of it (a vote may have been declared void, a result not be published). Whether
 * the asker may have it is asked before; `houses`: whether he may have house numbers.
 */
export async function makePaper(
  hall: Hall,
  paper: Paper,
  notes: ItemNotes,
  houses: 'withHouses' | 'withoutHouses' = 'withoutHouses',
): Promise<PaperFile | null> {
  if (paper.kind === 'assessmentTable') {
    const content = assessmentTable(
      hall.streams.meetings().map(({ confirmed }) => confirmed),
      paper,
    )
    return content && { name: paperName(content), bytes: await assessmentDocx(content) }
  }
  const meeting = hall.streams.meeting(paper.meetingId)?.confirmed
  if (meeting === undefined || meeting.phase === 'unopened') return null
  switch (paper.kind) {
    case 'minutes': {
      const ledger = ledgerOf(hall, meeting)
      const content = minutesContent(meeting, { names: namesIn(hall), notes, ledger, now: hall.now() })
      return { name: paperName(content), bytes: await minutesDocx(content) }
    }
    case 'worksheet': {
      const content = worksheetContent(meeting, paper.resolutionId, ledgerOf(hall, meeting))
      return content && { name: paperName(content), bytes: await worksheetDocx(content) }
    }
    case 'ballots': {
      const content = ballotsContent(meeting, paper)
      return content && { name: paperName(content), bytes: await ballotsDocx(content) }
    }
    case 'writtenPapers': {
      const people = { names: namesIn(hall), houses: houses === 'withHouses' ? housesIn(hall) : {} }
      const content = writtenPapersContent(meeting, paper, people)
      return content && { name: paperName(content), bytes: await ballotsDocx(content) }
    }
    case 'tallySheet': {
      const content = tallyContent(meeting, paper.voteId, namesIn(hall))
      return content && { name: paperName(content), bytes: await tallyDocx(content) }
    }
    case 'resultSheet': {
      const room = roomResultContent(meeting, paper.voteId, namesIn(hall))
      const content = room ?? writtenResultContent(meeting, paper.voteId)
      return content && { name: paperName(content), bytes: await resultSheetDocx(content) }
    }
    default:
      return assertNever(paper)
  }
}

/** All papers of a meeting: its minutes, a worksheet for each resolution, and the result of each vote that stands. */
export function papersOf({ meetingId, voting, writtenVotes }: HeldMeeting): readonly Paper[] {
  const worksheets = voting.resolutions.map(
    ({ resolutionId }): Paper => ({ kind: 'worksheet', meetingId, resolutionId }),
  )
  const results = [...voting.past, ...writtenVotes].flatMap(({ phase, voteId }): readonly Paper[] =>
    phase === 'closed' ? [{ kind: 'resultSheet', meetingId, voteId }] : [],
  )
  return [{ kind: 'minutes', meetingId }, ...worksheets, ...results]
}

/** Names alone: phones never come near a paper, house numbers only on what is carried to people's doors. */
function namesIn({ documents }: Hall): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(documents.contacts.data.seats).map(([seatId, { name }]) => [seatId, name]))
}

function housesIn({ documents }: Hall): Readonly<Record<string, string>> {
  const { seats } = documents.contacts.data
  return Object.fromEntries(
    Object.entries(seats).flatMap(([seatId, { house }]) => (house === null ? [] : [[seatId, house]])),
  )
}

function ledgerOf(hall: Hall, { councilId }: HeldMeeting): LedgerState | null {
  const stream = hall.streams.get(worksheetStream(councilId))
  // The operator sees all of a ledger, and a stream of that name holds one.
  return stream === null ? null : (stream.view({ role: 'operator', seats: [] }) as LedgerState)
}
