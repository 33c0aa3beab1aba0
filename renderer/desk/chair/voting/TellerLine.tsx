import type { SeatId } from '../../../../shared/core/ids.ts'
import type { Tellers } from '../../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { useDesk } from '../../desk-context.tsx'

/** 监票人 孙长顺　计票人 李春分; nothing where nobody was named. */
export function TellerLine({ tellers: { callers, counters, supervisors } }: { readonly tellers: Tellers }) {
  const { client } = useDesk()
  const names = (seats: readonly SeatId[]) => seats.map((seatId) => nameOf(client, seatId)).join('、')
  const roles = [
    ['监票人', supervisors],
    ['计票人', counters],
    ['唱票人', callers],
  ] as const
  return roles
    .filter(([, seats]) => seats.length > 0)
    .map(([role, seats]) => (
      <span key={role}>
        <span className="note">{role}</span> {names(seats)}
      </span>
    ))
}
