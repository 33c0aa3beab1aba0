import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { HandsPad } from './HandsPad.tsx'
import { PaperDesk } from './PaperDesk.tsx'
import { TallyEntry } from './TallyEntry.tsx'
import { TellerCautions } from './TellerCautions.tsx'

/** All that is counted of a vote; what is to be counted next comes first, so that nobody scrolls past what is done. */
export function CountPads({ vote }: { readonly vote: OpenVote }) {
  const { hands, stoppedAt, terms } = vote
  const papersFirst = stoppedAt !== null && hands !== null && terms.channels.paper === 'secret'
  return (
    <>
      <TellerCautions vote={vote} />
      {!papersFirst && <HandsPad vote={vote} />}
      {stoppedAt !== null && <TallyEntry vote={vote} />}
      {papersFirst && <HandsPad vote={vote} />}
      <PaperDesk vote={vote} />
    </>
  )
}
