import { IconAlertTriangle } from '@tabler/icons-react'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { voteName } from '../../shared/papers/vote-manner.ts'
import { unannouncedText } from '../../shared/wording/vote-words.ts'
import { QuestionHead } from './QuestionHead.tsx'
import type { VoidVote } from './showing.ts'
import './void.css'

/** A vote that was declared void: the room reads why, and that nothing has been decided. */
export function VoidPage({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: VoidVote }) {
  return (
    <>
      <div className="void">
        <QuestionHead meeting={meeting} vote={vote} what={voteName(vote.terms)} />
        <p className="void-tag">
          <IconAlertTriangle size="1em" aria-hidden="true" />
          这次表决作废
        </p>
        <p className="void-reason">原因：{vote.reason}</p>
        {vote.verdict !== null && !vote.published && (
          <p className="label void-found">{unannouncedText(vote.verdict.sentence)}</p>
        )}
      </div>
      <footer className="band" aria-live="polite">
        这次的票都不算，留着备查。是否重新表决，听主持人宣布。
      </footer>
    </>
  )
}
