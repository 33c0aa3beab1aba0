import type { Stance as StanceName } from '../../../shared/meeting/floor/state.ts'
import { Stance } from '../../ui/Stance.tsx'
import { stances } from './floor-standing.ts'
import { NotNow } from './NotNow.tsx'

type Props = {
  /** Nobody asks without a stance. */
  readonly required: boolean
  readonly onAsk: (stance: StanceName | null) => void
  readonly onBack: () => void
}

/** The stance in one tap. */
export function StanceStep({ onAsk, onBack, required }: Props) {
  return (
    <div className="ask-part">
      <p className="dock-line">
        <span>您要说的是</span>
        <NotNow onBack={onBack} />
      </p>
      <fieldset className="pair stances" aria-label="发言立场">
        {stances.map((stance) => (
          <button key={stance} type="button" className="key" onClick={() => onAsk(stance)}>
            <Stance stance={stance} />
          </button>
        ))}
        {!required && (
          <button type="button" className="key both" onClick={() => onAsk(null)}>
            先不说立场
          </button>
        )}
      </fieldset>
    </div>
  )
}
