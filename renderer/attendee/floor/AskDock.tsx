import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { Stance } from '../../ui/Stance.tsx'
import { type FloorStance, stances } from './floor-standing.ts'

type Props = {
  /** How often this seat has spoken on the item, in words. */
  readonly spoken: string
  /** How many would come first. */
  readonly waiting: number
  readonly onAsk: (stance: FloorStance) => void
}

/** 我要发言, then the stance in one tap. */
export function AskDock({ spoken, waiting, onAsk }: Props) {
  const [choosing, setChoosing] = useState(false)
  if (choosing) {
    return (
      <>
        <p className="dock-line">
          <span>您要说的是</span>
          <button type="button" className="bare" onClick={() => setChoosing(false)}>
            先不说
          </button>
        </p>
        <fieldset className="pair stances" aria-label="发言立场">
          {stances.map((stance) => (
            <button key={stance} type="button" className="key" onClick={() => onAsk(stance)}>
              <Stance stance={stance} />
            </button>
          ))}
        </fieldset>
      </>
    )
  }
  return (
    <>
      <p className="dock-line">
        <span>{spoken}</span>
        <span className="second" aria-live="polite">
          {waiting === 0 ? '现在举手，您就是下一位' : `现在举手，前面 ${waiting} 位`}
        </span>
      </p>
      <button type="button" className="key go wide ask" onClick={() => setChoosing(true)}>
        <IconHandStop size="1.15em" aria-hidden="true" />
        我要发言
      </button>
      <p className="note dock-note">点了以后再选：赞成、反对、补充、提问</p>
    </>
  )
}
