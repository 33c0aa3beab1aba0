import { IconHandStop } from '@tabler/icons-react'
import { askingSentence } from '../../../shared/wording/asking-rejections.ts'
import type { Way } from './ways-to-ask.ts'

type Props = {
  readonly way: Way
  readonly needsStance: boolean
  /** How often this seat has spoken on the item, in words. */
  readonly spoken: string
  /** How many would come first. */
  readonly waiting: number
  readonly onAsk: () => void
}

/** 我要发言; where that is not possible there is no key, but the sentence that says why and what to do instead. */
export function AskKey({ needsStance, onAsk, spoken, waiting, way }: Props) {
  const { refusal } = way
  const hint = needsStance ? '点了以后再选：赞成、反对、补充、提问' : '点了以后再选立场，也可以先不说'
  return (
    <div className="ask-part">
      {refusal === null && (
        <>
          <p className="dock-line">
            <span>{spoken}</span>
            <span className="second" aria-live="polite">
              {waiting === 0 ? '现在举手，您就是下一位' : `现在举手，前面 ${waiting} 位`}
            </span>
          </p>
          <button type="button" className="key go wide ask" onClick={onAsk}>
            <IconHandStop size="1.15em" aria-hidden="true" />
            我要发言
          </button>
        </>
      )}
      <p className={refusal === null ? 'note dock-note' : 'not-now'} role="status">
        {refusal === null ? hint : askingSentence(refusal)}
      </p>
    </div>
  )
}
