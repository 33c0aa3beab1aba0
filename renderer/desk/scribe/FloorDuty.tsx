import { IconHandStop, IconMicrophone } from '@tabler/icons-react'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { NextAct } from '../chair/floor/NextAct.tsx'
import { useFloorActs } from '../chair/floor/use-floor-acts.ts'
import { useDesk } from '../desk-context.tsx'
import { MoreActs } from './MoreActs.tsx'
import { OnFloor } from './OnFloor.tsx'
import { RaiseHand } from './RaiseHand.tsx'
import { useFunctionKeys } from './use-function-keys.ts'
import { WaitingList } from './WaitingList.tsx'

type Props = {
  /** Leads to the vote that is open; null: it is shown. */
  readonly onCount: (() => void) | null
}

/** 主持: who speaks, for how long, who waits, and the acts; the same commands as the chair's. */
export function FloorDuty({ onCount }: Props) {
  const { meeting } = useDesk()
  const [raising, setRaising] = useState(false)
  const acts = useFloorActs()
  const { doNext, end, step } = acts
  const running = meeting.runningItem !== null
  const voting = meeting.voting.open !== null
  useFunctionKeys({
    F2: () => doNext?.(),
    F3: () => end?.(),
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
        <NextAct acts={acts} letter="F2" className="floor-step" />
        {step?.act !== 'end' && (
          <Tooltip title="说完了，先不叫下一位（F3）">
            <Button disabled={end === null} onClick={() => end?.()}>
              说完
            </Button>
          </Tooltip>
        )}
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
        <MoreActs acts={acts} />
      </div>
      {voting && (
        <p className="duty-words count-lead">
          正在表决。表决结束后再请下一位。
          {onCount !== null && <Button onClick={onCount}>去计票</Button>}
        </p>
      )}
      {raising && running ? <RaiseHand onClose={() => setRaising(false)} /> : <WaitingList />}
    </section>
  )
}
