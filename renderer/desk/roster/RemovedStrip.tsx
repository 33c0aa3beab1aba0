import { IconArrowBackUp } from '@tabler/icons-react'
import { Button } from 'antd'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { Person } from './person.ts'

/** Who can be brought back by name; the rest come back all together. */
const NAMES_SHOWN = 6
const NAMELESS = '（没有姓名）'

type Props = {
  readonly leaving: readonly Person[]
  readonly dropped: readonly Person[]
  readonly onRestore: (back: ReadonlySet<SeatId>) => void
}

/** Who will be gone once this is saved, and a way back. */
export function RemovedStrip({ dropped, leaving, onRestore }: Props) {
  const all = [...leaving, ...dropped].reverse()
  if (all.length === 0) return null
  return (
    <div className="roster-removed row wrap" role="status">
      <span>
        {leaving.length > 0 && `存好后撤下 ${leaving.length} 席`}
        {leaving.length > 0 && dropped.length > 0 && '；'}
        {dropped.length > 0 && `删去了还没存的 ${dropped.length} 行`}
      </span>
      {all.slice(0, NAMES_SHOWN).map(({ name, seatId }) => (
        <Button
          key={seatId}
          size="small"
          icon={<IconArrowBackUp size={16} />}
          aria-label={`恢复${name || NAMELESS}`}
          onClick={() => onRestore(new Set([seatId]))}
        >
          {name || NAMELESS}
        </Button>
      ))}
      {all.length > 1 && (
        <Button type="text" size="small" onClick={() => onRestore(new Set(all.map(({ seatId }) => seatId)))}>
          全部恢复
        </Button>
      )}
    </div>
  )
}
