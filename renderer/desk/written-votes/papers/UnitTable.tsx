import { Checkbox } from 'antd'
import type { UnitId } from '../../../../shared/meeting/written-votes/messages.ts'
import type { AskedUnit } from '../asked-units.ts'
import { useRowsWindow } from '../use-rows-window.ts'
import { UnitLine } from './UnitLine.tsx'

type Props = {
  readonly units: readonly AskedUnit[]
  readonly owners: boolean
  readonly chosen: ReadonlySet<UnitId>
  readonly onChoose: (unitIds: readonly UnitId[], chosen: boolean) => void
  readonly onSpoil: (unit: AskedUnit) => void
  readonly onWithdraw: (unit: AskedUnit) => void
}

/** Who is asked, one a line: only the lines in view are drawn, so that a thousand are as quick as ten. */
export function UnitTable({ chosen, onChoose, onSpoil, onWithdraw, owners, units }: Props) {
  const { lineHeight, onScroll, pieces, scroll } = useRowsWindow(units.length)
  const open = units.flatMap(({ paper, unitId }) => (paper === null ? [unitId] : []))
  const all = open.length > 0 && open.every((unitId) => chosen.has(unitId))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus where browsers do not give it by themselves
    <section className="unit-scroll" aria-label="名单" ref={scroll} onScroll={onScroll} tabIndex={0}>
      <table className="ledger unit-table" aria-rowcount={units.length + 1}>
        <caption className="only-readers">名单，一行一{owners ? '位业主' : '户'}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="unit-tick">
              <Checkbox
                aria-label="选中列出的、还没有发票的"
                disabled={open.length === 0}
                checked={all}
                indeterminate={!all && open.some((unitId) => chosen.has(unitId))}
                onChange={(event) => onChoose(open, event.target.checked)}
              />
            </th>
            <th scope="col" className="unit-house">
              门牌
            </th>
            <th scope="col">{owners ? '业主' : '户'}</th>
            {owners && (
              <th scope="col" className="unit-area">
                平方米
              </th>
            )}
            <th scope="col" className="unit-paper">
              票
            </th>
            <th scope="col" className="unit-act">
              <span className="only-readers">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pieces.map((piece) => {
            if ('gap' in piece) {
              return (
                <tr key={`gap-${piece.before}`} aria-hidden className="unit-gap">
                  <td colSpan={owners ? 6 : 5} style={{ height: piece.gap * lineHeight }} />
                </tr>
              )
            }
            const unit = units[piece.line]
            if (unit === undefined) return null
            return (
              <UnitLine
                key={unit.unitId}
                unit={unit}
                line={piece.line + 2}
                owners={owners}
                chosen={chosen.has(unit.unitId)}
                onChoose={onChoose}
                onSpoil={onSpoil}
                onWithdraw={onWithdraw}
              />
            )
          })}
        </tbody>
      </table>
      {units.length === 0 && <p className="sub unit-none">没有这样的。点“全部”再看。</p>}
    </section>
  )
}
