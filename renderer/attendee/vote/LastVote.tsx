import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { OutcomeTag } from './OutcomeTag.tsx'

/** The last result of the item that is on: it stays in sight while people go on talking. */
export function LastVote({ meeting }: { readonly meeting: HeldMeeting }) {
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
