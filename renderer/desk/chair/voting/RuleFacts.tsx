import type { ItemId } from '../../../../shared/core/ids.ts'
import { entitledSeats } from '../../../../shared/meeting/attendance/state.ts'
import { electorateOf } from '../../../../shared/meeting/voting/electorate.ts'
import { presentIn } from '../../../../shared/meeting/voting/present-in.ts'
import type { OpenVote } from '../../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { markingText } from '../../../../shared/papers/vote-manner.ts'
import { sourceText } from '../../../../shared/rules/source-text.ts'
import { electedWithoutRule, writeInMeasure } from '../../../../shared/wording/vote-words.ts'
import { passSentence } from '../../../ui/rule-words.ts'
import { useDesk } from '../../desk-context.tsx'

type Props = {
  readonly itemId: ItemId
  readonly terms: Terms
  /** The vote that is open: who may vote is settled. */
  readonly open?: OpenVote
}

/** A threshold never stands alone: what it is taken of, what becomes of abstentions, where it comes from. */
export function RuleFacts({ itemId, terms, open }: Props) {
  const { meeting } = useDesk()
  const { question, rule } = terms
  const electorate = electorateOf(meeting, itemId)
  const entitled = open?.entitled ?? electorate.entitled
  const present = open === undefined ? electorate.electors.length : presentIn(open)
  const recused = open === undefined ? electorate.recused : (open.recused ?? 0)
  const ownBase = meeting.form.rollCall && entitled !== entitledSeats(meeting.attendance).length
  const marking = markingText(question)
  return (
    <dl className="rule-facts">
      {ownBase && (
        <>
          <dt>本题应到</dt>
          <dd>
            {entitled} 人，实到 {present} 人{recused > 0 && `；另有 ${recused} 人回避，不计入`}
          </dd>
        </>
      )}
      {marking !== '' && (
        <>
          <dt>怎么投</dt>
          <dd>{marking}</dd>
        </>
      )}
      {question.kind === 'election' && question.writeIns === true && (
        <>
          <dt>另选他人</dt>
          <dd>{writeInMeasure(rule)}</dd>
        </>
      )}
      <dt>{'rows' in question && rule !== null ? '每项要过' : '通过门槛'}</dt>
      <dd>{rule === null ? uncounted(terms) : passSentence(rule, { entitled, present })}</dd>
      {rule !== null && (
        <>
          {question.kind !== 'objection' && (
            <>
              <dt>弃权、未投</dt>
              <dd>{abstentions[rule.pass.den]}</dd>
            </>
          )}
          <dt>依据</dt>
          <dd>
            {sourceText(rule)} <span className="note">开始投票后不能换规则</span>
          </dd>
        </>
      )}
    </dl>
  )
}

const uncounted = ({ question }: Terms): string => {
  if (question.kind === 'objection') return '没有人反对就是一致同意'
  if (question.kind === 'election') return `${electedWithoutRule(question)}的，票多的当选；票数相同的再投一次`
  const chooses = question.kind === 'choice' && question.elects !== null
  return chooses ? '不设门槛，票多的选定；票数相同的再投一次' : '只统计，不判定通过不通过'
}

const ENTITLED = '留在应到里，不算赞成'

const abstentions = {
  entitled: ENTITLED,
  total: ENTITLED,
  totalShare: ENTITLED,
  present: '留在实到里，不算赞成',
  participating: '弃权算参加表决，不算赞成；没投的不算参加',
  against: '弃权和没投的都不算',
} as const
