import { Button } from 'antd'
import { nameOf } from '../../../connection/meeting-view.ts'
import { useDesk } from '../../desk-context.tsx'
import type { NextStep } from './next-step.ts'
import { nextWords } from './next-words.ts'
import type { FloorActs } from './use-floor-acts.ts'

type Props = {
  readonly acts: FloorActs
  /** The key that does the same whatever is next; each act has its own where there is none. */
  readonly letter?: string
  readonly className: string
}

const letters: Readonly<Record<NextStep['act'], string>> = { call: 'N', resume: 'P', end: 'E' }

/** The red act of the floor: always the one that comes next. */
export function NextAct({ acts: { doNext, step }, letter = letters[step?.act ?? 'call'], className }: Props) {
  const { client } = useDesk()
  const { before, name, after, hint } = nextWords(step, (seatId) => nameOf(client, seatId))
  return (
    <Button
      type="primary"
      size="large"
      className={className}
      disabled={doNext === null}
      title={`${before}${name}${after}（${hint}，按 ${letter}）`}
      onClick={() => doNext?.()}
    >
      <span className="only-readers">{before + name + after}</span>
      <span className="next-words" aria-hidden>
        {before}
        <span className="one">{name}</span>
        {after}
      </span>
      <kbd aria-hidden>{letter}</kbd>
    </Button>
  )
}
