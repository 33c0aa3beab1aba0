import type { SeatKind } from '../council/seat.ts'

/** What each kind of seat is called, on every surface and in the minutes. */
export const seatKindNames: Readonly<Record<SeatKind, string>> = {
  convener: '召集人',
  standing: '常任议事委员',
  public: '公众议事委员',
  scribe: '话事员',
  guest: '列席',
  supervisor: '监督',
  walkIn: '现场登记',
}
