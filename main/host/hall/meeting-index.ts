import * as z from 'zod/mini'
import { idSchema } from '../../../shared/core/id-schemas.ts'
import type { MeetingId } from '../../../shared/core/ids.ts'
import type { HeldMeeting, MeetingState } from '../../../shared/meeting/state.ts'
import { type Document, type OpenDocumentResult, openDocument } from '../documents/document.ts'
import type { Storage } from '../storage/storage.ts'

const entry = z.object({
  meetingId: idSchema.meetingId,
  councilId: idSchema.councilId,
  title: z.string(),
  startsAt: z.number(),
  phase: z.enum(['open', 'closed', 'sealed']),
  /** 会议码: six digits, told to whoever is in the room. */
  joinCode: z.string().check(z.regex(/^\d{6}$/)),
  /** The journal's hash at sealing, to be printed: only it shows a rewritten file. */
  digest: z.nullable(z.string()),
})

const index = z.object({ meetings: z.array(entry) })

type MeetingEntry = Readonly<z.infer<typeof entry>>
export type MeetingIndex = { readonly meetings: readonly MeetingEntry[] }
export type MeetingIndexDocument = Document<MeetingIndex>

/** A list of meetings to find them by; all but the join codes could be made again from the journals. */
export function openMeetingIndex(storage: Storage): Promise<OpenDocumentResult<MeetingIndex>> {
  return openDocument<MeetingIndex>({
    storage,
    path: 'documents/meetings.json',
    version: 1,
    upgrade: [],
    parse: (value) => index.parse(value),
    initial: { meetings: [] },
  })
}

/** Whether the index says of this meeting what its journal says. */
export function isIndexed({ meetings }: MeetingIndex, meeting: MeetingState): boolean {
  if (meeting.phase === 'unopened') return true
  return meetings.some((known) => known.meetingId === meeting.meetingId && known.phase === meeting.phase)
}

export function indexed(
  { meetings }: MeetingIndex,
  meeting: HeldMeeting,
  found: { readonly joinCode: () => string; readonly digest: string },
): MeetingIndex {
  const { councilId, meetingId, phase, startsAt, title } = meeting
  const known = meetings.find((entry) => entry.meetingId === meetingId)
  const entry: MeetingEntry = {
    meetingId,
    councilId,
    title,
    startsAt,
    phase,
    joinCode: known?.joinCode ?? freeCode(meetings, found.joinCode),
    digest: phase === 'sealed' ? found.digest : null,
  }
  return { meetings: [...meetings.filter((other) => other.meetingId !== meetingId), entry] }
}

export const meetingByCode = ({ meetings }: MeetingIndex, code: string): MeetingId | null =>
  meetings.find((entry) => entry.phase !== 'sealed' && entry.joinCode === code)?.meetingId ?? null

/** A code names one meeting that is not yet sealed. */
function freeCode(meetings: readonly MeetingEntry[], draw: () => string): string {
  for (;;) {
    const code = draw()
    if (!meetings.some((entry) => entry.phase !== 'sealed' && entry.joinCode === code)) return code
  }
}
