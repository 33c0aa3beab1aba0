import type { SeatId } from '../../../shared/core/ids.ts'
import type { SeatKind } from '../../../shared/council/seat.ts'

/** The kinds of seats that a roster names; 现场登记 happens at the door. */
export const rosterKinds = [
  'convener',
  'standing',
  'public',
  'scribe',
  'guest',
  'supervisor',
] as const satisfies SeatKind[]

export type RosterKind = (typeof rosterKinds)[number]

/** One person of a roster as it is being typed or read from a file: all that is not known is empty text. */
export type Person = {
  readonly seatId: SeatId
  readonly name: string
  readonly kind: RosterKind
  readonly voting: boolean
  readonly suspended: boolean
  /** 方. */
  readonly party: string
  /** 列席身份. */
  readonly duty: string
  /** `YYYY-MM-DD`. */
  readonly termFrom: string
  readonly termTo: string
  /** 门牌: people of one house number are one household. Contact data. */
  readonly house: string
  /** Contact data. */
  readonly phone: string
  /** Whole number of flats, and their area in square metres as a decimal. */
  readonly flats: string
  readonly area: string
}
