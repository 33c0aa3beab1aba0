import { entitledSeats, presentVoters } from '../../../../shared/meeting/attendance/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { passSentence } from '../../first-run/rule-choices.ts'

/** A threshold never stands alone: what it is taken of, what becomes of abstentions, where it comes from. */
export function RuleFacts() {
  const { meeting } = useDesk()
  const { rule, attendance, voting } = meeting
  const figures = {
    entitled: voting.open?.entitled ?? entitledSeats(attendance).length,
    present: voting.open?.electors.length ?? presentVoters(attendance).length,
  }
  return (
    <dl className="rule-facts">
      <dt>通过门槛</dt>
      <dd>{passSentence(rule, figures)}</dd>
      <dt>弃权、未投</dt>
      <dd>{abstentions[rule.pass.den]}</dd>
      <dt>依据</dt>
      <dd>
        {rule.source} <span className="note">开始投票后不能换规则</span>
      </dd>
    </dl>
  )
}

const abstentions = {
  entitled: '留在应到里，不算赞成',
  present: '留在实到里，不算赞成',
  participating: '弃权算参加表决，不算赞成；没投的不算参加',
  against: '弃权和没投的都不算',
} as const
