import type { ItemId } from '../../../../shared/core/ids.ts'
import { entitledSeats } from '../../../../shared/meeting/attendance/state.ts'
import { electorateOf } from '../../../../shared/meeting/voting/electorate.ts'
import { sourceText } from '../../../../shared/rules/source-text.ts'
import { ruleInUse } from '../../../ui/rule-in-use.ts'
import { passSentence } from '../../../ui/rule-words.ts'
import { useDesk } from '../../desk-context.tsx'

/** A threshold never stands alone: what it is taken of, what becomes of abstentions, where it comes from. */
export function RuleFacts({ itemId }: { readonly itemId: ItemId }) {
  const { meeting } = useDesk()
  const { voting } = meeting
  const rule = ruleInUse(meeting)
  if (rule === null) return null
  const electorate = electorateOf(meeting, itemId)
  const entitled = voting.open?.entitled ?? electorate.entitled
  const present = voting.open?.electors.length ?? electorate.electors.length
  const recused = voting.open === null ? electorate.recused : (voting.open.recused ?? 0)
  return (
    <dl className="rule-facts">
      {entitled !== entitledSeats(meeting.attendance).length && (
        <>
          <dt>本题应到</dt>
          <dd>
            {entitled} 人，实到 {present} 人{recused > 0 && `；另有 ${recused} 人回避，不计入`}
          </dd>
        </>
      )}
      <dt>通过门槛</dt>
      <dd>{passSentence(rule, { entitled, present })}</dd>
      <dt>弃权、未投</dt>
      <dd>{abstentions[rule.pass.den]}</dd>
      <dt>依据</dt>
      <dd>
        {sourceText(rule)} <span className="note">开始投票后不能换规则</span>
      </dd>
    </dl>
  )
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
