import type { HeldMeeting } from '../../shared/meeting/state.ts'
import type { HeldVote } from '../../shared/meeting/voting/state.ts'
import { voteName } from '../../shared/papers/vote-manner.ts'
import { QuestionHead } from './QuestionHead.tsx'
import './vote.css'

/** The numbers are frozen, and nobody but those who run the meeting knows them yet. */
export function HeldPage({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: HeldVote }) {
  return (
    <>
      <div className="motion">
        <QuestionHead meeting={meeting} vote={vote} what={voteName(vote.terms)} />
      </div>
      <footer className="band rule held" aria-live="polite">
        表决已结束，等待公布结果
      </footer>
    </>
  )
}
