import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { clockText, timeText } from '../ui/clock-text.ts'
import { itemAfterBreak } from './break-words.ts'
import type { BreakNotice } from './showing.ts'
import './break.css'

/** 休息: until when, by the host's clock, and what comes then. */
export function BreakPage({ meeting, notice }: { readonly meeting: HeldMeeting; readonly notice: BreakNotice }) {
  const { text, until } = notice
  const now = useHostNow()
  const left = until === null ? null : Math.floor((until - now) / 1000)
  const next = itemAfterBreak(meeting)
  return (
    <>
      <div className="break">
        <h1>{left !== null && left <= 0 ? '休息结束，请回座位' : '休息一下'}</h1>
        {until === null && <p className="break-until">什么时候继续，听主持人招呼</p>}
        {until !== null && left !== null && left > 0 && (
          <>
            <p className="break-until">
              <b>{timeText(until)}</b> 继续开会
            </p>
            <p className="break-left" role="timer" aria-label="离继续开会还有">
              {clockText(left)}
            </p>
          </>
        )}
        {text !== null && <p className="break-text">{text}</p>}
      </div>
      {next !== null && <footer className="band break-next">{next}</footer>}
    </>
  )
}
