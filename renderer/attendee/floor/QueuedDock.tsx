import { Stance } from '../../ui/Stance.tsx'
import type { FloorStance } from './floor-standing.ts'

type Props = {
  readonly ahead: number
  readonly stance: FloorStance
  /** Why in this order. */
  readonly order: string
  readonly withdrawing: boolean
  readonly onWithdraw: () => void
}

/** In the queue: how many come first, and the way out of it. */
export function QueuedDock({ ahead, order, stance, withdrawing, onWithdraw }: Props) {
  return (
    <>
      <div className="dock-line" role="status">
        <b className="queued">{ahead === 0 ? '下一位就是您' : `前面还有 ${ahead} 位`}</b>
        <Stance stance={stance} />
      </div>
      {ahead > 0 && <p className="note">{order}</p>}
      <button type="button" className="key wide" disabled={withdrawing} onClick={onWithdraw}>
        {withdrawing ? '正在取消，连上后自动送到' : '取消排队'}
      </button>
    </>
  )
}
