import './steps.css'
import { IconCheck } from '@tabler/icons-react'
import { useHostNow } from '../../../connection/hall-context.tsx'
import { timeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScreenSwitch } from '../../hall-screen/ScreenSwitch.tsx'
import { EndForecast } from '../timing/EndForecast.tsx'
import { isBehind, litStep, type Step, stepsOf } from './steps-shown.ts'

type Props = {
  readonly shown: Step
  /** How many wait at the door. */
  readonly waiting: number
  readonly onChoose: (step: Step) => void
}

/** The steps of the meeting's form, 签到 → 议事 → 表决 → 纪要 → 工单: the shown one hangs from the letterhead line like an index tab. */
export function StepsBar({ shown, waiting, onChoose }: Props) {
  const { meeting } = useDesk()
  const now = useHostNow()
  const steps = stepsOf(meeting)
  const lit = litStep(steps, shown)
  const minutes = Math.max(0, Math.floor((now - meeting.openedAt) / 60_000))
  return (
    <nav className="steps" aria-label="会议步骤">
      {steps.map(({ name, step }) => (
        <button
          key={step}
          type="button"
          className={step === lit ? 'now' : ''}
          aria-current={step === lit ? 'step' : undefined}
          onClick={() => onChoose(step)}
        >
          {step !== lit && isBehind(meeting, step) && <IconCheck size={16} aria-label="已过" className="green" />}
          {name}
          {step === 'signIn' && waiting > 0 && <span className="steps-count">{waiting} 人等候</span>}
        </button>
      ))}
      <span className="steps-time">
        <ScreenSwitch />
        <EndForecast now={now} />
        <span className="sub steps-since">
          {meeting.phase === 'open' ? `已开 ${minutes} 分` : `${timeText(meeting.closedAt)} 散会`}
        </span>
        <b>{timeText(now)}</b>
      </span>
    </nav>
  )
}
