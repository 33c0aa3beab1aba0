import { pointKinds } from './point-kinds.ts'
import type { PointKind } from './points-shown.ts'

type Props = {
  readonly chosen: PointKind
  readonly label: string
  readonly onChoose: (kind: PointKind) => void
}

/** The three kinds of points with their keys; the chosen one is ink. */
export function KindKeys({ chosen, label, onChoose }: Props) {
  return (
    <div className="kind-keys" role="radiogroup" aria-label={label}>
      {pointKinds.map(({ becomes, key, kind, name }) => (
        <label key={kind} title={`${becomes}（${key}）`}>
          <input type="radio" aria-label={name} checked={kind === chosen} onChange={() => onChoose(kind)} />
          <span>{name}</span>
          <kbd>{key}</kbd>
        </label>
      ))}
    </div>
  )
}
