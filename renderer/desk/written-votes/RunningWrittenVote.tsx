import { useMemo } from 'react'
import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'
import { useDesk } from '../desk-context.tsx'
import { VotePapers } from '../papers/VotePapers.tsx'
import { askedUnits } from './asked-units.ts'
import { CloseWrittenVote } from './CloseWrittenVote.tsx'
import { PaperList } from './papers/PaperList.tsx'
import { ReturnEntry } from './papers/ReturnEntry.tsx'
import { usePeople } from './use-people.ts'
import { VoidWrittenVote } from './VoidWrittenVote.tsx'
import { WrittenFacts } from './WrittenFacts.tsx'

/** A written vote while papers are out: how far it is, who has what, and what came back. */
export function RunningWrittenVote({ vote }: { readonly vote: Extract<WrittenVote, { phase: 'open' }> }) {
  const { meeting } = useDesk()
  const people = usePeople()
  const { seats } = meeting.attendance
  const units = useMemo(() => askedUnits(vote, seats, people), [vote, seats, people])
  return (
    <>
      <header className="written-head">
        <WrittenFacts vote={vote} people={people} />
        <div className="row wrap written-acts">
          <p className="written-progress grow" aria-live="off">
            发出 <b>{vote.handedOut}</b> / {vote.asked}　收回 <b>{vote.returned}</b> / {vote.handedOut}
            <span className="note">　结束前谁也看不到怎么选的</span>
          </p>
          <VotePapers voteId={vote.voteId} />
          <VoidWrittenVote vote={vote} />
          <CloseWrittenVote vote={vote} />
        </div>
      </header>
      <div className="written-work">
        <PaperList vote={vote} units={units} people={people} />
        <ReturnEntry vote={vote} units={units} />
      </div>
    </>
  )
}
