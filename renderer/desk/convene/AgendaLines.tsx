import { IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import type { ClipboardEvent } from 'react'
import { moved } from '../formats/ordered.ts'
import { AgendaLineRow } from './AgendaLineRow.tsx'
import type { Invitee } from './InvitedField.tsx'
import { type AgendaLine, type MeetingPlan, newLine, pastedLines } from './meeting-plan.ts'
import { useLineFocus } from './use-line-focus.ts'

type Lines = MeetingPlan['lines']
type Props = {
  readonly lines: Lines
  /** 急哨: what was dealt with. */
  readonly actFirst: boolean
  readonly invitees: readonly Invitee[]
  readonly noticed: boolean
  readonly onChange: (lines: Lines) => void
}

/** 议题, one a line: Enter adds the next, a pasted list becomes lines. */
export function AgendaLines({ lines, actFirst, invitees, noticed, onChange }: Props) {
  const [list, focusLine] = useLineFocus<HTMLOListElement>()

  const addAfter = (index: number) => {
    onChange([...lines.slice(0, index + 1), newLine(), ...lines.slice(index + 1)])
    focusLine(index + 1)
  }
  const remove = (index: number) => {
    onChange(lines.length === 1 ? [newLine()] : lines.filter((_, at) => at !== index))
    focusLine(Math.max(0, index - 1))
  }
  const move = (index: number, by: -1 | 1) => {
    const after = moved(lines, index, by)
    if (after === lines) return
    onChange(after)
    focusLine(index + by)
  }
  const paste = (index: number, event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!text.trim().includes('\n')) return
    event.preventDefault()
    const before = lines.slice(0, lines[index]?.title.trim() === '' ? index : index + 1)
    const added = pastedLines(text)
    onChange([...before, ...added, ...lines.slice(index + 1)])
    focusLine(before.length + added.length - 1)
  }
  const revise = (index: number, line: AgendaLine) => onChange(lines.map((old, at) => (at === index ? line : old)))
  const example = actFirst ? '例如：3 号楼地下车库积水抢排' : '例如：楼道飞线充电整治'
  const more = actFirst ? '处置事项' : '议题'

  return (
    <div className="agenda-lines">
      <ol ref={list}>
        {lines.map((line, index) => (
          <AgendaLineRow
            key={line.itemId}
            line={line}
            index={index}
            count={lines.length}
            placeholder={index === 0 ? example : more}
            invitees={invitees}
            noticed={noticed}
            timed={!actFirst}
            onChange={(one) => revise(index, one)}
            onPaste={(event) => paste(index, event)}
            onNext={() => addAfter(index)}
            onRemove={() => remove(index)}
            onMove={(by) => move(index, by)}
          />
        ))}
      </ol>
      <Button size="small" icon={<IconPlus size={16} />} onClick={() => addAfter(lines.length - 1)}>
        加一个{more}
      </Button>
      <span className="note"> 回车加下一个；可以粘贴一列</span>
    </div>
  )
}
