import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { Button, Checkbox, Input } from 'antd'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import { ELECTION_CAUTION } from '../../../shared/wording/cautions.ts'
import { electionWords } from '../../../shared/wording/election-words.ts'
import { InvitedField, type Invitee } from './InvitedField.tsx'
import { MinutesField } from './MinutesField.tsx'
import { type AgendaLine, invitedNow } from './meeting-plan.ts'
import { Warning } from './Warning.tsx'

type Props = {
  readonly line: AgendaLine
  readonly index: number
  readonly count: number
  readonly placeholder: string
  /** 公众议事委员 of the roster; none where nobody is invited by item. */
  readonly invitees: readonly Invitee[]
  /** There is a notice in which the item may stand. */
  readonly noticed: boolean
  /** The items can be given times. */
  readonly timed: boolean
  readonly onChange: (line: AgendaLine) => void
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onNext: () => void
  readonly onRemove: () => void
  readonly onMove: (by: -1 | 1) => void
}

/** One 议题. Enter goes on to the next line, Alt with an arrow moves this one. */
export function AgendaLineRow({ line, index, count, invitees, noticed, timed, ...rest }: Props) {
  const { placeholder, onChange, onMove, onNext, onPaste, onRemove } = rest
  const item = `议题${chineseNumber(index + 1)}`
  const keys = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onMove(event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'Backspace' && line.title === '' && count > 1) {
      event.preventDefault()
      onRemove()
    }
  }
  return (
    <li>
      <span className="song agenda-no">{chineseNumber(index + 1)}</span>
      <Input
        data-line
        aria-label={item}
        placeholder={placeholder}
        maxLength={120}
        value={line.title}
        onChange={(event) => onChange({ ...line, title: event.target.value })}
        onPaste={onPaste}
        onPressEnter={(event) => {
          if (event.nativeEvent.isComposing) return
          event.preventDefault()
          onNext()
        }}
        onKeyDown={keys}
      />
      <span className="agenda-acts">
        {count > 1 && (
          <>
            <Button
              type="text"
              aria-label={`上移${item}`}
              title="上移（Alt+↑）"
              disabled={index === 0}
              icon={<IconArrowUp size={16} />}
              onClick={() => onMove(-1)}
            />
            <Button
              type="text"
              aria-label={`下移${item}`}
              title="下移（Alt+↓）"
              disabled={index === count - 1}
              icon={<IconArrowDown size={16} />}
              onClick={() => onMove(1)}
            />
          </>
        )}
        <Button type="text" aria-label={`删去${item}`} title="删去" icon={<IconX size={16} />} onClick={onRemove} />
      </span>
      {line.title.trim() !== '' && (
        <div className="agenda-under">
          {timed && (
            <MinutesField
              quiet
              label={`${item}的时间（分钟）`}
              placeholder="时间不定"
              value={line.minutes}
              onChange={(minutes) => onChange({ ...line, minutes })}
            />
          )}
          {noticed && (
            <Checkbox
              aria-label={`${item}已公示`}
              checked={line.announced}
              onChange={(event) => onChange({ ...line, announced: event.target.checked })}
            >
              已公示
            </Checkbox>
          )}
          {invitees.length > 0 && (
            <InvitedField
              item={item}
              people={invitees}
              invited={invitedNow(
                line,
                invitees.map((one) => one.value),
              )}
              onChange={(invited) => onChange({ ...line, invited })}
            />
          )}
          {electionWords(line.title) && <Warning>{ELECTION_CAUTION}，请用纸票</Warning>}
        </div>
      )}
    </li>
  )
}
