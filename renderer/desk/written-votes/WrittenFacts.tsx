import { chinaDate, daysBetween } from '../../../shared/core/china-time.ts'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'
import { ruleLine } from '../../../shared/papers/rule-line.ts'
import { useDesk } from '../desk-context.tsx'
import { dueText } from '../papers/due-text.ts'
import type { People } from './asked-units.ts'
import { dayWords } from './day-words.ts'
import { ListChanges } from './ListChanges.tsx'
import { writtenKindNames } from './written-words.ts'

/** What is asked, of which item, under which rule, until when. */
export function WrittenFacts({ people, vote }: { readonly vote: WrittenVote; readonly people: People }) {
  const { client, meeting } = useDesk()
  const index = meeting.agenda.findIndex(({ itemId }) => itemId === vote.itemId)
  return (
    <div className="written-facts">
      <p className="row wrap">
        <span className="tag line">{writtenKindNames[vote.kind]}</span>
        <span className="note">
          议题{chineseNumber(index + 1)}、{meeting.agenda[index]?.title}
        </span>
        {vote.noticedOn !== null && (
          <span className="note">
            {dayWords(vote.noticedOn)}公示，到发起 {daysBetween(vote.noticedOn, chinaDate(vote.openedAt))} 天
          </span>
        )}
        {vote.phase === 'open' && vote.dueOn !== null && (
          <span className="note">截止 {dueText(vote.dueOn, client.hostNow())}</span>
        )}
        <ListChanges vote={vote} people={people} />
      </p>
      <h2 className={vote.phase === 'void' ? 'song void' : 'song'}>{vote.motion}</h2>
      <p className="note">
        {vote.matter !== null && `事项：${vote.matter}。`}
        {ruleLine(vote.rule)}
      </p>
    </div>
  )
}
