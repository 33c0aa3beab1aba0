import type { Fault } from '../../../shared/meeting/voting/balance.ts'
import { countedMarks, isWrittenIn, rowNames } from '../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { markName, rowLabels } from '../../../shared/wording/vote-words.ts'
import { CountField } from './CountField.tsx'
import { Faults } from './Faults.tsx'
import { MarkLabel } from './MarkLabel.tsx'
import { type TypedCounts, withCount } from './typed-counts.ts'

type Props = {
  readonly question: Question
  readonly typed: TypedCounts
  readonly onChange: (typed: TypedCounts) => void
  /** Those of a row are shown beside it. */
  readonly faults: readonly Fault[]
  /** What an empty field counts as; left out, it has to be filled. */
  readonly empty?: '0'
}

/** A number for each mark of each row of the ballot. */
export function CountRows({ question, typed, onChange, faults, empty }: Props) {
  return (
    <div className={`count-rows ${rowNames(question).length === 1 ? 'count-one' : 'count-many'}`}>
      {rowLabels(question).map((row, index) => (
        <fieldset key={row ?? ''} className="count-row" {...(row === null ? { 'aria-label': '票数' } : {})}>
          {row !== null && <legend title={row}>{row}</legend>}
          {countedMarks(question, index).map((mark) => (
            <CountField
              key={mark}
              name={row === null ? markName(mark) : `${row}：${markName(mark)}`}
              label={<MarkLabel mark={mark} />}
              {...(empty === undefined ? {} : { empty })}
              value={typed[index]?.[mark] ?? ''}
              onChange={(text) => onChange(withCount(typed, index, mark, text))}
            />
          ))}
          {/* Who was written in has one number: it stands under the same word as those of the candidates. */}
          {isWrittenIn(question, index) &&
            countedMarks(question)
              .slice(1)
              .map((mark) => <span key={mark} className="count-field" aria-hidden />)}
          <Faults question={question} faults={faults.filter((fault) => fault.row === index)} />
        </fieldset>
      ))}
    </div>
  )
}
