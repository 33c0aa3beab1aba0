import type { Seat, SeatKind } from './seat.ts'

/** 列席, 监督 and 现场登记 never vote (列席无表决权) and never chair. */
export const onlooks = (kind: SeatKind): boolean => kind === 'guest' || kind === 'supervisor' || kind === 'walkIn'

/** Whether a seat counts as 应到 and may vote: 资格停止者不计入应到和实到. */
export const votes = ({ suspended, voting }: Pick<Seat, 'suspended' | 'voting'>): boolean =>
  voting && suspended !== true
