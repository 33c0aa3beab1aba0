import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { Button, Checkbox } from 'antd'
import { type Ref, useEffect, useImperativeHandle, useMemo } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { useLargeType } from '../../ui/large-type.ts'
import { columnsFor } from './columns-shown.ts'
import type { Person } from './person.ts'
import { type LineActs, RosterLine } from './RosterLine.tsx'
import type { LineNote } from './roster-faults.ts'
import { useLinesWindow } from './use-lines-window.ts'

/** 大字, as the tokens have it. */
const LARGE = 1.35

export type TableHandle = { readonly focusLine: (seatId: SeatId) => void }

type Props = {
  readonly ref: Ref<TableHandle>
  /** The lines in view, and where each stands in the whole roster, from 1. */
  readonly lines: readonly Person[]
  readonly numbers: ReadonlyMap<SeatId, number>
  readonly notes: ReadonlyMap<SeatId, LineNote>
  readonly seated: { has(seatId: SeatId): boolean }
  readonly chosen: ReadonlySet<SeatId>
  readonly active: { readonly seatId: SeatId; readonly openKind: boolean } | null
  readonly showPhones: boolean
  readonly today: string
  readonly acts: LineActs
  readonly onChooseAll: (chosen: boolean) => void
  readonly onShowPhones: (shown: boolean) => void
}

/** 名册, one person a line: only the lines in view are drawn, so that five thousand are as quick as fifty. */
export function RosterTable(props: Props) {
  const { active, acts, chosen, lines, notes, numbers, onChooseAll, onShowPhones, ref, seated, showPhones, today } =
    props
  const [large] = useLargeType()
  const scale = large ? LARGE : 1
  const ids = useMemo(() => lines.map(({ seatId }) => seatId), [lines])
  const { focusLine, lineHeight, onScroll, pieces, scroll, width } = useLinesWindow({
    ids,
    scale,
    active: active?.seatId ?? null,
  })
  useImperativeHandle(ref, () => ({ focusLine }), [focusLine])
  const shownColumns = columnsFor(width, scale)
  const columnsKey = [...shownColumns].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same columns are the same object, so that no line is drawn again for them
  const columns = useMemo(() => shownColumns, [columnsKey])
  const all = lines.length > 0 && lines.every(({ seatId }) => chosen.has(seatId))
  useEffect(() => {
    scroll.current?.style.setProperty('--line', `${lineHeight}px`)
  }, [scroll, lineHeight])
  const span = 7 + columns.size
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus where browsers do not give it by themselves
    <section className="roster-scroll" aria-label="名册的人" ref={scroll} onScroll={onScroll} tabIndex={0}>
      <table className="ledger roster-table" aria-rowcount={numbers.size + 1}>
        <caption className="only-readers">名册，一行一人</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="roster-choose">
              <Checkbox
                aria-label="选中列出的全部"
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={(event) => onChooseAll(event.target.checked)}
              />
            </th>
            <th scope="col" className="roster-no">
              序
            </th>
            <th scope="col">姓名</th>
            <th scope="col" className="roster-of-kind">
              身份
            </th>
            <th scope="col" className="roster-vote">
              表决权
            </th>
            {columns.has('party') && (
              <th scope="col" className="roster-party">
                方、单位
              </th>
            )}
            {columns.has('term') && (
              <th scope="col" className="roster-term">
                任期
              </th>
            )}
            {columns.has('house') && (
              <th scope="col" className="roster-house">
                门牌
              </th>
            )}
            {columns.has('phone') && (
              <th scope="col" className="roster-phone">
                电话
                <Button
                  type="text"
                  size="small"
                  aria-pressed={showPhones}
                  aria-label={showPhones ? '遮住电话' : '显示电话'}
                  icon={showPhones ? <IconEyeOff size={16} /> : <IconEye size={16} />}
                  onClick={() => onShowPhones(!showPhones)}
                >
                  {showPhones ? '遮住' : '显示'}
                </Button>
              </th>
            )}
            <th scope="col" className="roster-of-state">
              状态
            </th>
            <th scope="col" className="roster-of-acts">
              <span className="only-readers">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pieces.map((piece) => {
            if ('gap' in piece) {
              return (
                <tr key={`gap-${piece.before}`} aria-hidden className="roster-gap">
                  <td colSpan={span} style={{ height: piece.gap * lineHeight }} />
                </tr>
              )
            }
            const person = lines[piece.line]
            if (person === undefined) return null
            const { seatId } = person
            const note = notes.get(seatId)
            return (
              <RosterLine
                key={seatId}
                person={person}
                line={numbers.get(seatId) ?? 0}
                fault={note?.is === 'fault' ? note.words : null}
                hint={note?.is === 'hint' ? note.words : null}
                seated={seated.has(seatId)}
                chosen={chosen.has(seatId)}
                active={active?.seatId === seatId}
                openKind={active?.seatId === seatId && active.openKind}
                columns={columns}
                showPhones={showPhones}
                today={today}
                acts={acts}
              />
            )
          })}
        </tbody>
      </table>
      {lines.length === 0 && <p className="sub roster-none">没有找到这样的人。点“全部列出”再看。</p>}
    </section>
  )
}
