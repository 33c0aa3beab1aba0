import './calling.css'
import { IconArrowBackUp } from '@tabler/icons-react'
import { Button } from 'antd'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { Mark } from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { CalledPaperSheet } from './CalledPaperSheet.tsx'
import {
  type CalledPaper,
  firstMark,
  isReady,
  keysCallRows,
  type Pile,
  silentPaper,
  withCalled,
} from './called-papers.ts'
import { digitPressed } from './digit-pressed.ts'
import { OneMarkKeys, oneMarkOf } from './OneMarkKeys.tsx'
import { paperWords } from './paper-words.ts'

type Props = {
  readonly question: Question
  readonly pile: Pile
  /** The paper on the table, as far as it was called. */
  readonly table: NonNullable<CalledPaper>
  /** How many papers are out. */
  readonly issued: number
  /** The count is on its way: nothing more is called. */
  readonly busy: boolean
  /** Where the keys are waited for; whoever was elsewhere comes back here. */
  readonly home: RefObject<HTMLElement | null>
  readonly onChange: (pile: Pile, table: NonNullable<CalledPaper>) => void
}

/**
 * 唱票: paper by paper as the caller reads them, with 正 strokes for everybody at the table to compare. One key a paper where
 * the ballot has one row; otherwise the rows that are called, and Enter. Whatever was pressed, the keys are waited for at the
 * same place again, so that Enter never repeats the last key.
 */
export function CallOut({ question, pile, table, issued, busy, home, onChange }: Props) {
  const [beyond, setBeyond] = useState(false)
  const oneRow = question.kind === 'motion' || question.kind === 'objection'
  const full = pile.length >= issued && !beyond
  const goHome = () => home.current?.focus()
  useEffect(() => home.current?.focus(), [home])
  const take = (called: CalledPaper) => {
    if (!busy && !full) onChange([...pile, called], silentPaper(question))
  }
  const takeBack = () => {
    const last = pile[pile.length - 1]
    // It lies on the table again, to be called as it should have been.
    onChange(pile.slice(0, -1), last == null || oneRow ? silentPaper(question) : last)
  }
  const call = (row: number, mark: Mark) => onChange(pile, withCalled(question, table, row, mark))
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = digitPressed(event)
    // Enter at home takes the paper; on a key that somebody went to it presses that one.
    const enters = event.key === 'Enter' && !event.repeat && event.target === event.currentTarget
    if (enters && !oneRow && isReady(question, table)) take(table)
    if (digit === null || busy || full) return
    if (oneRow) {
      const mark = oneMarkOf(question, digit)
      if (mark !== undefined) take(mark)
    } else if (digit > 0 && digit <= table.length && keysCallRows(question)) {
      call(digit - 1, firstMark(question, digit - 1))
    }
  }
  const last = pile[pile.length - 1]
  return (
    <section ref={home} className="call-out" aria-label="唱票" tabIndex={-1} onKeyDown={onKeyDown} onClick={goHome}>
      <p className="row wrap call-head">
        <span aria-live="polite">
          已唱 <b>{pile.length}</b> 张
        </span>
        <span className="note grow" role="status">
          {last === undefined ? '' : `第 ${pile.length} 张：${paperWords(question, last)}`}
        </span>
        <Button
          disabled={pile.length === 0 || busy}
          icon={<IconArrowBackUp size={18} aria-hidden />}
          onClick={takeBack}
        >
          撤回上一张
        </Button>
      </p>
      {full && (
        <p className="row wrap">
          <span className="sub grow">发出的 {issued} 张都唱完了，请记下点票。</span>
          <Button onClick={() => setBeyond(true)}>箱里还有票，接着唱</Button>
        </p>
      )}
      {oneRow ? (
        <OneMarkKeys question={question} pile={pile} disabled={full || busy} onTake={take} />
      ) : (
        <CalledPaperSheet
          question={question}
          pile={pile}
          paper={table}
          disabled={full || busy}
          onCall={call}
          onTake={take}
        />
      )}
    </section>
  )
}
