import { IconHandStop, IconMicrophone, IconX } from '@tabler/icons-react'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { timesSpoken } from '../../../shared/meeting/floor/order.ts'
import { policyNames } from '../../../shared/wording/speaking-order.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { useSecondsLeft } from '../../connection/seconds-left.ts'
import { clockText, timeText } from '../../ui/clock-text.ts'
import { Stance } from '../../ui/Stance.tsx'
import { speakingQueue, turnWords } from '../../ui/speaking-queue.ts'
import { queueReason } from '../chair/floor/queue-words.ts'
import { useDesk } from '../desk-context.tsx'
import { durationText } from './duration-text.ts'
import { RaiseHand } from './RaiseHand.tsx'
import { useFunctionKeys } from './use-function-keys.ts'

/** 主持: who speaks, for how long, who waits, and the acts; the same commands as the chair's. */
export function FloorDuty() {
  const { act, client, meeting } = useDesk()
  const [raising, setRaising] = useState(false)
  const { speaking } = meeting.floor
  const [next] = speakingQueue(meeting)
  const running = meeting.runningItem !== null
  const voting = meeting.voting.open !== null
  const callNext = () => act('callNextSpeaker', {})
  const endSpeech = () => speaking !== null && act('endSpeech', { seatId: speaking.seatId })
  const mayCall = next !== undefined && running && !voting
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
      <Speaker />
      <div className="floor-acts">
        <Tooltip title="下一位（F2）">
          <Button type="primary" disabled={!mayCall} onClick={callNext}>
            <span className="one">{next === undefined ? '下一位' : `下一位：${nameOf(client, next.seatId)}`}</span>
            <kbd>F2</kbd>
          </Button>
        </Tooltip>
        <Tooltip title="说完了，先不叫下一位（F3）">
          <Button disabled={speaking === null} onClick={endSpeech}>
            说完
          </Button>
        </Tooltip>
        <Tooltip title="替没有手机的人举手（F4）">
          <Button
            aria-expanded={raising}
            disabled={!running}
            icon={<IconHandStop size={18} />}
            onClick={() => setRaising((old) => !old)}
          >
            代举手
          </Button>
        </Tooltip>
      </div>
      {voting && <p className="duty-words">正在表决。表决结束后再请下一位。</p>}
      {raising && running ? <RaiseHand onClose={() => setRaising(false)} /> : <Waiting />}
    </section>
  )
}

function Speaker() {
  const { client, meeting } = useDesk()
  const { speaking } = meeting.floor
  const left = useSecondsLeft(speaking?.startedAt ?? null, speaking?.limitSeconds ?? meeting.speakingSeconds)
  if (speaking === null) {
    return (
      <p className="duty-words">
        {meeting.runningItem === null ? '现在没有正在议的议题，等主持人开始下一题。' : '现在没有人发言。'}
      </p>
    )
  }
  const before = timesSpoken(meeting.floor, speaking.itemId, speaking.seatId)
  return (
    <div className="floor-now">
      <div>
        <p className="floor-name song" title={nameOf(client, speaking.seatId)}>
          {nameOf(client, speaking.seatId)}
        </p>
        <p className="row wrap">
          <Stance stance={speaking.stance} />
          <span className="note">{turnWords(before + 1, meeting.form.speeches.times)}</span>
        </p>
      </div>
      <div className="floor-clock">
        <b role="timer" aria-label="还剩">
          {clockText(Math.max(0, left))}
        </b>
        <span aria-live="assertive">{left <= 0 && <span className="tag warn">时间到</span>}</span>
        {left < 0 && <span className="note">已超 {durationText(-left)}</span>}
      </div>
    </div>
  )
}

function Waiting() {
  const { act, client, meeting } = useDesk()
  const queue = speakingQueue(meeting)
  return (
    <div className="floor-wait">
      <p className="note" aria-live="polite">
        {queue.length === 0
          ? '没有人等候发言'
          : `等候 ${queue.length} 人，${policyNames[meeting.form.speeches.policy]}`}
      </p>
      <ol aria-label="发言队列">
        {queue.map(({ at, seatId, stance }, index) => (
          <li key={seatId}>
            <span className="note">{index + 1}</span>
            <b className="one" title={nameOf(client, seatId)}>
              {nameOf(client, seatId)}
            </b>
            <span className="note" title={queueReason(meeting, { at, seatId, stance })}>
              {timeText(at)}
            </span>
            <Stance stance={stance} />
            <Button
              type="text"
              size="small"
              title="取消举手"
              aria-label={`取消${nameOf(client, seatId)}的举手`}
              icon={<IconX size={16} />}
              onClick={() => act('withdrawRequest', { seatId })}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
