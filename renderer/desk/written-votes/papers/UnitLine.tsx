import { IconCheck, IconMailForward, IconMinus } from '@tabler/icons-react'
import { Button, Checkbox } from 'antd'
import type { UnitId } from '../../../../shared/meeting/written-votes/messages.ts'
import { type AskedUnit, standingOf, unitWords } from '../asked-units.ts'
import { dayWords } from '../day-words.ts'

type Props = {
  readonly unit: AskedUnit
  /** Its place in the table, for readers. */
  readonly line: number
  readonly owners: boolean
  readonly chosen: boolean
  readonly onChoose: (unitIds: readonly UnitId[], chosen: boolean) => void
  readonly onSpoil: (unit: AskedUnit) => void
  readonly onWithdraw: (unit: AskedUnit) => void
}

/** One household or owner and its paper. What came back on it stands nowhere before the close. */
export function UnitLine({ chosen, line, onChoose, onSpoil, onWithdraw, owners, unit }: Props) {
  const standing = standingOf(unit)
  const words = unitWords(unit)
  return (
    <tr aria-rowindex={line}>
      <td>
        {standing === 'none' && (
          <Checkbox
            aria-label={`选中${words}`}
            checked={chosen}
            onChange={(event) => onChoose([unit.unitId], event.target.checked)}
          />
        )}
      </td>
      <td title={unit.house ?? ''}>
        <span className="two-lines">{unit.house ?? '—'}</span>
      </td>
      <td title={unit.name}>
        <span className="two-lines">
          {unit.late && <span className="note">后补　</span>}
          <b>{unit.name}</b>
        </span>
      </td>
      {owners && <td className="unit-area">{unit.area}</td>}
      <td>
        <Standing unit={unit} />
      </td>
      <td className="unit-act">
        {standing === 'out' && (
          <Button size="small" type="text" aria-label={`换票：${words}`} onClick={() => onSpoil(unit)}>
            换票
          </Button>
        )}
        {standing === 'back' && (
          <Button size="small" type="text" aria-label={`撤回：${words}`} onClick={() => onWithdraw(unit)}>
            撤回
          </Button>
        )}
      </td>
    </tr>
  )
}

function Standing({ unit: { paper, returnedOn } }: { readonly unit: AskedUnit }) {
  if (paper === null) {
    return (
      <span className="unit-standing note">
        <IconMinus size={16} aria-hidden />
        未发
      </span>
    )
  }
  const back = returnedOn !== null
  return (
    <span className={back ? 'unit-standing green' : 'unit-standing'}>
      {back ? <IconCheck size={16} aria-hidden /> : <IconMailForward size={16} aria-hidden />}
      {back ? '已收' : '已发'}
      <b>{paper.number} 号</b>
      <span className="note">{dayWords(returnedOn ?? paper.on)}</span>
    </span>
  )
}
