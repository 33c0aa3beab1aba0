import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { inserted, type Keyed, moved } from './ordered.ts'

type Named = { readonly name: string }

type Props<T extends Named> = {
  /** What one line is: 参加方, 步骤. */
  readonly what: string
  readonly lines: readonly Keyed<T>[]
  readonly empty: T
  readonly maxName: number
  readonly maxLines: number
  readonly onChange: (lines: readonly Keyed<T>[]) => void
  /** What else belongs to a line, behind its name. */
  readonly children: (line: Keyed<T>, label: string, change: (line: Keyed<T>) => void) => ReactNode
}

type Focus = { readonly index: number; readonly on: 'name' | 'up' | 'down' }

/** Named lines in an order: Enter adds the next, Alt with an arrow moves a line, and so do its buttons. */
export function OrderedLines<T extends Named>({ what, lines, empty, maxLines, maxName, onChange, children }: Props<T>) {
  const list = useRef<HTMLOListElement>(null)
  const [wanted, setWanted] = useState<Focus | null>(null)
  useEffect(() => {
    if (wanted === null) return
    const row = list.current?.children[wanted.index]
    const button = row?.querySelector<HTMLElement>(`[data-move="${wanted.on}"]:not(:disabled)`)
    const field = row?.querySelector<HTMLElement>('input[data-line]')
    void (button ?? field)?.focus()
    setWanted(null)
  }, [wanted])

  const change = (index: number, line: Keyed<T>) => onChange(lines.map((old, at) => (at === index ? line : old)))
  const add = (index: number) => {
    if (lines.length >= maxLines) return
    onChange(inserted(lines, index, empty))
    setWanted({ index: index + 1, on: 'name' })
  }
  const remove = (index: number) => {
    onChange(lines.filter((_, at) => at !== index))
    setWanted({ index: Math.max(0, index - 1), on: 'name' })
  }
  const move = (index: number, by: -1 | 1, on: Focus['on']) => {
    const after = moved(lines, index, by)
    if (after === lines) return
    onChange(after)
    setWanted({ index: index + by, on })
  }
  const keys = (index: number, event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by === null || !event.altKey) return
    event.preventDefault()
    move(index, by, 'name')
  }
  return (
    <div className="ordered">
      <ol ref={list} aria-label={what}>
        {lines.map((line, index) => {
          const label = `${what}${index + 1}`
          return (
            <li key={line.key}>
              <span className="song">{index + 1}</span>
              <Input
                data-line
                aria-label={`${label}的名称`}
                title="回车加下一行，Alt+↑↓ 移动"
                maxLength={maxName}
                value={line.name}
                onChange={(event) => change(index, { ...line, name: event.target.value })}
                onKeyDown={(event) => keys(index, event)}
                onPressEnter={(event) => {
                  if (event.nativeEvent.isComposing) return
                  event.preventDefault()
                  add(index)
                }}
              />
              {children(line, label, (changed) => change(index, changed))}
              <Button
                type="text"
                size="small"
                data-move="up"
                aria-label={`${label}上移`}
                disabled={index === 0}
                icon={<IconArrowUp size={16} />}
                onClick={() => move(index, -1, 'up')}
              />
              <Button
                type="text"
                size="small"
                data-move="down"
                aria-label={`${label}下移`}
                disabled={index === lines.length - 1}
                icon={<IconArrowDown size={16} />}
                onClick={() => move(index, 1, 'down')}
              />
              <Button
                type="text"
                size="small"
                aria-label={`删去${label}`}
                icon={<IconX size={16} />}
                onClick={() => remove(index)}
              />
            </li>
          )
        })}
      </ol>
      <Button
        size="small"
        icon={<IconPlus size={16} />}
        disabled={lines.length >= maxLines}
        onClick={() => add(lines.length - 1)}
      >
        加一行
      </Button>
    </div>
  )
}
