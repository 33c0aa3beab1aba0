import { IconAlertTriangle, IconClock, IconPlayerPause, IconX } from '@tabler/icons-react'
import { Select } from 'antd'
import { type ClipboardEvent, memo } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'
import type { Column } from './columns-shown.ts'
import { mayVote } from './files/kind-words.ts'
import { KINDS_HEIGHT, kindOptions } from './kind-options.ts'
import type { Person } from './person.ts'
import { maskedPhone } from './phone-mask.ts'
import { termIsOver, withKind } from './roster-people.ts'
import { whoOn } from './roster-words.ts'

/** What can be done on a line; the same functions for all lines, so that a line is drawn again only for its own sake. */
export type LineActs = {
  readonly onChange: (person: Person) => void
  readonly onChoose: (seatId: SeatId, chosen: boolean, range: boolean) => void
  readonly onActive: (seatId: SeatId, openKind: boolean) => void
  /** The caret goes on by so many lines; beyond the last one a new line is begun. */
  readonly onStep: (seatId: SeatId, by: 1 | -1, begin: boolean) => void
  readonly onPaste: (seatId: SeatId, event: ClipboardEvent) => void
  readonly onOpen: (seatId: SeatId) => void
  readonly onRemove: (seatId: SeatId) => void
}

type Props = {
  readonly person: Person
  /** From 1, in the order of the roster. */
  readonly line: number
  readonly fault: string | null
  readonly hint: string | null
  readonly seated: boolean
  readonly chosen: boolean
  readonly active: boolean
  readonly openKind: boolean
  readonly columns: ReadonlySet<Column>
  readonly showPhones: boolean
  readonly today: string
  readonly acts: LineActs
}

/**
 * One person of the roster, of plain controls: lines are drawn by the dozen while the list scrolls. The kind can be chosen on the line with the caret; elsewhere it is text
 * that a click turns into that.
 */
export const RosterLine = memo(function RosterLine(props: Props) {
  const { active, acts, chosen, columns, fault, hint, line, openKind, person, seated, showPhones, today } = props
  const { seatId } = person
  const who = whoOn(line, person.name)
  const noteId = `note-${seatId}`
  return (
    <tr aria-rowindex={line + 1} data-active={active || undefined} onFocus={() => acts.onActive(seatId, false)}>
      <td>
        <input
          type="checkbox"
          className="roster-check"
          aria-label={`选中${who}`}
          checked={chosen}
          onChange={({ nativeEvent, target }) =>
            acts.onChoose(seatId, target.checked, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
          }
        />
      </td>
      <td className="note">{line}</td>
      <td>
        <input
          className="roster-name"
          data-line={seatId}
          aria-label={`第 ${line} 行姓名`}
          aria-invalid={fault !== null}
          aria-describedby={fault === null && hint === null ? undefined : noteId}
          placeholder={seated ? '（姓名已删除）' : line === 1 ? '例如：召集人姓名' : '姓名'}
          autoComplete="off"
          title={person.name}
          value={person.name}
          onChange={(event) => acts.onChange({ ...person, name: event.target.value })}
          onPaste={(event) => acts.onPaste(seatId, event)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') acts.onStep(seatId, 1, true)
            else if (event.key === 'ArrowDown') acts.onStep(seatId, 1, false)
            else if (event.key === 'ArrowUp') acts.onStep(seatId, -1, false)
            else if (event.key === 'Backspace' && person.name === '' && !seated && line > 1) acts.onRemove(seatId)
            else return
            event.preventDefault()
          }}
        />
      </td>
      <td>
        {active ? (
          <Select
            size="small"
            aria-label={`${who}的身份`}
            autoFocus={openKind}
            defaultOpen={openKind}
            value={person.kind}
            options={kindOptions}
            listHeight={KINDS_HEIGHT}
            onChange={(kind) => acts.onChange(withKind(person, kind))}
          />
        ) : (
          <button
            type="button"
            className="roster-kind"
            tabIndex={-1}
            aria-label={`${who}的身份：${seatKindNames[person.kind]}`}
            // A press would bring the list, and its release close it again.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => acts.onActive(seatId, true)}
          >
            {seatKindNames[person.kind]}
          </button>
        )}
      </td>
      <td>
        <label className="roster-votes">
          <input
            type="checkbox"
            className="roster-check"
            aria-label={`${who}有表决权`}
            checked={person.voting}
            disabled={!mayVote(person.kind) && !person.voting}
            onChange={(event) => acts.onChange({ ...person, voting: event.target.checked })}
          />
          {person.voting ? '有' : '无'}
        </label>
      </td>
      {columns.has('party') && <Told text={[person.party, person.duty].filter((word) => word !== '').join('　')} />}
      {columns.has('term') && <Told text={termText(person)} />}
      {columns.has('house') && <Told text={person.house} />}
      {columns.has('phone') && <Told text={showPhones ? person.phone : maskedPhone(person.phone)} />}
      <td>
        <span id={noteId} className="roster-state">
          {fault !== null && (
            <span className="roster-fault" role="alert" title={fault}>
              {fault}
            </span>
          )}
          {person.suspended && (
            <span className="tag warn">
              <IconPlayerPause aria-hidden /> 资格停止
            </span>
          )}
          {termIsOver(person, today) && (
            <span className="tag warn">
              <IconClock aria-hidden /> 任期已满
            </span>
          )}
          {hint !== null && (
            <span className="tag" title={hint}>
              <IconAlertTriangle aria-hidden /> 同名
            </span>
          )}
        </span>
      </td>
      <td className="roster-acts">
        <button type="button" aria-label={`${who}的详细资料`} onClick={() => acts.onOpen(seatId)}>
          详细
        </button>
        <button type="button" aria-label={`删去${who}`} onClick={() => acts.onRemove(seatId)}>
          <IconX size={16} aria-hidden />
        </button>
      </td>
    </tr>
  )
})

function Told({ text }: { readonly text: string }) {
  return (
    <td className="one" title={text}>
      {text}
    </td>
  )
}

const termText = ({ termFrom, termTo }: Person): string =>
  termTo !== '' ? `至 ${termTo}` : termFrom === '' ? '' : `${termFrom} 起`
