import { IconHandStop, IconMicrophone, IconPlayerPlay } from '@tabler/icons-react'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { onFloor } from '../../../shared/meeting/floor/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { speakingQueue } from '../../ui/speaking-queue.ts'
import { useDesk } from '../desk-context.tsx'
import { MoreActs } from './MoreActs.tsx'
import { OnFloor } from './OnFloor.tsx'
import { RaiseHand } from './RaiseHand.tsx'
import { useFunctionKeys } from './use-function-keys.ts'
import { WaitingList } from './WaitingList.tsx'

/** 主持: who speaks, for how long, who waits, and the acts; the same commands as the chair's. */
export function FloorDuty() {
  const { act, client, meeting } = useDesk()
  const [raising, setRaising] = useState(false)
  const speech = onFloor(meeting.floor)
  const [next] = speakingQueue(meeting)
  const running = meeting.runningItem !== null
  const voting = meeting.voting.open !== null
  const callNext = () => act('callNextSpeaker', {})
  const endSpeech = () => speech !== null && act('endSpeech', { speechId: speech.speechId })
  const mayCall = next !== undefined && running && !voting
  const { interposed } = meeting.floor
  // Whoever waits would end the speech that the question interrupts, unless it is the answer.
  const ends = interposed !== null && interposed.runningSince !== null && next?.to !== interposed.speechId
  const paused = speech !== null && speech.runningSince === null && !voting
  useFunctionKeys({
    F2: () => void (mayCall && callNext()),
    F3: () => void endSpeech(),
    F4: () => setRaising(running),
  })
  return (
    <section className="duty floor-duty" aria-labelledby="floor-duty">
      <div className="duty-head">
        <IconMicrophone size={20} aria-hidden />
        <h2 id="floor-duty" className="song">
          主持
        </h2>
        <span className="note">和主持台同步，两边都能按</span>
      </div>
      <OnFloor />
      <div className="floor-acts">
        {paused && (
          <Button
            type="primary"
            className="floor-step"
            icon={<IconPlayerPlay size={18} />}
            onClick={() => act('resumeSpeech', {})}
          >
            <span className="one">继续：{nameOf(client, speech.seatId)}</span>
          </Button>
        )}
        <Tooltip title="下一位（F2）">
          <Button
            type={paused || ends ? 'default' : 'primary'}
            className="floor-step"
            disabled={!mayCall}
            onClick={callNext}
          >
            <span className="one">{next === undefined ? '下一位' : `下一位：${nameOf(client, next.seatId)}`}</span>
            <kbd>F2</kbd>
          </Button>
        </Tooltip>
        <Tooltip title="说完了，先不叫下一位（F3）">
          <Button type={ends ? 'primary' : 'default'} disabled={speech === null} onClick={endSpeech}>
            说完
          </Button>
        </Tooltip>
        <Tooltip title={raising ? '' : '替没有手机的人举手（F4）'}>
          <Button
            aria-expanded={raising}
            disabled={!running}
            icon={<IconHandStop size={18} />}
            onClick={() => setRaising((old) => !old)}
          >
            代举手
          </Button>
        </Tooltip>
        <MoreActs />
      </div>
      {voting && <p className="duty-words">正在表决。表决结束后再请下一位。</p>}
      {raising && running ? <RaiseHand onClose={() => setRaising(false)} /> : <WaitingList />}
    </section>
  )
}
