import { IconCornerDownLeft } from '@tabler/icons-react'
import { Button } from 'antd'
import type { NewPoint } from './drafts.ts'
import { GrowingText } from './GrowingText.tsx'
import { KindKeys } from './KindKeys.tsx'
import { MAX_POINT } from './PointEditor.tsx'
import { pointKinds } from './point-kinds.ts'
import { isPlainEnter } from './use-function-keys.ts'

type Props = {
  readonly draft: NewPoint
  readonly onDraft: (draft: NewPoint) => void
  readonly onAdd: (point: NewPoint) => void
  readonly input: { current: HTMLTextAreaElement | null }
  readonly offline: boolean
}

/** Where a new point is typed: Enter puts it down and the caret stays for the next. */
export function PointEntry({ draft, onDraft, onAdd, input, offline }: Props) {
  const text = draft.text.trim()
  const kind = pointKinds.find((one) => one.kind === draft.kind)
  const add = () => {
    if (text === '') return
    onDraft({ ...draft, text: '' })
    onAdd({ ...draft, text })
  }
  return (
    <div className="point-entry">
      <div className="row wrap">
        <KindKeys chosen={draft.kind} label="记成哪一种" onChoose={(chosen) => onDraft({ ...draft, kind: chosen })} />
        <span className="note grow">{offline ? '连接断了：照常记，连上后自动补存' : kind?.becomes}</span>
      </div>
      <div className="row point-entry-line">
        <GrowingText
          focusRef={input}
          aria-label="新要点"
          maxLength={MAX_POINT}
          placeholder={`记一条${kind?.name}，回车记下`}
          value={draft.text}
          onChange={(event) => onDraft({ ...draft, text: event.target.value })}
          onKeyDown={(event) => {
            if (!isPlainEnter(event)) return
            event.preventDefault()
            add()
          }}
        />
        <Button title="记下（回车）" disabled={text === ''} icon={<IconCornerDownLeft size={18} />} onClick={add}>
          记下
        </Button>
      </div>
    </div>
  )
}
