import { IconX } from '@tabler/icons-react'
import { Button, Checkbox, Input, Select } from 'antd'
import { type ClipboardEvent, memo } from 'react'
import { seatKindNames } from '../../ui/seat-kinds.ts'
import { type RosterRow, rosterKinds, votesByRule } from './roster-rows.ts'

type Props = {
  readonly row: RosterRow
  readonly index: number
  readonly fault: string | null
  readonly onChange: (index: number, row: RosterRow) => void
  readonly onEnter: (index: number) => void
  readonly onPaste: (index: number, event: ClipboardEvent) => void
  readonly onRemove: (index: number) => void
}

const kindOptions = rosterKinds.map((kind) => ({ value: kind, label: seatKindNames[kind] }))

/** Drawn again only when its own row changes: rosters of hundreds are typed into. */
export const RosterLine = memo(function RosterLine({ row, index, fault, onChange, onEnter, onPaste, onRemove }: Props) {
  const who = row.name.trim() === '' ? `第 ${index + 1} 行` : row.name.trim()
  const faultId = `fault-${row.seatId}`
  return (
    <tr>
      <td className="note">{index + 1}</td>
      <td>
        <Input
          data-line
          size="small"
          aria-label={`第 ${index + 1} 行姓名`}
          placeholder={index === 0 ? '例如：召集人姓名' : '姓名'}
          value={row.name}
          status={fault === null ? '' : 'error'}
          aria-invalid={fault !== null}
          aria-describedby={faultId}
          onChange={(event) => onChange(index, { ...row, name: event.target.value })}
          onPaste={(event) => onPaste(index, event)}
          onPressEnter={(event) => {
            if (event.nativeEvent.isComposing) return
            event.preventDefault()
            onEnter(index)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Backspace' || row.name !== '' || index === 0) return
            event.preventDefault()
            onRemove(index)
          }}
        />
        <span id={faultId} className="roster-fault" role={fault === null ? undefined : 'alert'}>
          {fault}
        </span>
      </td>
      <td>
        <Select
          size="small"
          aria-label={`${who}的身份`}
          value={row.kind}
          options={kindOptions}
          onChange={(kind) => onChange(index, { ...row, kind, voting: votesByRule(kind) })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={`${who}有表决权`}
          checked={row.voting}
          disabled={row.kind === 'guest'}
          onChange={(event) => onChange(index, { ...row, voting: event.target.checked })}
        >
          {row.voting ? '有' : '无'}
        </Checkbox>
      </td>
      <td>
        <Button
          type="text"
          size="small"
          aria-label={`删去${who}`}
          icon={<IconX size={16} />}
          onClick={() => onRemove(index)}
        />
      </td>
    </tr>
  )
})
