import type { ItemId } from '../../shared/core/ids.ts'
import { conclusionOf } from '../../shared/meeting/conclusions/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { timeText } from '../ui/clock-text.ts'
import { conclusionNames } from '../ui/conclusion-words.ts'
import './closed.css'

const MOST_RESOLUTIONS = 4

/** 散会: what was decided. */
export function ClosedPage({ meeting, closedAt }: { readonly meeting: HeldMeeting; readonly closedAt: number }) {
  const { resolutions } = meeting.voting
  const voted = meeting.form.decision === 'vote'
  const shown = resolutions.slice(0, MOST_RESOLUTIONS)
  return (
    <>
      <div className="closed">
        <p className="label">{timeText(closedAt)} 散会</p>
        <h1>会议结束了，谢谢各位</h1>
        {resolutions.length === 0 ? (
          <p>{voted ? '今天没有表决通过的事项，讨论都已记录。' : '大家说的都已记录。'}</p>
        ) : (
          <ol>
            {shown.map(({ itemId, resolutionId, text, voteId }) => (
              <li key={resolutionId}>
                <b className={voteId === null ? 'agreed' : ''}>
                  {voteId === null ? agreedWords(meeting, itemId) : '已通过'}
                </b>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        )}
        {resolutions.length > shown.length && <p>共 {resolutions.length} 项，全部见会议纪要。</p>}
      </div>
      <footer className="band late">结果和办理时限，手机上点“议程和结果”可以看。</footer>
    </>
  )
}

/** What was resolved without a vote. */
function agreedWords({ conclusions }: HeldMeeting, itemId: ItemId): string {
  return conclusionNames[conclusionOf(conclusions, itemId)?.outcome ?? 'reached']
}
