import { useSecondsLeft } from '../../connection/seconds-left.ts'
import { clockText } from '../../ui/clock-text.ts'

type Props = { readonly startedAt: number; readonly limitSeconds: number; readonly own?: boolean }

/** The time that a speaker has left, by the host's clock; it goes on counting when it is over. */
export function Clock({ startedAt, limitSeconds, own = false }: Props) {
  const left = useSecondsLeft(startedAt, limitSeconds)
  return (
    <span className="clock">
      <span role="timer" aria-label="还剩">
        {clockText(left)}
      </span>
      {left <= 0 && (
        <span className="tag amber" role={own ? 'alert' : undefined}>
          时间到
        </span>
      )}
    </span>
  )
}
