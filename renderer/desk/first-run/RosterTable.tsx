import { IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import { type ClipboardEvent, useCallback, useRef } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { RosterLine } from './RosterLine.tsx'
import { named, newRow, pastedRows, type RosterRow, rowFault } from './roster-rows.ts'
import { useLineFocus } from './use-line-focus.ts'

type Props = {
  readonly rows: readonly RosterRow[]
  /** `removed` is whose line was removed, when it was that. */
  readonly onChange: (rows: readonly RosterRow[], removed?: SeatId) => void
}

/** 名册: one person a line. Enter goes on to the next; a list pasted into a name becomes lines. */
export function RosterTable({ rows, onChange }: Props) {
  const [list, focusLine] = useLineFocus<HTMLTableSectionElement>()
  const latest = useRef({ rows, onChange })
  latest.current = { rows, onChange }

  const change = useCallback((index: number, row: RosterRow) => {
    latest.current.onChange(latest.current.rows.map((old, at) => (at === index ? row : old)))
  }, [])
  const remove = useCallback(
    (index: number) => {
      const all = latest.current.rows
      latest.current.onChange(
        all.filter((_, at) => at !== index),
        all[index]?.seatId,
      )
      focusLine(Math.max(0, index - 1))
    },
    [focusLine],
  )
  const next = useCallback(
    (index: number) => {
      const all = latest.current.rows
      if (index === all.length - 1) latest.current.onChange([...all, newRow(followOn(all[index]))])
      focusLine(index + 1)
    },
    [focusLine],
  )
  const paste = useCallback(
    (index: number, event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain')
      if (!/[\n\t]/.test(text.trim())) return
      event.preventDefault()
      const all = latest.current.rows
      const rest = all.slice(index + 1).filter((row) => row.name.trim() !== '')
      const kept = all[index]?.name.trim() === '' ? all.slice(0, index) : all.slice(0, index + 1)
      const added = pastedRows(text, followOn(all[index]))
      latest.current.onChange([...kept, ...added, ...rest])
      focusLine(kept.length + added.length - 1)
    },
    [focusLine],
  )

  const people = named(rows)
  return (
    <div className="roster">
      <table className="ledger roster-table">
        <caption className="only-readers">名册，一行一人</caption>
        <thead>
          <tr>
            <th scope="col" className="roster-no">
              序
            </th>
            <th scope="col">姓名</th>
            <th scope="col" className="roster-kind">
              身份
            </th>
            <th scope="col" className="roster-vote">
              表决权
            </th>
            <th scope="col" className="roster-del">
              <span className="only-readers">删除</span>
            </th>
          </tr>
        </thead>
        <tbody ref={list}>
          {rows.map((row, index) => (
            <RosterLine
              key={row.seatId}
              row={row}
              index={index}
              fault={rowFault(rows, index)}
              onChange={change}
              onEnter={next}
              onPaste={paste}
              onRemove={remove}
            />
          ))}
        </tbody>
      </table>
      <div className="roster-end">
        <Button size="small" icon={<IconPlus size={16} />} onClick={() => next(rows.length - 1)}>
          加一行
        </Button>
        <span className="note">回车加下一行；可以直接粘贴 Excel 两列（姓名、身份）或微信接龙</span>
        <span className="grow" />
        <span className="sub" aria-live="polite">
          共 {people.length} 人，有表决权 {people.filter((row) => row.voting).length} 人
        </span>
      </div>
    </div>
  )
}

/** The next line is most often of the same kind; but a council has one convener and one scribe. */
const followOn = (row: RosterRow | undefined) =>
  row === undefined || row.kind === 'convener' || row.kind === 'scribe' ? 'standing' : row.kind
