import { IconCheck, IconX } from '@tabler/icons-react'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { timeText } from '../../../ui/clock-text.ts'
import { conclusionNames } from '../../../ui/conclusion-words.ts'
import { useDesk } from '../../desk-context.tsx'
import { AssignWorksheet } from '../../papers/AssignWorksheet.tsx'
import { WithdrawConclusion } from './WithdrawConclusion.tsx'

type Props = {
  readonly conclusion: HeldMeeting['conclusions'][number]
  /** Told what had been written, once it was taken back. */
  readonly onWithdrawn: (text: string) => void
}

/** The conclusion as it stands, to whom it is given, and the way to take it back. */
export function DrawnConclusion({ conclusion, onWithdrawn }: Props) {
  const { meeting } = useDesk()
  const { at, itemId, outcome, resolutionId, text } = conclusion
  const given = meeting.followUp.some((one) => one.resolutionId === resolutionId)
  return (
    <section className="conclusion" aria-label="结论">
      <p className="row wrap">
        <span className={`tag ${outcome === 'notReached' ? 'warn' : 'ok'}`}>
          {outcome === 'notReached' ? <IconX size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
          {conclusionNames[outcome]}
        </span>
        <span className="note grow">{timeText(at)} 记下</span>
        {meeting.phase === 'open' && !given && (
          <WithdrawConclusion itemId={itemId} onWithdrawn={() => onWithdrawn(text)} />
        )}
      </p>
      <p className="conclusion-text">{text}</p>
      {resolutionId !== null && <AssignWorksheet resolutionId={resolutionId} />}
      {outcome === 'notReached' && <p className="note">会后接着商量，下次会可以再议。</p>}
    </section>
  )
}
