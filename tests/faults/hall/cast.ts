import {
  type CouncilId,
  councilId,
  itemId,
  type MeetingId,
  meetingId,
  type RandomBytes,
  type SeatId,
  seatId,
} from '../../../shared/core/ids.ts'
import type { Seat } from '../../../shared/council/seat.ts'
import { type DeviceKey, makeDeviceKey } from '../../../shared/identity/device-key.ts'

/** Who and what a story is about: the same for the same seed. */
export type Cast = {
  readonly bytes: RandomBytes
  readonly councilId: CouncilId
  readonly roster: readonly Seat[]
  readonly chair: SeatId
  readonly scribe: SeatId
  /** On the roster beside the ones above: revised and retired at will. */
  readonly spare: SeatId
  /** Devices by seat; two seats share one, and some have none. */
  readonly keys: ReadonlyMap<SeatId, DeviceKey>
  readonly plans: readonly Plan[]
}

type Plan = {
  readonly meetingId: MeetingId
  readonly agenda: readonly { readonly itemId: string; readonly title: string }[]
}

export function castOf(bytes: RandomBytes): Cast {
  const chair = seatId.mint(bytes)
  const scribe = seatId.mint(bytes)
  const spare = seatId.mint(bytes)
  const members = Array.from({ length: 5 }, () => seatId.mint(bytes))
  const [first, second, third] = members
  const shared = makeDeviceKey(bytes)
  const devices = [
    [chair, makeDeviceKey(bytes)],
    [scribe, makeDeviceKey(bytes)],
    [first, shared],
    [second, shared],
    [third, makeDeviceKey(bytes)],
  ] as const
  return {
    bytes,
    councilId: councilId.mint(bytes),
    roster: [
      { seatId: chair, kind: 'convener', voting: true },
      { seatId: scribe, kind: 'scribe', voting: false },
      ...members.map((member) => ({ seatId: member, kind: 'standing', voting: true }) as const),
    ],
    chair,
    scribe,
    spare,
    keys: new Map(devices.flatMap(([seat, key]) => (seat === undefined ? [] : [[seat, key] as const]))),
    plans: ['一', '二'].map((ordinal) => ({
      meetingId: meetingId.mint(bytes),
      agenda: ['甲', '乙'].map((letter) => ({ itemId: itemId.mint(bytes), title: `第${ordinal}次会议议题${letter}` })),
    })),
  }
}
