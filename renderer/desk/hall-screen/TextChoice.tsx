import { Button, Input } from 'antd'
import type { ScreenShown } from '../../../shared/meeting/hall-screen/messages.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { useDesk } from '../desk-context.tsx'

const LONGEST = 200

const isText = (value: unknown): value is string => typeof value === 'string'

/** 一句话: whatever the room shall read in large letters. */
export function TextChoice({ onShow }: { readonly onShow: (shown: ScreenShown) => Promise<boolean> }) {
  const { meetingId } = useDesk()
  const [words, setWords] = useDraft(`screen-text.${meetingId}`, '', isText)
  const text = words.trim()
  return (
    <fieldset className="screen-field">
      <legend>一句话</legend>
      <Input.TextArea
        rows={2}
        value={words}
        maxLength={LONGEST}
        aria-label="大屏上的一句话"
        placeholder="例如：请把手机调成静音"
        onChange={(event) => setWords(event.target.value)}
      />
      <Button
        disabled={text === ''}
        onClick={() => void onShow({ page: 'text', text }).then((shown) => shown && setWords(''))}
      >
        放到大屏上
      </Button>
    </fieldset>
  )
}
