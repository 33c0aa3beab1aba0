import { IconUsers } from '@tabler/icons-react'
import { Button, Checkbox, Drawer, Input } from 'antd'
import { useState } from 'react'
import { type RosterUnit, sumsOf } from '../../../../shared/meeting/written-votes/units.ts'
import { usePeopleFinder } from '../../../ui/use-people-finder.ts'
import { namedUnit } from '../asked-units.ts'
import { findUnits } from '../find-units.ts'
import { usePeople } from '../use-people.ts'
import { useRowsWindow } from '../use-rows-window.ts'
import type { WrittenKind } from './opening-draft.ts'

type Props = {
  readonly kind: WrittenKind
  readonly known: readonly RosterUnit[]
  /** Who is not asked. */
  readonly left: ReadonlySet<string>
  readonly onChange: (left: readonly string[]) => void
}

/** 征求谁: all of the roster, of whom some may be left out. */
export function WhoIsAsked({ kind, known, left, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const asked = known.filter(({ unitId }) => !left.has(unitId))
  const sums = sumsOf(asked)
  const words = kind === 'owners' ? `${sums.owners} 位业主，${sums.area} 平方米` : `${sums.owners} 户`
  const without = known.length - asked.length
  return (
    <div className="field">
      <span>{kind === 'owners' ? '由谁表决' : '征求谁'}</span>
      <div className="row wrap">
        <b>{words}</b>
        {without > 0 && (
          <span className="sub">
            （名册上另有 {without} {kind === 'owners' ? '位' : '户'}不在内）
          </span>
        )}
        <Button size="small" icon={<IconUsers size={16} />} onClick={() => setOpen(true)}>
          看名单、去掉几{kind === 'owners' ? '位' : '户'}
        </Button>
      </div>
      <Drawer title={`名单：${words}`} size={560} open={open} onClose={() => setOpen(false)} destroyOnHidden>
        <UnitChecks known={known} left={left} onChange={onChange} />
      </Drawer>
    </div>
  )
}

function UnitChecks({ known, left, onChange }: Omit<Props, 'kind'>) {
  const people = usePeople()
  const [query, setQuery] = useState('')
  const listed = findUnits(
    known.map((unit) => namedUnit(unit, people)),
    query,
    usePeopleFinder(),
  )
  const { lineHeight, onScroll, pieces, scroll } = useRowsWindow(listed.length)
  const set = (unitIds: readonly string[], asked: boolean) => {
    const others = [...left].filter((unitId) => !unitIds.includes(unitId))
    onChange(asked ? others : [...others, ...unitIds])
  }
  const ids = listed.map(({ unitId }) => unitId)
  return (
    <div className="unit-checks">
      <div className="row wrap">
        <Input
          aria-label="找一户或一个人"
          allowClear
          className="grow"
          placeholder="门牌、姓名或拼音"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Button onClick={() => set(ids, true)}>列出的都选上</Button>
        <Button onClick={() => set(ids, false)}>列出的都去掉</Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus where browsers do not give it by themselves */}
      <section className="unit-scroll" aria-label="名册上的" ref={scroll} onScroll={onScroll} tabIndex={0}>
        <ul>
          {pieces.map((piece) => {
            if ('gap' in piece) {
              return <li key={`gap-${piece.before}`} aria-hidden style={{ height: piece.gap * lineHeight }} />
            }
            const unit = listed[piece.line]
            if (unit === undefined) return null
            return (
              <li key={unit.unitId} className="unit-check">
                <Checkbox
                  checked={!left.has(unit.unitId)}
                  onChange={(event) => set([unit.unitId], event.target.checked)}
                >
                  {unit.house !== null && <b>{unit.house}　</b>}
                  {unit.name}
                  {unit.area !== null && <span className="note">　{unit.area} 平方米</span>}
                </Checkbox>
              </li>
            )
          })}
        </ul>
        {listed.length === 0 && <p className="sub">没有找到。请换一个字再找。</p>}
      </section>
    </div>
  )
}
