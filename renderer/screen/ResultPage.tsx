import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { outcomeOf } from '../../shared/meeting/voting/outcome.ts'
import { voteName } from '../../shared/papers/vote-manner.ts'
import { Assessed } from './Assessed.tsx'
import { Bars } from './Bars.tsx'
import { QuestionHead } from './QuestionHead.tsx'
import { Rows } from './Rows.tsx'
import { RuleSource } from './RuleSource.tsx'
import { Seal } from './Seal.tsx'
import { saidText } from './said-text.ts'
import type { ClosedVote } from './showing.ts'
import './result.css'

/** Characters; what is longer takes a third line, or smaller letters. */
const MUCH_SAID = 46
const MORE_SAID = 84

type Props = { readonly meeting: HeldMeeting; readonly vote: ClosedVote }

/** The result with the rule in sight: figures on the rule's own base, the threshold across them, gold for what has passed. */
export function ResultPage({ meeting, vote }: Props) {
  const { terms, verdict } = vote
  const said = saidText(terms, verdict.sentence)
  const listed = 'rows' in terms.question
  return (
    <>
      <div className={listed ? 'announced listed' : 'announced'}>
        <QuestionHead meeting={meeting} vote={vote} what={voteName(terms)} />
      </div>
      <div className={listed ? 'result listed' : 'result'}>
        <Outcome vote={vote} />
      </div>
      <footer className={listed ? 'band listed' : 'band'} aria-live="polite">
        <p className={`sentence ${said.length > MORE_SAID ? 'longest' : said.length > MUCH_SAID ? 'long' : ''}`}>
          {said}
        </p>
        {terms.rule !== null && <RuleSource rule={terms.rule} />}
      </footer>
    </>
  )
}

function Outcome({ vote }: { readonly vote: ClosedVote }) {
  const { terms, verdict } = vote
  const { figures, rows = [], said } = verdict
  const { question, rule } = terms
  const seal = <Seal question={question} verdict={verdict} />
  if (said !== undefined) {
    return (
      <>
        <p className="objections">{said === 'majority' ? '会上记为“多数同意”' : '票数没有记录'}</p>
        {seal}
      </>
    )
  }
  const counts = rows.map((row) => row.counts)
  switch (question.kind) {
    case 'motion':
      return (
        <>
          <Bars rule={rule} figures={figures} />
          {seal}
        </>
      )
    case 'objection':
      return (
        <>
          <p className="objections">
            {figures.against === 0 ? '没有人反对' : `${figures.against} 人反对`}
            <span className="label">在场 {figures.present} 人</span>
          </p>
          {seal}
        </>
      )
    case 'assessment':
      return <Assessed question={question} counts={counts} />
    case 'choice':
    case 'election': {
      const elected = rows.flatMap((row, index) => (row.elected ? [index] : []))
      return (
        <>
          <Rows question={question} counts={counts} present={figures.present} elected={elected} />
          {outcomeOf(verdict) === 'invalid' && seal}
        </>
      )
    }
  }
}
