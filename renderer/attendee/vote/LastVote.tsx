import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { OutcomeTag } from './OutcomeTag.tsx'
import { HELD_WORDS } from './standing-words.ts'

/** The last result of the item that is on: it stays in sight while people go on talking. */
export function LastVote({ meeting }: { readonly meeting: HeldMeeting }) {
  const { held } = meeting.voting
  if (held !== null && held.itemId === meeting.runningItem) {
    return (
      <section className="sheet" aria-label="本项表决" aria-live="polite">
        <p className="note">{HELD_WORDS}</p>
        <p className="song">{held.motion}</p>
      </section>
    )
  }
  const votes = meeting.voting.past.filter((vote) => vote.itemId === meeting.runningItem)
  const vote = votes[votes.length - 1]
  if (vote === undefined) return null
  return (
    <section className="sheet" aria-label="本项表决">
      <p className="motion-head">
        <span className="note">刚才的表决</span>
        <OutcomeTag vote={vote} />
      </p>
      <p className="song">{vote.motion}</p>
    </section>
  )
}
