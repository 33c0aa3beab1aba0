import { Button } from 'antd'
import { lastSpeech } from '../../../shared/meeting/floor/state.ts'
import { useDesk } from '../desk-context.tsx'
import type { BenchSpeech } from './bench-speech.ts'

const MORE_SECONDS = 30

/** What is pressed now and then, in a quiet line: more time, standing still, back to whoever was cut short. */
export function BenchActs({ speech }: { readonly speech: BenchSpeech | null }) {
  const { act, meeting } = useDesk()
  const { floor, runningItem } = meeting
  const untimed = speech === null || !speech.recorded
  const paused = speech?.runningSince === null
  const cutShort = runningItem !== null && lastSpeech(floor, runningItem) !== null
  return (
    <div className="bench-more">
      <Button
        type="text"
        size="small"
        disabled={untimed}
        onClick={() => act('extendSpeech', { seconds: MORE_SECONDS })}
      >
        再给 {MORE_SECONDS} 秒
      </Button>
      <Button
        type={paused ? 'default' : 'text'}
        size="small"
        disabled={untimed}
        onClick={() => act(paused ? 'resumeSpeech' : 'pauseSpeech', {})}
      >
        {paused ? '继续' : '暂停'}
      </Button>
      <Button
        type="text"
        size="small"
        disabled={!cutShort}
        title="上一位还没说完：让他回到最前面，已用的时间照算"
        onClick={() => act('undoSpeech', {})}
      >
        撤回上一位
      </Button>
    </div>
  )
}
