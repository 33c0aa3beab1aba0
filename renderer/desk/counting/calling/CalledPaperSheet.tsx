import { Button } from 'antd'
import { countedMarks, type Mark, rowNames } from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { markName, rowLabels } from '../../../../shared/wording/vote-words.ts'
import { MarkLabel } from '../MarkLabel.tsx'
import { type Pile, silenceWords } from './called-papers.ts'
import { Strokes } from './Strokes.tsx'

type Props = {
  readonly question: Question
  readonly pile: Pile
  /** The paper that lies on the table. */
  readonly paper: readonly Mark[]
  /** Why it cannot count; empty: it can. */
  readonly unfit: string
  readonly onCall: (row: number, mark: Mark) => void
  readonly onTake: () => void
  readonly onInvalid: () => void
}

/** A ballot of several rows: each mark is a key with its 正 strokes; what lies on the table is pressed in. */
export function CalledPaperSheet({ question, pile, paper, unfit, onCall, onTake, onInvalid }: Props) {
  const names = rowNames(question)
  return (
    <>
      <div className="call-rows">
        {rowLabels(question).map((label, row) => (
          <fieldset key={label ?? ''} className="call-row">
            <legend title={label ?? ''}>
              {row < 9 && <kbd>{row + 1}</kbd>} {label}
            </legend>
            {countedMarks(question, row).map((mark) => {
              const count = pile.filter((one) => one?.[row] === mark).length
              return (
                <Button
                  key={mark}
                  className="call-mark"
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
          {unfit === '' ? silenceWords(question) : unfit}
        </span>
        <Button onClick={onInvalid}>
          无效票 <b>{pile.filter((one) => one === null).length}</b>
        </Button>
        <Button type="primary" autoFocus aria-disabled={unfit !== ''} onClick={() => unfit === '' && onTake()}>
          记下这张，唱下一张
        </Button>
      </div>
    </>
  )
}
