import { Button } from 'antd'
import type { ChangedPoint } from './drafts.ts'
import { GrowingText } from './GrowingText.tsx'
import { KindKeys } from './KindKeys.tsx'
import type { Point } from './points-shown.ts'
import { isPlainEnter } from './use-function-keys.ts'

type Props = {
  readonly changed: ChangedPoint
  /** The point as it is now; somebody else may have changed it meanwhile. */
  readonly now: Point
  readonly onChange: (changed: ChangedPoint | null) => void
  readonly onRevise: (point: Point) => void
}

export const MAX_POINT = 1_000

/** A point under change, in its place: Enter keeps it, Esc leaves it as it was. */
export function PointEditor({ changed, now, onChange, onRevise }: Props) {
  const text = changed.text.trim()
  const keep = () => {
    if (text === '') return
    onChange(null)
    if (text === now.text && changed.kind === now.kind) return
    onRevise({ pointId: changed.pointId, kind: changed.kind, text })
  }
  return (
    <div className="point-editor">
      <GrowingText
        autoFocus
        aria-label="修改要点"
        maxLength={MAX_POINT}
        value={changed.text}
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onChange={(event) => onChange({ ...changed, text: event.target.value })}
        onKeyDown={(event) => {
          if (isPlainEnter(event)) {
            event.preventDefault()
            keep()
          } else if (event.key === 'Escape') onChange(null)
        }}
      />
      {now.text !== changed.before && (
        <p className="hint" role="status">
          这一条刚在别处改成“{now.text}”。存下会换成您写的。
        </p>
      )}
      <div className="row wrap">
        <KindKeys chosen={changed.kind} label="改成" onChoose={(kind) => onChange({ ...changed, kind })} />
        <span className="grow" />
        <Button size="small" title="存下（回车）" disabled={text === ''} onClick={keep}>
          存下
        </Button>
        <Button size="small" type="text" title="不改了（Esc）" onClick={() => onChange(null)}>
          不改了
        </Button>
      </div>
    </div>
  )
}
