import { useHostNow } from '../../connection/hall-context.tsx'
import { clockText } from '../../ui/clock-text.ts'

type Props = { readonly startedAt: number; readonly limitSeconds: number; readonly own?: boolean }

/** The time that a speaker has left, by the host's clock; it goes on counting when it is over. */
export function Clock({ startedAt, limitSeconds, own = false }: Props) {
  const left = limitSeconds - Math.round((useHostNow() - startedAt) / 1000)
  return (
    <span className="clock">
      <span role="timer" aria-label="还剩">
        {clockText(Math.min(left, limitSeconds))}
      </span>
      {left <= 0 && (
        <span className="tag amber" role={own ? 'alert' : undefined}>
          时间到
        </span>
      )}
    </span>
  )
}
