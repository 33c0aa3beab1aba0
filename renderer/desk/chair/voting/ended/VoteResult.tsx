import type { StoredVerdict, VoteFrame } from '../../../../../shared/meeting/voting/state.ts'
import { TellerLine } from '../TellerLine.tsx'
import { VersionList } from '../VersionList.tsx'
import { ResultBar } from './ResultBar.tsx'
import { RowsTable } from './RowsTable.tsx'

type Props = { readonly vote: VoteFrame; readonly verdict: StoredVerdict }

/** What a vote came to, by its kind, and the sentence in which it is announced. */
export function VoteResult({ vote, verdict }: Props) {
  const { amendment, motion, tellers, terms, versions } = vote
  const { question, rule } = terms
  const counted = verdict.said === undefined
  const named = tellers.callers.length + tellers.counters.length + tellers.supervisors.length > 0
  return (
    <>
      <h3 className="song vote-words">{motion}</h3>
      {amendment !== null && (
        <p className="amended-text">
          {verdict.passed ? '原案改为：' : '没有改成：'}
          {amendment.text}
        </p>
      )}
      <VersionList versions={versions} />
      {counted && question.kind === 'motion' && <ResultBar rule={rule} verdict={verdict} />}
      {counted && 'rows' in question && <RowsTable question={question} verdict={verdict} />}
      <p className="verdict" role="status">
        {verdict.sentence}
      </p>
      {named && (
        <p className="row wrap">
          <TellerLine tellers={tellers} />
        </p>
      )}
    </>
  )
}
