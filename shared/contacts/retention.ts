import type { SeatId } from '../core/ids.ts'
import type { CouncilState } from '../council/state.ts'
import type { Contact } from './messages.ts'

/** `months` calendar months before an instant, ms since 1970. */
function monthsBefore(now: number, months: number): number {
  const then = new Date(now)
  const day = then.getUTCDate()
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day, lastDay))
  return then.getTime()
}

/**
 * 到期删除: the seats whose phone, house number and photo are no longer needed, since their people left every roster more
 * than `months` ago (个人信息保护法 §19: no longer than necessary). Names stay, for the records, until somebody deletes them.
 */
export function expiredContacts(
  councils: readonly CouncilState[],
  contacts: Readonly<Record<string, Contact>>,
  { months, now }: { readonly months: number; readonly now: number },
): readonly SeatId[] {
  const founded = councils.filter((council) => council.phase === 'founded')
  const seated = new Set<string>(founded.flatMap((council) => council.seats.map((seat) => seat.seatId)))
  const limit = monthsBefore(now, months)
  return founded
    .flatMap((council) => council.retired)
    .filter(({ retiredAt, seatId }) => retiredAt !== null && retiredAt < limit && !seated.has(seatId))
    .map((seat) => seat.seatId)
    .filter((seatId) => {
      const known = contacts[seatId]
      return known !== undefined && (known.phone !== null || known.house !== null || known.photo === true)
    })
}
