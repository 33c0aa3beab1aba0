import type { Option } from '../../../shared/meeting/voting/state.ts'
import { stanceNames } from '../../ui/stances.ts'

type Props = {
  readonly option: Option | null
  /** Whose ballot it is, where one device has several seats. */
  readonly name: string | null
  readonly onCast: (option: Option) => void
  readonly onBack: () => void
}

/** Names the choice before it is handed in: afterwards nobody can change it. */
export function CastDock({ option, name, onCast, onBack }: Props) {
  return (
    <>
      <p className="dock-line" aria-live="polite">
        {option === null ? (
          <>
            <span>请先选一项</span>
            <button type="button" className="bare" onClick={onBack}>
              先回会场
            </button>
          </>
        ) : (
          <>
            <span>
              {name ?? '您'}选的是<b className="named">{stanceNames[option]}</b>
            </span>
            <span className="note cast-note">投出后不能改</span>
          </>
        )}
      </p>
      <button
        type="button"
        className="key go wide"
        disabled={option === null}
        onClick={() => option !== null && onCast(option)}
      >
        {name === null ? '投出这一票' : `投出${name}的这一票`}
      </button>
    </>
  )
}
