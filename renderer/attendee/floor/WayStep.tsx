import type { PointCategory } from '../../../shared/formats/speaking-rules.ts'
import { NotNow } from './NotNow.tsx'
import { wayStories } from './way-words.ts'

type Props = {
  readonly kind: keyof typeof wayStories
  /** Of points of order, one of which is chosen; none where all are alike. */
  readonly categories: readonly PointCategory[]
  readonly onAsk: (category: string | undefined) => void
  readonly onBack: () => void
}

/** What a rarer way is for, and going it. */
export function WayStep({ categories, kind, onAsk, onBack }: Props) {
  const { go, what } = wayStories[kind]
  const sorted = [...categories].sort((a, b) => a.rank - b.rank)
  return (
    <div className="ask-part">
      <p className="dock-line way-story">
        <span>{what}</span>
        <NotNow onBack={onBack} />
      </p>
      {sorted.length === 0 ? (
        <button type="button" className="key go wide" onClick={() => onAsk(undefined)}>
          {go}
        </button>
      ) : (
        <fieldset className="categories" aria-label="哪一类程序问题">
          {sorted.map(({ name }) => (
            <button key={name} type="button" className="key" onClick={() => onAsk(name)}>
              {name}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
