import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import type { ClipboardEvent } from 'react'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import { type MeetingPlan, newLine, pastedLines } from './meeting-plan.ts'
import { useLineFocus } from './use-line-focus.ts'

type Lines = MeetingPlan['lines']
type Props = { readonly lines: Lines; readonly onChange: (lines: Lines) => void }

/** 议题, one a line: Enter adds the next, a pasted list becomes lines. */
export function AgendaLines({ lines, onChange }: Props) {
  const [list, focusLine] = useLineFocus<HTMLOListElement>()

  const addAfter = (index: number) => {
    onChange([...lines.slice(0, index + 1), newLine(), ...lines.slice(index + 1)])
    focusLine(index + 1)
  }
  const remove = (index: number) => {
    onChange(lines.length === 1 ? [newLine()] : lines.filter((_, at) => at !== index))
    focusLine(Math.max(0, index - 1))
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

  return (
    <div className="agenda-lines">
      <ol ref={list}>
        {lines.map((line, index) => (
          <li key={line.itemId}>
            <span className="song">{chineseNumber(index + 1)}</span>
            <Input
              data-line
              aria-label={`议题${chineseNumber(index + 1)}`}
              placeholder={index === 0 ? '例如：楼道飞线充电整治' : '议题'}
              maxLength={120}
              value={line.title}
              onChange={(event) =>
                onChange(lines.map((old, at) => (at === index ? { ...old, title: event.target.value } : old)))
              }
              onPaste={(event) => paste(index, event)}
              onPressEnter={(event) => {
                if (event.nativeEvent.isComposing) return
                event.preventDefault()
                addAfter(index)
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Backspace' || line.title !== '' || lines.length === 1) return
                event.preventDefault()
                remove(index)
              }}
            />
            <Button
              type="text"
              aria-label={`删去议题${chineseNumber(index + 1)}`}
              icon={<IconX size={16} />}
              onClick={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <Button size="small" icon={<IconPlus size={16} />} onClick={() => addAfter(lines.length - 1)}>
        加一个议题
      </Button>
      <span className="note"> 回车加下一个；可以粘贴一列</span>
    </div>
  )
}
