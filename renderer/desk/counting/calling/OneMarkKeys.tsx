import { Button } from 'antd'
import type { ReactNode } from 'react'
import { countedMarks, type Mark } from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { MarkLabel } from '../MarkLabel.tsx'
import { BLANK, type CalledPaper, type Pile } from './called-papers.ts'
import { onceOnly } from './once-only.ts'
import { Strokes } from './Strokes.tsx'

/** What a paper with one row can say, in the order of its keys; whoever has no objection leaves it blank. */
const marksOfKeys = (question: Question): readonly Mark[] =>
  question.kind === 'objection' ? ['object', BLANK] : countedMarks(question)

/** The paper that a key of digits takes: 1 the first mark and so on, 0 无效; undefined: none. */
export function oneMarkOf(question: Question, digit: number): CalledPaper | undefined {
  if (digit === 0) return null
  const mark = marksOfKeys(question)[digit - 1]
  return mark === undefined ? undefined : [mark]
}

type Props = {
  readonly question: Question
  readonly pile: Pile
  readonly disabled: boolean
  readonly onTake: (paper: CalledPaper) => void
}

/** One key a paper: 赞成 1, 反对 2, 弃权 3, 无效 0, on the keys of digits too. */
export function OneMarkKeys({ question, pile, disabled, onTake }: Props) {
  const key = (digit: number, paper: CalledPaper, name: ReactNode) => {
    const count = pile.filter((one) => one?.[0] === paper?.[0]).length
    return (
      <Button
        key={digit}
        className="call-key"
        disabled={disabled}
        aria-keyshortcuts={String(digit)}
        onClick={onceOnly(() => onTake(paper))}
      >
        <span className="call-key-name">
          {name} <kbd>{digit}</kbd>
        </span>
        <Strokes count={count} />
        <b>{count}</b>
      </Button>
    )
  }
  return (
    <fieldset className="call-keys" aria-label="这张票是">
      {marksOfKeys(question).map((mark, index) =>
        key(index + 1, [mark], mark === BLANK ? '没有反对意见' : <MarkLabel mark={mark} />),
      )}
      {key(0, null, '无效票')}
    </fieldset>
  )
}
