import { askingSentence } from '../../../shared/wording/asking-rejections.ts'
import { wayName } from './way-words.ts'
import type { Way } from './ways-to-ask.ts'

type Props = {
  readonly ways: readonly Way[]
  /** What is said already, so that it need not be said again. */
  readonly said: string | null
  readonly onAsk: (way: Way) => void
}

/** 还可以: the rarer ways, in one quiet row. */
export function OtherWays({ onAsk, said, ways }: Props) {
  if (ways.length === 0) return null
  const reasons = ways.flatMap(({ refusal }) => (refusal === null ? [] : [askingSentence(refusal)]))
  return (
    <section className="others" aria-label="还可以">
      <span className="note">还可以</span>
      {ways.map((way) => (
        <button key={way.kind} type="button" className="key" disabled={way.refusal !== null} onClick={() => onAsk(way)}>
          {wayName(way)}
        </button>
      ))}
      {[...new Set(reasons)]
        .filter((reason) => reason !== said)
        .map((reason) => (
          <p key={reason} className="note">
            {reason}
          </p>
        ))}
    </section>
  )
}
