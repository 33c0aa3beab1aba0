import type { SeatId } from '../../../shared/core/ids.ts'
import type { Turn } from './next-chair.ts'

/** `本次轮到 李四（乙单位）（上次 张三）`, and who chairs instead when that is somebody else. */
export function turnWords({ last, seat }: Turn, chair: SeatId | null, nameOf: (seatId: SeatId) => string): string {
  const side = seat.party === undefined ? '' : `（${seat.party.trim()}）`
  const before = last === null ? '还没有轮过' : `上次 ${nameOf(last)}`
  const instead = chair === null || chair === seat.seatId ? '' : `，改由 ${nameOf(chair)} 主持`
  return `轮值主席：本次轮到 ${nameOf(seat.seatId)}${side}，${before}${instead}`
}
