import { Checkbox, Radio } from 'antd'
import { marksOf, rowNames } from '../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { type Ticked, withMark } from './ballot-marks.ts'
import { MarkLabel } from './MarkLabel.tsx'

type Props = {
  readonly question: Question
  /** Whose ballot it is. */
  readonly name: string
  readonly ticked: Ticked
  readonly onChange: (ticked: Ticked) => void
}

/** One ballot as it lies on the table: a choice for each of its rows. */
export function BallotMarks({ question, name, ticked, onChange }: Props) {
  if (question.kind === 'choice') {
    return (
      <fieldset className="ballot-rows" aria-label={`${name}的表决票`}>
        {question.rows.map((row, index) => (
          <Checkbox
            key={row}
            checked={ticked[index] === 'chosen'}
            onChange={(event) => onChange(withMark(ticked, index, event.target.checked ? 'chosen' : 'not'))}
          >
            {row}
          </Checkbox>
        ))}
      </fieldset>
    )
  }
  const options = marksOf(question).map((mark) => ({ value: mark, label: <MarkLabel mark={mark} /> }))
  return (
    <div className="ballot-rows">
      {rowNames(question).map((row, index) => (
        <div key={row ?? ''} className="ballot-row">
          {row !== null && <span className="grow">{row}</span>}
          <Radio.Group
            aria-label={row === null ? `${name}的表决票` : `${name}：${row}`}
            optionType="button"
            buttonStyle="solid"
            options={options}
            value={ticked[index] ?? null}
            onChange={(event) => onChange(withMark(ticked, index, String(event.target.value)))}
          />
        </div>
      ))}
    </div>
  )
}
