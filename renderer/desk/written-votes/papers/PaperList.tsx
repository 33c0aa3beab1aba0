import { Button, Input } from 'antd'
import { useState } from 'react'
import type { UnitId } from '../../../../shared/meeting/written-votes/messages.ts'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { usePeopleFinder } from '../../../ui/use-people-finder.ts'
import { useDesk } from '../../desk-context.tsx'
import { type AskedUnit, type People, unitWords } from '../asked-units.ts'
import { findUnits } from '../find-units.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { AddUnit } from './AddUnit.tsx'
import { CorrectAreas } from './CorrectAreas.tsx'
import { GoneUnits } from './GoneUnits.tsx'
import { HandOut } from './HandOut.tsx'
import { UnitTable } from './UnitTable.tsx'
import { filtered, filtersOf, type UnitFilter } from './unit-filter.ts'

const reasons = {
  spoilPaper: ['票写坏了', '票丢了', '发错了'],
  withdrawReturn: ['选项录错了', '录到别家去了'],
} as const

type TakingBack = { readonly act: keyof typeof reasons; readonly unit: AskedUnit }

type Props = {
  readonly vote: WrittenVote
  readonly units: readonly AskedUnit[]
  readonly people: People
}

/** 名单: who has a paper, who has brought it back; handed out and taken back here. */
export function PaperList({ people, units, vote }: Props) {
  const { act, say } = useDesk()
  const [filter, setFilter] = useState<UnitFilter>('all')
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<UnitId>>(new Set())
  const [taking, setTaking] = useState<TakingBack | null>(null)
  const listed = findUnits(filtered(units, filter), query, usePeopleFinder())
  const choose = (unitIds: readonly UnitId[], is: boolean) =>
    setChosen((old) => {
      const next = new Set(old)
      for (const unitId of unitIds) is ? next.add(unitId) : next.delete(unitId)
      return next
    })
  const takeBack = async ({ act: type, unit }: TakingBack, reason: string) => {
    const answer = await act(type, { voteId: vote.voteId, unitId: unit.unitId, reason })
    if (!answer.ok) return
    setTaking(null)
    say(type === 'spoilPaper' ? '已作废，可以再发一张' : '已撤回，可以重新录')
  }
  return (
    <section className="unit-list sheet" aria-label="名单和发票">
      <HandOut vote={vote} units={units} chosen={chosen} onHandedOut={() => setChosen(new Set())} />
      <div className="row wrap unit-tools">
        <Input
          aria-label="在名单里找"
          allowClear
          className="unit-search"
          placeholder="门牌、姓名、拼音或票号"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {filtersOf(units).map(({ count, filter: one, name }) => (
          <Button key={one} size="small" aria-pressed={filter === one} onClick={() => setFilter(one)}>
            {name} {count}
          </Button>
        ))}
        <AddUnit vote={vote} people={people} />
      </div>
      <GoneUnits vote={vote} units={units} />
      {vote.kind === 'owners' && <CorrectAreas vote={vote} units={units} />}
      <UnitTable
        units={listed}
        owners={vote.kind === 'owners'}
        chosen={chosen}
        onChoose={choose}
        onSpoil={(unit) => setTaking({ act: 'spoilPaper', unit })}
        onWithdraw={(unit) => setTaking({ act: 'withdrawReturn', unit })}
      />
      {taking !== null && (
        <ReasonDialog
          key={taking.unit.unitId}
          title={`${taking.act === 'spoilPaper' ? '作废' : '撤回'}${unitWords(taking.unit)}的 ${taking.unit.paper?.number ?? ''} 号票`}
          words={
            taking.act === 'spoilPaper'
              ? '作废以后这个号不再用，可以另发一张。'
              : '撤回的是登记，纸票留着。撤回以后照纸票重新录一次。'
          }
          reasons={reasons[taking.act]}
          okText={taking.act === 'spoilPaper' ? '作废这张票' : '撤回这张'}
          cancelText="不动"
          onReason={(reason) => void takeBack(taking, reason)}
          onClose={() => setTaking(null)}
        />
      )}
    </section>
  )
}
