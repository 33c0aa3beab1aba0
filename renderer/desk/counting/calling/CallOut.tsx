import './calling.css'
import { IconArrowBackUp } from '@tabler/icons-react'
import { Button } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { type Mark, rowNames } from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { CalledPaperSheet } from './CalledPaperSheet.tsx'
import { firstMark, type Pile, silentPaper, unfitWords, withCalled } from './called-papers.ts'
import { digitPressed } from './digit-pressed.ts'
import { OneMarkKeys } from './OneMarkKeys.tsx'
import { paperWords } from './paper-words.ts'

type Props = {
  readonly question: Question
  readonly pile: Pile
  /** How many papers are out. */
  readonly issued: number
  readonly onChange: (pile: Pile) => void
}

/**
 * 唱票: paper by paper as the caller reads them, with 正 strokes for everybody at the table to compare. One key a paper where
 * the ballot has one row; otherwise the rows that are called, and Enter.
 */
export function CallOut({ question, pile, issued, onChange }: Props) {
  const [paper, setPaper] = useState(() => silentPaper(question))
  const fitted = paper.length === rowNames(question).length ? paper : silentPaper(question)
  const oneRow = fitted.length === 1 && (question.kind === 'motion' || question.kind === 'objection')
  const unfit = unfitWords(question, fitted)
  const take = (called: Pile[number]) => {
    onChange([...pile, called])
    setPaper(silentPaper(question))
  }
  const takeBack = () => {
    const last = pile[pile.length - 1]
    onChange(pile.slice(0, -1))
    // It lies on the table again, to be called as it should have been.
    setPaper(last == null || oneRow ? silentPaper(question) : last)
  }
  const call = (row: number, mark: Mark) => setPaper(withCalled(question, fitted, row, mark))
  const onKeyDown = (event: KeyboardEvent) => {
    const row = oneRow ? null : digitPressed(event)
    if (row === null || row === 0 || row > fitted.length) return
    event.preventDefault()
    call(row - 1, firstMark(question, row - 1))
  }
  const last = pile[pile.length - 1]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a second way to what the buttons within do
    <div className="call-out" onKeyDown={onKeyDown}>
      <p className="row wrap call-head">
        <span aria-live="polite">
          已唱 <b>{pile.length}</b> 张{pile.length === issued && '，票都唱完了'}
        </span>
        <span className="note grow" role="status">
          {last === undefined ? '' : `第 ${pile.length} 张：${paperWords(question, last)}`}
        </span>
        <Button disabled={pile.length === 0} icon={<IconArrowBackUp size={18} aria-hidden />} onClick={takeBack}>
          撤回上一张
        </Button>
      </p>
      {oneRow ? (
        <OneMarkKeys question={question} pile={pile} onTake={take} />
      ) : (
        <CalledPaperSheet
          question={question}
          pile={pile}
          paper={fitted}
          unfit={unfit}
          onCall={call}
          onTake={() => take(fitted)}
          onInvalid={() => take(null)}
        />
      )}
    </div>
  )
}
