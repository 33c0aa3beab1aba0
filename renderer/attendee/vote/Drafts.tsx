import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { Draft } from '../../../shared/meeting/voting/state.ts'
import { kindNames } from '../../../shared/wording/vote-words.ts'
import { Terms } from './Terms.tsx'

/** 将要表决: what is about to be voted on with its rule, so that nobody reads it for the first time with a ballot in hand. */
export function Drafts({ meeting }: { readonly meeting: HeldMeeting }) {
  const drafts = meeting.voting.drafts.filter((draft) => draft.itemId === meeting.runningItem)
  if (drafts.length === 0) return null
  const isAmendment = (draft: Draft) => draft.amendment !== null
  // In the order in which they are voted on.
  const ordered = [...drafts.filter(isAmendment), ...drafts.filter((draft) => !isAmendment(draft))]
  return (
    <section aria-label="将要表决" className="drafts">
      <h2>将要表决</h2>
      {ordered.map((draft) => {
        const { question } = draft.terms
        return (
          <article key={draft.voteId} className="sheet">
            <p className="motion-head">
              <span className="tag line">{isAmendment(draft) ? '修正案，先表决' : kindNames[question.kind]}</span>
            </p>
            <p className="song">{draft.motion}</p>
            {'rows' in question && <p className="second">{question.rows.join('、')}</p>}
            <Terms meeting={meeting} vote={draft} />
          </article>
        )
      })}
    </section>
  )
}
