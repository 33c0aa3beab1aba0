import { IconTrash } from '@tabler/icons-react'
import { Button } from 'antd'
import type { ItemId } from '../../../shared/core/ids.ts'
import type { ChangedPoint } from './drafts.ts'
import { PointEditor } from './PointEditor.tsx'
import { pointKinds } from './point-kinds.ts'
import type { Point, ShownPoint } from './points-shown.ts'

type Props = {
  readonly itemId: ItemId
  readonly points: readonly ShownPoint[]
  /** Whether the line is down: what waits then says so. */
  readonly offline: boolean
  readonly editable: boolean
  readonly changed: ChangedPoint | null
  readonly onChange: (changed: ChangedPoint | null) => void
  readonly onRevise: (point: Point) => void
  readonly onTakeOut: (point: ShownPoint) => void
}

/** The scribe's points in the order of the minutes, each edited where it stands. */
export function PointList({ itemId, points, offline, editable, changed, onChange, onRevise, onTakeOut }: Props) {
  const groups = pointKinds.flatMap((group) => {
    const own = points.filter(({ kind }) => kind === group.kind)
    return own.length === 0 ? [] : [{ ...group, own }]
  })
  return groups.map(({ kind, name, own }) => (
    <section key={kind} className="rail-row point-group" aria-label={name}>
      <h3 className="rail-time">{name}</h3>
      <ol>
        {own.map((point) =>
          changed?.pointId === point.pointId && editable ? (
            <li key={point.pointId}>
              <PointEditor changed={changed} now={point} onChange={onChange} onRevise={onRevise} />
            </li>
          ) : (
            <li key={point.pointId} className="point">
              {editable ? (
                <button
                  type="button"
                  className="point-text"
                  title="点一下就能改"
                  onClick={() => {
                    const { pointId, text } = point
                    onChange({ itemId, pointId, kind, text, before: text })
                  }}
                >
                  {point.text}
                </button>
              ) : (
                <p className="point-text">{point.text}</p>
              )}
              {point.unsaved && (
                <span className={offline ? 'tag warn' : 'tag saving'}>{offline ? '等连上' : '正在存'}</span>
              )}
              {editable && (
                <Button
                  type="text"
                  size="small"
                  title="删去"
                  aria-label={`删去：${point.text}`}
                  icon={<IconTrash size={18} />}
                  onClick={() => onTakeOut(point)}
                />
              )}
            </li>
          ),
        )}
      </ol>
    </section>
  ))
}
