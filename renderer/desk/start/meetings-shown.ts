import type { HallClient } from '../../../shared/client/hall-client.ts'
import type { MeetingId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { addressOf } from '../../../shared/streams/stream-name.ts'
import { meetingOf } from '../../connection/meeting-view.ts'

/** The councils of this data folder, in the order in which they were founded. */
export function councilsOf(client: HallClient): readonly FoundedCouncil[] {
  return client.copies.names().flatMap((name) => {
    const address = addressOf(name)
    const council = address.kind === 'council' ? client.copies.council(address.id) : null
    return council?.phase === 'founded' ? [council] : []
  })
}

/** All meetings that this page may see, the latest first. */
export function meetingsOf(client: HallClient): readonly HeldMeeting[] {
  return client.copies
    .names()
    .flatMap((name) => {
      const address = addressOf(name)
      const meeting = address.kind === 'meeting' ? meetingOf(client, address.id) : null
      return meeting === null ? [] : [meeting]
    })
    .sort((a, b) => b.openedAt - a.openedAt)
}

const URGENCY = { open: 0, closed: 1, sealed: 2 } as const

/** The unfinished meetings: those still in session first, then those whose record is not sealed. */
export const unfinished = (meetings: readonly HeldMeeting[]): readonly HeldMeeting[] =>
  meetings.filter((meeting) => meeting.phase !== 'sealed').sort((a, b) => URGENCY[a.phase] - URGENCY[b.phase])

export const meetingToGoOnWith = (client: HallClient): MeetingId | null =>
  unfinished(meetingsOf(client))[0]?.meetingId ?? null
