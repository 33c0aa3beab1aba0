import { emptyLibrary } from '../library/library.ts'
import type { Library } from '../library/messages.ts'
import type { AdmissionRequest, HostFrame, MeetingNotice } from '../protocol/host-frames.ts'
import type { HallSettings } from '../settings/messages.ts'

type Notice = Extract<HostFrame, { t: 'names' | 'admissions' | 'meetings' | 'addresses' | 'settings' | 'library' }>

/** What the host tells besides the streams: always whole, the last one counts. */
export type Notices = {
  /** Names by seat, as far as this viewer may see them. */
  readonly names: Readonly<Record<string, string>>
  /** Who waits at the door. */
  readonly admissions: readonly AdmissionRequest[]
  readonly meetings: readonly MeetingNotice[]
  /** The addresses that phones in the room can open, best first. */
  readonly addresses: readonly string[]
  /** The operator's settings; null for everybody else. */
  readonly settings: HallSettings | null
  /** Formats and rule packs of the secretary's own; empty for everybody but the operator. */
  readonly library: Library
}

export const noNotices: Notices = {
  names: {},
  admissions: [],
  meetings: [],
  addresses: [],
  settings: null,
  library: emptyLibrary,
}

export function withNotice(notices: Notices, notice: Notice): Notices {
  switch (notice.t) {
    case 'names':
      return { ...notices, names: notice.names }
    case 'admissions':
      return { ...notices, admissions: notice.requests }
    case 'meetings':
      return { ...notices, meetings: notice.meetings }
    case 'addresses':
      return { ...notices, addresses: notice.urls }
    case 'settings':
      return { ...notices, settings: notice.settings }
    case 'library':
      return { ...notices, library: notice.library }
  }
}
