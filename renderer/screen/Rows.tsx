import { IconSquareCheck } from '@tabler/icons-react'
import { type Counts, countOf, isWrittenIn } from '../../shared/meeting/voting/marks.ts'
import type { Question } from '../../shared/meeting/voting/terms.ts'
import { placeOn } from '../ui/result-axis.ts'
import { shownRows } from './vote-rows.ts'
import './rows.css'

/** Rows that have two lines each, and large letters. */
const FEW = 4

type Props = {
  readonly question: Question
  /** Null while nothing is shown: the names alone. */
  readonly counts: Counts | null
  /** How many could vote for each. */
  readonly present: number
  /** The rows that are chosen, from 0. */
  readonly elected?: readonly number[]
}

/** 备选项目 or 候选人 in the order of the ballot, each with its votes; gold for what was chosen. */
export function Rows({ counts, elected = [], present, question }: Props) {
  const { columns, of, rows } = shownRows(question, counts)
  const election = question.kind === 'election'
  const axis = Math.max(present, 1, ...rows.map(({ votes }) => votes))
  const kind = columns === 2 ? (counts === null ? 'double names' : 'double') : rows.length > FEW ? '' : 'few'
  return (
    <ol className={`rows ${kind}`}>
      {rows.map(({ name, row, votes }) => (
        <li key={name} className={elected.includes(row) ? 'elected' : ''}>
          <span className="row-name">{name}</span>
          {counts !== null && columns === 1 && !election && (
            <span className="row-track">
              <i style={{ width: `${placeOn(axis, votes)}%` }} />
            </span>
          )}
          {counts !== null && columns === 1 && election && (
            <span className="row-others">
              {!isWrittenIn(question, row) && (
                <>
                  反对 {countOf(counts, row, 'against')}　弃权 {countOf(counts, row, 'abstain')}
                </>
              )}
            </span>
          )}
          {counts !== null && <b className="row-votes">{votes} 票</b>}
          {elected.length > 0 && (
            <b className="row-elected">
              {elected.includes(row) && (
                <>
                  <IconSquareCheck size="1em" aria-hidden="true" />
                  {election ? '当选' : '选定'}
                </>
              )}
            </b>
          )}
        </li>
      ))}
      {of !== null && (
        <li className="row-rest label">
          等 {of} 项{counts !== null && '，这里是票多的'}
        </li>
      )}
    </ol>
  )
}
