import { Button, Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { useDesk } from '../../desk-context.tsx'
import { isPlainEnter } from '../../scribe/use-function-keys.ts'
import { type AskedUnit, standingOf, unitWords } from '../asked-units.ts'
import { dayWords } from '../day-words.ts'
import { papersFor } from './paper-numbers.ts'
import { type ReturnDraft, returnChoices } from './return-draft.ts'

const MAX_OPINION = 500
/** Characters that stand in one line of the field. */
const OPINION_LINE = 16

type Props = {
  readonly vote: WrittenVote
  readonly unit: AskedUnit
  readonly draft: ReturnDraft
  readonly busy: boolean
  readonly onChange: (part: Partial<ReturnDraft>) => void
  readonly onEnter: () => void
  readonly onCancel: () => void
}

/** What is on one paper; or why none can be entered, and what to do about it. */
export function ReturnForm(props: Props) {
  const { unit, vote } = props
  return (
    <div className="return-form">
      <p className="return-who">
        <b>{unitWords(unit)}</b>
        {unit.area !== null && <span className="sub">{unit.area} 平方米</span>}
        {unit.paper !== null && (
          <span className="sub">
            {unit.paper.number} 号，{dayWords(unit.paper.on)}发
          </span>
        )}
      </p>
      {standingOf(unit) === 'none' ? (
        <NoPaper vote={vote} unit={unit} onCancel={props.onCancel} />
      ) : standingOf(unit) === 'back' ? (
        <AlreadyBack unit={unit} onCancel={props.onCancel} />
      ) : (
        <Marks {...props} />
      )}
    </div>
  )
}

function Marks({ busy, draft, onCancel, onChange, onEnter }: Props) {
  const group = useRef<HTMLFieldSetElement>(null)
  // Not on one of the keys: an Enter too many must choose nothing.
  useEffect(() => group.current?.focus(), [])
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const choice = returnChoices.find(({ key }) => key === event.key)
    if (choice !== undefined) onChange({ option: choice.option })
    else if (isPlainEnter(event) && draft.option !== null) onEnter()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
  }
  return (
    <>
      <fieldset ref={group} className="return-marks" aria-label="票上选的" tabIndex={-1} onKeyDown={onKey}>
        {returnChoices.map(({ key, name, option }) => (
          <Button
            key={option}
            aria-pressed={draft.option === option}
            aria-keyshortcuts={key}
            onClick={() => onChange({ option })}
          >
            {name} <kbd>{key}</kbd>
          </Button>
        ))}
      </fieldset>
      <Input.TextArea
        aria-label="票上写的意见（可以不写）"
        rows={draft.opinion.length > OPINION_LINE ? 3 : 1}
        maxLength={MAX_OPINION}
        placeholder="票上写的意见（可以不写）"
        value={draft.opinion}
        onChange={(event) => onChange({ opinion: event.target.value })}
        onKeyDown={(event) => {
          if (!isPlainEnter(event) || draft.option === null) return
          event.preventDefault()
          onEnter()
        }}
      />
      <div className="row">
        <Button className="grow" disabled={draft.option === null} loading={busy} onClick={onEnter}>
          {draft.option === null ? '照票上选的按 1–4' : '记下，录下一张（回车）'}
        </Button>
        <Button type="text" onClick={onCancel}>
          不录
        </Button>
      </div>
    </>
  )
}

type Stopped = { readonly unit: AskedUnit; readonly onCancel: () => void }

function AlreadyBack({ onCancel, unit }: Stopped) {
  return (
    <>
      <p className="written-fault" role="alert">
        {dayWords(unit.returnedOn ?? '')}收过。{sentenceOf({ code: 'alreadyReturned' })}
      </p>
      <Button autoFocus onClick={onCancel}>
        知道了，录下一张
      </Button>
    </>
  )
}

/** Somebody brings back a paper that nobody wrote down when it went out. */
function NoPaper({ onCancel, unit, vote }: Stopped & { readonly vote: WrittenVote }) {
  const { act, client } = useDesk()
  const [busy, setBusy] = useState(false)
  const papers = papersFor(vote, [unit.unitId], null)
  const handOut = async () => {
    setBusy(true)
    await act('handOutPapers', { voteId: vote.voteId, papers: [...papers], on: chinaDate(client.hostNow()) })
    setBusy(false)
  }
  return (
    <>
      <p className="written-fault" role="alert">
        {sentenceOf({ code: 'noPaperOut' })}
      </p>
      <div className="row">
        <Button autoFocus loading={busy} onClick={() => void handOut()}>
          今天发 {papers[0]?.number} 号
        </Button>
        <Button type="text" onClick={onCancel}>
          不录
        </Button>
      </div>
    </>
  )
}
