import { IconCheck, IconX } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { resolutionId } from '../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { conclusionNames } from '../../../ui/conclusion-words.ts'
import { isBench } from '../../bench/bench-form.ts'
import { useDesk } from '../../desk-context.tsx'
import {
  conclusionFault,
  conclusionWords,
  MAX_CONCLUSION,
  type Outcome,
  outcomesOf,
  suggestedConclusion,
} from './conclusion-words.ts'

type Props = {
  readonly item: AgendaItem
  /** Null until somebody has typed. */
  readonly draft: string | null
  readonly onDraft: (draft: string | null) => void
}

/** One sentence, and how the item ended. */
export function ConclusionForm({ item, draft, onDraft }: Props) {
  const { act, client, meeting, say } = useDesk()
  const [sending, setSending] = useState<Outcome | null>(null)
  const [tried, setTried] = useState(false)
  const id = useId()
  const text = draft ?? suggestedConclusion(meeting, item)
  const fault = conclusionFault(meeting, text)
  const [usual = 'reached'] = outcomesOf(meeting.form)
  const conclude = async (outcome: Outcome) => {
    setTried(true)
    if (fault !== null || sending !== null) return
    setSending(outcome)
    const { itemId } = item
    const resolution = resolutionId.mint(randomBytes)
    const answer = await act('concludeItem', { itemId, outcome, text: conclusionWords(text), resolutionId: resolution })
    setSending(null)
    if (!answer.ok) return
    onDraft(null)
    say(`已记下：${conclusionNames[outcome]}`)
  }
  // Where nobody signs in the one red act is 下一位, at the side of this.
  const red = fault === null && !isBench(meeting.form)
  const recording = meeting.form.decision === 'record'
  return (
    <form
      className="conclusion-form"
      aria-label="写结论"
      onSubmit={(event) => {
        event.preventDefault()
        void conclude(usual)
      }}
    >
      <label htmlFor={id}>{recording ? '处置情况' : '结论'}</label>
      <Input.TextArea
        id={id}
        aria-label={recording ? '处置情况' : '结论'}
        className={recording ? 'conclusion-record' : 'song'}
        rows={recording ? 6 : 2}
        maxLength={MAX_CONCLUSION}
        value={text}
        placeholder="一句话：大家同意做什么，谁来做；没谈拢就写分歧在哪里"
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void conclude(usual)
        }}
      />
      <p className={tried && fault !== null ? 'hint' : 'note'} role="status">
        {tried && fault !== null ? fault : '进纪要，也能交办开工单。写错了可以收回重写。'}
      </p>
      <div className="conclusion-acts">
        {outcomesOf(meeting.form).map((outcome) => (
          <Button
            key={outcome}
            size="large"
            type={outcome === usual && red ? 'primary' : 'default'}
            htmlType={outcome === usual ? 'submit' : 'button'}
            icon={outcome === 'notReached' ? <IconX size={20} /> : <IconCheck size={20} />}
            loading={sending === outcome}
            {...(outcome === usual ? { title: 'Ctrl+回车' } : { onClick: () => void conclude(outcome) })}
          >
            {sending === outcome && client.phase.at !== 'live' ? '连上后记下' : conclusionNames[outcome]}
          </Button>
        ))}
      </div>
    </form>
  )
}
