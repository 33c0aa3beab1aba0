import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { ScreenShown } from '../../../shared/meeting/hall-screen/messages.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { useDesk } from '../desk-context.tsx'

const MINUTES = [5, 10, 15] as const
const MOST_MINUTES = 240
const LONGEST = 60
const MINUTE_MS = 60_000

const isText = (value: unknown): value is string => typeof value === 'string'

/** 休息: how long, in one press, and a few words if wanted. */
export function BreakChoice({ onShow }: { readonly onShow: (shown: ScreenShown) => Promise<boolean> }) {
  const { client, meetingId } = useDesk()
  const [words, setWords] = useDraft(`break.${meetingId}`, '', isText)
  const [minutes, setMinutes] = useState<number | null>(null)
  const rest = async (length: number | null) => {
    const until = length === null ? null : Math.round(client.hostNow()) + length * MINUTE_MS
    const text = words.trim()
    if (await onShow({ page: 'break', until, text: text === '' ? null : text })) setWords('')
  }
  return (
    <fieldset className="screen-field">
      <legend>休息</legend>
      <Input
        value={words}
        maxLength={LONGEST}
        aria-label="休息时说一句（可不填）"
        placeholder="说一句，可不填：茶水在门口"
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row wrap">
        {MINUTES.map((length) => (
          <Button key={length} onClick={() => void rest(length)}>
            {length} 分钟
          </Button>
        ))}
        <Button onClick={() => void rest(null)}>不定时间</Button>
      </div>
      <div className="row">
        <span className="sub">或者</span>
        <InputNumber
          className="screen-minutes"
          aria-label="休息几分钟"
          min={1}
          max={MOST_MINUTES}
          precision={0}
          value={minutes}
          onChange={(value) => setMinutes(value === null ? null : Number(value))}
          onPressEnter={() => minutes !== null && void rest(minutes)}
        />
        <span className="sub">分钟</span>
        <Button disabled={minutes === null} onClick={() => void rest(minutes)}>
          开始休息
        </Button>
      </div>
    </fieldset>
  )
}
