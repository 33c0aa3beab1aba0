import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { OpenVote } from '../../shared/meeting/voting/state.ts'
import { ruleInUse } from '../ui/rule-in-use.ts'
import { passWords } from '../ui/rule-words.ts'
import { lengthOf } from './length.ts'
import { RuleSource } from './RuleSource.tsx'
import './vote.css'

/** A vote while it is open: how many ballots, never how. */
export function VotePage({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: OpenVote }) {
  const place = meeting.agenda.findIndex((item) => item.itemId === vote.itemId)
  const { electors, entitled, received, recused = 0 } = vote
  const rule = ruleInUse(meeting)
  return (
    <>
      <div className="motion">
        <p className="label">第{chineseNumber(place + 1)}项，正在记名表决</p>
        <h1 className={lengthOf(vote.motion)}>{vote.motion}</h1>
      </div>
      <div className="progress">
        <p>
          已收 <b>{received}</b> 票，应收 {electors.length} 票
          {received === electors.length && <span className="label">　都收齐了，等主持人宣布</span>}
        </p>
        <progress max={electors.length} value={received} aria-label="收票进度" />
      </div>
      {rule !== null && (
        <footer className="band rule">
          <p>
            {passWords(rule, { entitled, present: electors.length })}
            {recused > 0 && `；另有 ${recused} 人回避，不计入`}
          </p>
          <RuleSource rule={rule} />
        </footer>
      )}
    </>
  )
}
