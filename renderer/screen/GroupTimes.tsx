import type { ItemId } from '../../shared/core/ids.ts'
import { groupTimes } from '../../shared/meeting/floor/quotas.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { groupTimeText } from '../ui/group-time.ts'
import './group-times.css'

/** Cells that two lines have, the first left out. */
const MOST = 7

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
  const shown = groups.length > MOST ? MOST - 1 : groups.length
  return (
    <p className={wraps ? 'group-times wraps' : 'group-times'}>
      <span className="label">各方还剩</span>
      {groups.slice(0, shown).map(({ leftMs, party }) => (
        <span key={party} className={leftMs < 0 ? 'group over' : 'group'}>
          <span className="cut">{party}</span>
          <b>{groupWords(leftMs)}</b>
        </span>
      ))}
      {shown < groups.length && <span className="label">等 {groups.length} 方</span>}
    </p>
  )
}

function groupWords(leftMs: number): string {
  const { over, text } = groupTimeText(leftMs)
  return over ? `超 ${text}` : text
}
