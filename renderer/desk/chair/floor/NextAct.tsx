import { Button } from 'antd'
import { speechKindNames } from '../../../../shared/wording/speech-words.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { useDesk } from '../../desk-context.tsx'
import type { FloorActs } from './use-floor-acts.ts'

/** What is written on the red act: a long name gives way to the words around it. */
type NextWords = {
  readonly before: string
  readonly name: string
  readonly after: string
  readonly hint: string
  readonly letter: string
  readonly onClick: (() => void) | null
}

/** The red act of the floor: always the one that comes next. */
export function NextAct({ acts }: { readonly acts: FloorActs }) {
  const { before, name, after, hint, letter, onClick } = useNextWords(acts)
  return (
    <Button
      type="primary"
      size="large"
      className="next-speaker"
      disabled={onClick === null}
      title={`${before}${name}${after}（${hint}，按 ${letter}）`}
      onClick={() => onClick?.()}
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

function useNextWords({ callNext, end, pauseOrResume, step }: FloorActs): NextWords {
  const { client } = useDesk()
  switch (step?.act) {
    case 'call': {
      const name = nameOf(client, step.place.seatId)
      return { before: '下一位：', name, after: '', hint: '请他说', letter: 'N', onClick: callNext }
    }
    case 'resume': {
      const name = nameOf(client, step.speech.seatId)
      return { before: '请', name, after: '继续', hint: '接着计时', letter: 'P', onClick: pauseOrResume }
    }
    case 'end': {
      const { kind } = step.speech
      const before = kind === 'ordinary' ? '' : speechKindNames[kind]
      return { before, name: '', after: '说完', hint: '记下用了多久', letter: 'E', onClick: end }
    }
    default:
      return { before: '下一位：', name: '没有人等候', after: '', hint: '请他说', letter: 'N', onClick: null }
  }
}
