import './floor.css'
import { Button } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../../connection/meeting-view.ts'
import { speakingQueue } from '../../../ui/speaking-queue.ts'
import { useDesk } from '../../desk-context.tsx'
import { useKeys } from '../../frame/use-keys.ts'
import { Queue } from './Queue.tsx'
import { Speaker } from './Speaker.tsx'

/** The floor: who speaks, the clock, 下一位, who waits. */
export function FloorPane() {
  const { act, client, meeting } = useDesk()
  const [raising, setRaising] = useState(false)
  const { speaking } = meeting.floor
  const [next] = speakingQueue(meeting)
  const callNext = () => {
    if (next !== undefined) void act('callNextSpeaker', {})
  }
  const end = () => {
    if (speaking !== null) void act('endSpeech', { seatId: speaking.seatId })
  }
  useKeys({ n: callNext, e: end, h: () => meeting.runningItem !== null && setRaising(true) })
  return (
    <>
      <Speaker speaking={speaking} />
      <Button
        type="primary"
        size="large"
        className="next-speaker"
        disabled={next === undefined}
        title="请下一位发言（N）"
        onClick={callNext}
      >
        <span className="one">
          {next === undefined ? '下一位：没有人等候' : `下一位：${nameOf(client, next.seatId)}`}
        </span>
        <kbd aria-hidden>N</kbd>
      </Button>
      <Queue raising={raising} onRaise={setRaising} />
    </>
  )
}
