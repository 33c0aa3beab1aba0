import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'
import { ruleLine } from '../../../shared/papers/rule-line.ts'
import { useDesk } from '../desk-context.tsx'
import { dueText } from '../papers/due-text.ts'
import { writtenKindNames } from './written-words.ts'

/** What is asked, of which item, under which rule, until when. */
export function WrittenFacts({ vote }: { readonly vote: WrittenVote }) {
  const { client, meeting } = useDesk()
  const index = meeting.agenda.findIndex(({ itemId }) => itemId === vote.itemId)
  return (
    <div className="written-facts">
      <p className="row wrap">
        <span className="tag line">{writtenKindNames[vote.kind]}</span>
        <span className="note">
          议题{chineseNumber(index + 1)}、{meeting.agenda[index]?.title}
        </span>
        {vote.phase === 'open' && vote.dueOn !== null && (
          <span className="note">截止 {dueText(vote.dueOn, client.hostNow())}</span>
        )}
      </p>
      <h2 className={vote.phase === 'void' ? 'song void' : 'song'}>{vote.motion}</h2>
      <p className="note">
        {vote.matter !== null && `事项：${vote.matter}。`}
        {ruleLine(vote.rule)}
      </p>
    </div>
  )
}
