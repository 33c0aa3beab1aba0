import { IconAlertTriangle } from '@tabler/icons-react'
import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { lengthOf } from './length.ts'
import type { VoidVote } from './showing.ts'
import './void.css'

/** A vote that was declared void: the room reads why, and that nothing has been decided. */
export function VoidPage({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: VoidVote }) {
  const place = meeting.agenda.findIndex((item) => item.itemId === vote.itemId)
  return (
    <>
      <div className="void">
        <p className="label">第{chineseNumber(place + 1)}项，记名表决</p>
        <h1 className={lengthOf(vote.motion)}>{vote.motion}</h1>
        <p className="void-tag">
          <IconAlertTriangle size="1em" aria-hidden="true" />
          这次表决作废
        </p>
        <p className="void-reason">原因：{vote.reason}</p>
      </div>
      <footer className="band" aria-live="polite">
        这次的票都不算，留着备查。是否重新表决，听主持人宣布。
      </footer>
    </>
  )
}
