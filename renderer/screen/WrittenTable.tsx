import { Stance } from '../ui/Stance.tsx'
import type { Mark, WrittenColumn, WrittenRow } from './written-columns.ts'
import './written-table.css'

const rows: readonly WrittenRow[] = ['taking', 'for', 'against', 'abstain']

type Props = {
  readonly columns: readonly WrittenColumn[]
  /** What is said of the papers that came back: 收回, or 参与 where only valid ones count. */
  readonly taking: string
}

/** Figures, percentages and bars, with what was asked of them across the bars. */
export function WrittenTable({ columns, taking }: Props) {
  return (
    <table className={`written-table ${columns.length > 1 ? 'both' : ''}`}>
      <thead>
        <tr>
          <td />
          {columns.map(({ name, unit }) => (
            <th key={name} scope="col">
              {name}（{unit}）
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row} className={row}>
            <th scope="row">{row === 'taking' ? taking : <Stance stance={row} />}</th>
            {columns.map((column) => (
              <Cell
                key={column.name}
                column={column}
                index={index}
                alone={columns.length === 1}
                mark={row === 'taking' ? column.quorum : row === 'for' ? column.threshold : null}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Units of the page: half of it, and what a letter and a Chinese one of the line take. */
const HALF = 372
const LETTER = 18
const WIDE = 32

/** Whether what was asked for fits behind the figure; the sentence under the table says it in any case. */
const fits = ({ amount, percent }: WrittenColumn['bars'][number], { text }: Mark): boolean =>
  (amount.length + percent.length + text.length - 2) * LETTER + 3 * WIDE <= HALF

type CellProps = {
  readonly column: WrittenColumn
  readonly index: number
  readonly mark: Mark | null
  /** There is no other column beside it. */
  readonly alone: boolean
}

function Cell({ alone, column, index, mark }: CellProps) {
  const bar = column.bars[index]
  if (bar === undefined) return <td />
  return (
    <td>
      <p>
        <b>{bar.amount}</b>
        <span>{bar.percent}</span>
        {mark !== null && (alone || fits(bar, mark)) && <em>{mark.text}</em>}
      </p>
      <div className="track" aria-hidden="true">
        <i className={`value ${bar.row}`} style={{ width: `${bar.place}%` }} />
        {mark !== null && <u style={{ left: `${mark.place}%` }} />}
      </div>
    </td>
  )
}
