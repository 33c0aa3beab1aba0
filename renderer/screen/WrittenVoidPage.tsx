import { IconAlertTriangle } from '@tabler/icons-react'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { QuestionHead } from './QuestionHead.tsx'
import type { AnnulledWritten } from './written-shown.ts'
import { writtenNames } from './written-words.ts'
import './void.css'

/** A written vote whose result was told and is declared void: the room reads why. */
export function WrittenVoidPage({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: AnnulledWritten }) {
  const { itemId, kind, motion, reason } = vote
  return (
    <>
      <div className="void">
        <QuestionHead meeting={meeting} vote={{ amendment: null, itemId, motion }} what={writtenNames[kind]} />
        <p className="void-tag">
          <IconAlertTriangle size="1em" aria-hidden="true" />
          这次{writtenNames[kind]}作废
        </p>
        <p className="void-reason">原因：{reason}</p>
      </div>
      <footer className="band" aria-live="polite">
        原来公布的结果不算，收回的票留着备查。是否重新发票，听主持人宣布。
      </footer>
    </>
  )
}
