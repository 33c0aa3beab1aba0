import { Button } from 'antd'
import { MORE_SECONDS, useFloorActs } from '../chair/floor/use-floor-acts.ts'
import type { BenchSpeech } from './bench-speech.ts'

/** What is pressed now and then, in a quiet line: more time, standing still, back to whoever was cut short. */
export function BenchActs({ speech }: { readonly speech: BenchSpeech | null }) {
  const { extend, last, pauseOrResume, undo } = useFloorActs()
  const untimed = speech === null || !speech.recorded
  const paused = speech?.runningSince === null
  return (
    <div className="bench-more">
      <Button type="text" size="small" disabled={untimed} onClick={() => extend?.()}>
        再给 {MORE_SECONDS} 秒
      </Button>
      <Button type={paused ? 'default' : 'text'} size="small" disabled={untimed} onClick={() => pauseOrResume?.()}>
        {paused ? '继续' : '暂停'}
      </Button>
      <Button
        type="text"
        size="small"
        disabled={last === null}
        title="上一位还没说完：让他回到最前面，已用的时间照算"
        onClick={() => undo?.()}
      >
        撤回上一位
      </Button>
    </div>
  )
}
