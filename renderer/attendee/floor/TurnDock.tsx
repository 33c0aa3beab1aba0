import { IconMicrophone } from '@tabler/icons-react'
import { Clock } from './Clock.tsx'

type Props = {
  readonly startedAt: number
  readonly limitSeconds: number
  readonly ending: boolean
  readonly onEnd: () => void
}

/** One's own turn: the time left, and the end of it. */
export function TurnDock({ startedAt, limitSeconds, ending, onEnd }: Props) {
  return (
    <>
      <div className="dock-line own-turn">
        <Clock own startedAt={startedAt} limitSeconds={limitSeconds} />
        <span className="tag green" role="status">
          <IconMicrophone size="1.15em" aria-hidden="true" />
          请您发言
        </span>
      </div>
      <button type="button" className="key go wide" disabled={ending} onClick={onEnd}>
        {ending ? '正在送出，连上后自动送到' : '说完了'}
      </button>
      <p className="note dock-note">先说赞成还是反对，再说理由，面向主持人说</p>
    </>
  )
}
