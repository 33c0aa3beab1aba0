import type { ItemId } from '../../shared/core/ids.ts'
import { groupTimes } from '../../shared/meeting/floor/quotas.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { clockText } from '../ui/clock-text.ts'
import './group-times.css'

type Props = {
  readonly meeting: HeldMeeting
  readonly itemId: ItemId
  /** Two lines instead of one. */
  readonly wraps: boolean
}

/** How much time each group has left on this item; nothing where groups are given none. */
export function GroupTimes({ itemId, meeting, wraps }: Props) {
  const groups = groupTimes(meeting, itemId, useHostNow())
  if (groups.length === 0) return null
  return (
    <p className={wraps ? 'group-times wraps' : 'group-times'}>
      <span className="label">各方还剩</span>
      {groups.map(({ leftMs, party }) => (
        <span key={party} className={leftMs < 0 ? 'group over' : 'group'}>
          <span className="cut">{party}</span>
          <b>{leftMs < 0 ? `超 ${clockText(Math.ceil(-leftMs / 1000))}` : clockText(Math.ceil(leftMs / 1000))}</b>
        </span>
      ))}
    </p>
  )
}
