import { IconCheck, IconSquare, IconSquareCheck } from '@tabler/icons-react'
import { type Mark, marksOf } from '../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { markName } from '../../../shared/wording/vote-words.ts'
import { StanceMark } from '../../ui/Stance.tsx'
import { stanceNames } from '../../ui/stances.ts'
import { isFull, press, type Ticked } from './ticked.ts'

type Props = {
  readonly question: Question
  readonly ticked: Ticked
  readonly choose: (ticked: Ticked) => void
}

const stances = ['for', 'against', 'abstain'] as const

/** The ballot itself: everything that can be ticked is in view before anything can be handed in. */
export function Choices({ question, ticked, choose }: Props) {
  const tick = (row: number, mark: Mark) => choose(press(question, ticked, row, mark))
  switch (question.kind) {
    case 'motion':
      return (
        <div role="radiogroup" aria-label="您的意见" className="choices three">
          {stances.map((one) => (
            <Choice key={one} type="radio" stance={one} on={ticked[0] === one} onTick={() => tick(0, one)}>
              {stanceNames[one]}
            </Choice>
          ))}
        </div>
      )
    case 'objection':
      return (
        <div className="choices">
          <Choice type="checkbox" stance="against" on={ticked[0] === 'object'} onTick={() => tick(0, 'object')}>
            我反对
          </Choice>
        </div>
      )
    case 'choice':
      return (
        <fieldset className="choices">
          <legend className="unseen">备选的项目</legend>
          {question.rows.map((name, row) => {
            const on = ticked[row] === 'chosen'
            const Icon = on ? IconSquareCheck : IconSquare
            return (
              <label key={name} className={on ? 'choice row-choice on' : 'choice row-choice'}>
                <input
                  type="checkbox"
                  className="unseen"
                  checked={on}
                  disabled={!on && isFull(question, ticked)}
                  onChange={() => tick(row, 'chosen')}
                />
                <Icon size="1.4em" aria-hidden="true" />
                <span>{name}</span>
              </label>
            )
          })}
        </fieldset>
      )
    case 'assessment':
      return question.rows.map((name, row) => (
        <Assessed key={name} name={name} row={row} question={question} mark={ticked[row] ?? null} tick={tick} />
      ))
    case 'election':
      return null
  }
}

type ChoiceProps = {
  readonly type: 'radio' | 'checkbox'
  readonly stance: (typeof stances)[number]
  readonly on: boolean
  readonly onTick: () => void
  readonly children: string
}

function Choice({ type, stance, on, onTick, children }: ChoiceProps) {
  return (
    <label className={on ? 'choice on' : 'choice'}>
      <input type={type} name="option" className="unseen" checked={on} onChange={onTick} />
      <StanceMark stance={stance} />
      <span>{children}</span>
      {on && (
        <span className="chosen" aria-hidden="true">
          <IconCheck size="1.15em" />
          您选的
        </span>
      )}
    </label>
  )
}

type AssessedProps = {
  readonly name: string
  readonly row: number
  readonly question: Extract<Question, { kind: 'assessment' }>
  readonly mark: Mark | null
  readonly tick: (row: number, mark: Mark) => void
}

/** 评议 of one row: a key for each mark. */
function Assessed({ name, row, question, mark, tick }: AssessedProps) {
  return (
    <section className="assessed">
      <h2>{name}</h2>
      <div role="radiogroup" aria-label={name} className={question.scale.kind === 'score' ? 'marks points' : 'marks'}>
        {marksOf(question).map((one) => (
          <label key={one} className={one === mark ? 'mark on' : 'mark'}>
            <input
              type="radio"
              name={`row-${row}`}
              className="unseen"
              checked={one === mark}
              onChange={() => tick(row, one)}
            />
            {question.scale.kind === 'score' ? one : markName(one)}
            {question.scale.kind === 'score' && <span className="unseen"> 分</span>}
          </label>
        ))}
      </div>
    </section>
  )
}
