import type { MeetingId, SeatId, VoteId } from '../../shared/core/ids.ts'
import type { DeviceKey } from '../../shared/identity/device-key.ts'

export type CrowdMember = { readonly seatId: SeatId; readonly key: DeviceKey }

/** What a bench tells its crowd: a process of its own, so that the clients' work is not counted as the host's. */
export type CrowdOrder =
  /** Connect and come in as these members. */
  | {
      readonly do: 'enter'
      readonly port: number
      readonly meetingId: MeetingId
      readonly members: readonly CrowdMember[]
    }
  /** Connect to a bare server that asks for nothing. */
  | { readonly do: 'attach'; readonly port: number; readonly clients: number }
  /** The same in the name of these members: their requests are sent as they stand. */
  | {
      readonly do: 'attachAs'
      readonly port: number
      readonly meetingId: MeetingId
      readonly members: readonly CrowdMember[]
    }
  /** So many ask for the floor at once; report how long each request took to the last client. */
  | { readonly do: 'ask'; readonly requests: number }
  /** Report when every client has been told of so many further points. */
  | { readonly do: 'expect'; readonly points: number }
  /** Sign a ballot each, all before the first is sent. */
  | { readonly do: 'sign'; readonly voteId: VoteId }
  /** Send each at its moment, ms from the beginning; report how long each took to its acknowledgement, when all are there. */
  | { readonly do: 'cast'; readonly moments: readonly number[] }
  | { readonly do: 'leave' }

/** `times`: how long each request was on its way to the last client, or each ballot to its acknowledgement, ms. */
export type CrowdReport = { readonly done: CrowdOrder['do']; readonly ms: number; readonly times?: readonly number[] }
