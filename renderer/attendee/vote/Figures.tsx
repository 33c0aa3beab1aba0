import { type Counts, countOf, isWrittenIn, type Mark, marksOf } from '../../../shared/meeting/voting/marks.ts'
import { figuresOf, forMark } from '../../../shared/meeting/voting/result.ts'
import type { OpenVote, StoredVerdict } from '../../../shared/meeting/voting/state.ts'
import type { Question, Terms } from '../../../shared/meeting/voting/terms.ts'
import type { Figures as RoomFigures } from '../../../shared/rules/evaluate.ts'
import { averageText, markName, rowLabels } from '../../../shared/wording/vote-words.ts'
import { axisOf } from '../../ui/result-axis.ts'
import { MarkWord } from './BallotLines.tsx'

type Props = {
  readonly terms: Terms
  readonly counts: Counts
  /** How many are here, and how many of them could have voted: bars are drawn on that. */
  readonly room: RoomFigures
  /** The rows that this vote has chosen. */
  readonly elected?: readonly boolean[]
}

/** 边投边看: how it stands, where that was settled before the vote opened. */
export function LiveFigures({ vote }: { readonly vote: OpenVote }) {
  if (vote.shown === null) return null
  return (
    <section className="sheet" aria-label="现在的票数">
      <p className="note">现在的票数{vote.terms.channels.paper === 'secret' && '（纸票还没计）'}</p>
      <Figures terms={vote.terms} counts={vote.shown} room={figuresOf(vote, vote.shown)} />
    </section>
  )
}

/** The counts of a result; nothing where nobody counted. */
export function ResultFigures({ terms, verdict }: { readonly terms: Terms; readonly verdict: StoredVerdict }) {
  const { figures, rows, said } = verdict
  const { question } = terms
  const shared = { terms, room: figures }
  if (said !== undefined) return null
  if (rows !== undefined) {
    const elected = rows.map((row) => row.elected)
    return <Figures {...shared} counts={rows.map((row) => row.counts)} elected={elected} />
  }
  if (question.kind === 'objection') return <Figures {...shared} counts={[{ object: figures.against }]} />
  if (question.kind !== 'motion') return null
  const { abstain, against, for: inFavour } = figures
  return <Figures {...shared} counts={[{ for: inFavour, against, abstain }]} />
}

/** A bar: a mark of the one row, or the votes for a row by its name. */
type Line = { readonly label: string; readonly mark: Mark | null; readonly row: number }

/** Plain counts with bars as long as on the screen; 评议 as a line for each row. */
function Figures({ counts, elected = [], room, terms }: Props) {
  const { question, rule } = terms
  const names = rowLabels(question)
  if (question.kind === 'assessment') {
    return (
      <dl className="assessed-figures">
        {names.map((name, row) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{assessed(question, counts[row] ?? {})}</dd>
          </div>
        ))}
      </dl>
    )
  }
  const lines = names.flatMap((name, row): readonly Line[] =>
    name === null ? marksOf(question).map((mark) => ({ label: mark, mark, row })) : [{ label: name, mark: null, row }],
  )
  const counted = (line: Line) => countOf(counts, line.row, line.mark ?? forMark(question))
  const whole = question.kind === 'motion' && rule !== null ? axisOf(rule, room) : room.present
  const axis = Math.max(1, whole, ...lines.map(counted))
  return (
    <ul className="figures">
      {lines.map((line) => (
        <li key={line.label} {...(line.mark === null ? {} : { className: line.mark })}>
          <span>
            {line.mark === null ? line.label : <MarkWord mark={line.mark} />}
            {line.mark === null && elected[line.row] === true && (
              <b className="tag passed">{question.kind === 'election' ? '当选' : '选定'}</b>
            )}
          </span>
          <b>{counted(line)} 票</b>
          {question.kind === 'election' && !isWrittenIn(question, line.row) && (
            <span className="note">
              反对 {countOf(counts, line.row, 'against')}，弃权 {countOf(counts, line.row, 'abstain')}
            </span>
          )}
          <progress max={axis} value={counted(line)} aria-hidden="true" />
        </li>
      ))}
    </ul>
  )
}

function assessed(question: Extract<Question, { kind: 'assessment' }>, counts: Readonly<Record<Mark, number>>) {
  if (question.scale.kind === 'score') {
    const voters = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return voters === 0 ? '还没有人打分' : `平均 ${averageText(counts)} 分，${voters} 人打分`.replace(' 约', '约')
  }
  return marksOf(question).map((mark) => (
    <span key={mark}>
      {markName(mark)} <b>{counts[mark] ?? 0}</b>
    </span>
  ))
}
