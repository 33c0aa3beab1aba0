import { Button } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { countedMarks, type Mark } from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { MarkLabel } from '../MarkLabel.tsx'
import { BLANK, type CalledPaper, type Pile } from './called-papers.ts'
import { digitPressed } from './digit-pressed.ts'
import { Strokes } from './Strokes.tsx'

type Props = {
  readonly question: Question
  readonly pile: Pile
  readonly onTake: (paper: CalledPaper) => void
}

/** One key a paper: 赞成 1, 反对 2, 弃权 3, 无效 0, on the keys of digits too. */
export function OneMarkKeys({ question, pile, onTake }: Props) {
  const marks: readonly Mark[] = question.kind === 'objection' ? ['object', BLANK] : countedMarks(question)
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = digitPressed(event)
    const mark = digit === null ? undefined : marks[digit - 1]
    if (digit !== 0 && mark === undefined) return
    event.preventDefault()
    onTake(mark === undefined ? null : [mark])
  }
  return (
    <fieldset className="call-keys" aria-label="这张票是" onKeyDown={onKeyDown}>
      {marks.map((mark, index) => (
        <Key
          key={mark}
          digit={index + 1}
          first={index === 0}
          count={pile.filter((paper) => paper?.[0] === mark).length}
          onPress={() => onTake([mark])}
        >
          {mark === BLANK ? '没有反对意见' : <MarkLabel mark={mark} />}
        </Key>
      ))}
      <Key digit={0} count={pile.filter((paper) => paper === null).length} onPress={() => onTake(null)}>
        无效票
      </Key>
    </fieldset>
  )
}

type KeyProps = {
  readonly digit: number
  /** The keys of digits work from here at once. */
  readonly first?: boolean
  readonly count: number
  readonly onPress: () => void
  readonly children: ReactNode
}

function Key({ digit, first = false, count, onPress, children }: KeyProps) {
  return (
    <Button className="call-key" autoFocus={first} onClick={onPress} aria-keyshortcuts={String(digit)}>
      <span className="call-key-name">
        {children} <kbd>{digit}</kbd>
      </span>
      <Strokes count={count} />
      <b>{count}</b>
    </Button>
  )
}
