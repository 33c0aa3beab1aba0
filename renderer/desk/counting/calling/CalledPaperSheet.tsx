import { Button } from 'antd'
import { countedMarks, type Mark, rowNames } from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { markName, rowLabels } from '../../../../shared/wording/vote-words.ts'
import { MarkLabel } from '../MarkLabel.tsx'
import {
  type CalledPaper,
  isReady,
  isSilent,
  keysCallRows,
  type Pile,
  silenceWords,
  silentPaper,
  unfitWords,
} from './called-papers.ts'
import { onceOnly } from './once-only.ts'
import { Strokes } from './Strokes.tsx'

type Props = {
  readonly question: Question
  readonly pile: Pile
  /** The paper that lies on the table. */
  readonly paper: NonNullable<CalledPaper>
  readonly disabled: boolean
  readonly onCall: (row: number, mark: Mark) => void
  readonly onTake: (paper: CalledPaper) => void
}

/** Rows that have a key of digits. */
const KEYS = 9

/** A ballot of several rows: each mark is a key with its 正 strokes; what lies on the table is pressed in. */
export function CalledPaperSheet({ question, pile, paper, disabled, onCall, onTake }: Props) {
  const names = rowNames(question)
  const unfit = unfitWords(question, paper)
  const silent = isSilent(question, paper)
  return (
    <>
      <div className="call-rows">
        {rowLabels(question).map((label, row) => (
          <fieldset key={label ?? ''} className="call-row">
            <legend title={label ?? ''}>
              {row < KEYS && keysCallRows(question) && <kbd>{row + 1}</kbd>} {label}
            </legend>
            {countedMarks(question, row).map((mark) => {
              const count = pile.filter((one) => one?.[row] === mark).length
              return (
                <Button
                  key={mark}
                  className="call-mark"
                  disabled={disabled}
                  aria-pressed={paper[row] === mark}
                  aria-label={`${names[row] ?? ''}：${markName(mark)} ${count}`}
                  onClick={() => onCall(row, mark)}
                >
                  <span className="call-key-name">
                    <MarkLabel mark={mark} />
                  </span>
                  <Strokes count={count} />
                  <b>{count}</b>
                </Button>
              )
            })}
          </fieldset>
        ))}
      </div>
      <div className="row wrap call-take">
        <span className="note grow" role="status">
          {silent || unfit === '' ? silenceWords(question) : unfit}
        </span>
        <Button disabled={disabled} onClick={onceOnly(() => onTake(null))}>
          无效票 <b>{pile.filter((one) => one === null).length}</b>
        </Button>
        {unfitWords(question, silentPaper(question)) === '' && (
          <Button disabled={disabled || !silent} onClick={onceOnly(() => onTake(paper))}>
            空白票 <b>{pile.filter((one) => one !== null && isSilent(question, one)).length}</b>
          </Button>
        )}
        <Button type="primary" disabled={disabled || !isReady(question, paper)} onClick={onceOnly(() => onTake(paper))}>
          记下这张，唱下一张
        </Button>
      </div>
    </>
  )
}
