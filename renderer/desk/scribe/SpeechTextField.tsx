import { useEffect, useRef, useState } from 'react'
import type { SpeechId } from '../../../shared/core/ids.ts'
import { GrowingText } from './GrowingText.tsx'
import type { SpeechText } from './speech-texts.ts'
import { isPlainEnter } from './use-function-keys.ts'
import type { SpeechTexts } from './use-speech-texts.ts'

type Props = {
  readonly which: SpeechText
  readonly speechId: SpeechId
  /** Who spoke, for readers. */
  readonly name: string
  /** What is on record. */
  readonly recorded: string | null
  readonly texts: SpeechTexts
  /** The field is there without being asked for. */
  readonly open: boolean
  readonly editable: boolean
  readonly offline: boolean
}

const kinds = {
  note: { name: '要点', ask: '写要点', placeholder: '他说了什么，回车存下', longest: 1_000, lines: false },
  writtenAnswer: {
    name: '书面答复',
    ask: '附书面答复',
    placeholder: '把书面答复贴在这里，点别处就存下',
    longest: 4_000,
    lines: true,
  },
} as const

/** Words beside a speech, edited where they stand: Enter or a click elsewhere keeps them, Esc leaves them as they were. */
export function SpeechTextField({ editable, name, offline, open, recorded, speechId, texts, which }: Props) {
  const [editing, setEditing] = useState(false)
  const abandoned = useRef(false)
  const { ask, lines, longest, name: kind, placeholder } = kinds[which]
  const sent = texts.sent(which, speechId)
  const shown = sent === undefined ? recorded : sent
  const draft = texts.changed(which, speechId)
  const half = draft !== null && draft.text.trim() !== (shown ?? '') ? draft : null
  const unsaved = sent !== undefined && sent !== recorded
  const settled = draft !== null && !editing && draft.text.trim() === (recorded ?? '')
  // It got there in an earlier life of this page: what somebody writes later is not in conflict with it.
  useEffect(() => {
    if (settled) texts.change(which, speechId, null)
  })
  const leave = () => {
    setEditing(false)
    if (abandoned.current || half === null) texts.change(which, speechId, null)
    else void texts.save(which, speechId, half)
    abandoned.current = false
  }
  if (editable && (open || editing || half !== null)) {
    return (
      <div className="speech-text">
        <GrowingText
          autoFocus={editing}
          aria-label={`${kind}：${name}`}
          maxLength={longest}
          placeholder={placeholder}
          value={(half ?? draft)?.text ?? shown ?? ''}
          onFocus={({ target }) => {
            setEditing(true)
            target.setSelectionRange(target.value.length, target.value.length)
          }}
          onChange={({ target }) =>
            texts.change(which, speechId, { text: target.value, before: draft?.before ?? recorded })
          }
          onBlur={leave}
          onKeyDown={(event) => {
            const keeps = isPlainEnter(event) && (!lines || event.ctrlKey)
            if (!keeps && event.key !== 'Escape') return
            event.preventDefault()
            abandoned.current = event.key === 'Escape'
            event.currentTarget.blur()
          }}
        />
        {half !== null && half.before !== recorded && (
          <p className="hint" role="status">
            这里刚在别处改成“{recorded ?? '空的'}”。存下会换成您写的。
          </p>
        )}
      </div>
    )
  }
  if (shown === null) {
    if (!editable) return null
    return (
      <button type="button" className="speech-ask" aria-label={`${ask}：${name}`} onClick={() => setEditing(true)}>
        {ask}
      </button>
    )
  }
  return (
    <div className="point speech-said">
      {which === 'writtenAnswer' && <span className="tag line">{kind}</span>}
      {editable ? (
        <button type="button" className="point-text" title="点一下就能改" onClick={() => setEditing(true)}>
          {shown}
        </button>
      ) : (
        <p className="point-text">{shown}</p>
      )}
      {unsaved && <span className={offline ? 'tag warn' : 'tag saving'}>{offline ? '等连上' : '正在存'}</span>}
    </div>
  )
}
