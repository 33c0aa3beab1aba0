import { Select } from 'antd'
import type { UnitId } from '../../../../shared/meeting/written-votes/messages.ts'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { rosterUnits } from '../../../../shared/meeting/written-votes/units.ts'
import { usePeopleFilter } from '../../../ui/use-people-finder.ts'
import { useDesk } from '../../desk-context.tsx'
import { namedUnit, type People, unitWords } from '../asked-units.ts'
import { useMay } from '../use-may.ts'

/** 补入名单: somebody on the roster who was left out; nothing where everybody is asked. */
export function AddUnit({ people, vote }: { readonly vote: WrittenVote; readonly people: People }) {
  const { act, meeting, say } = useDesk()
  const filter = usePeopleFilter()
  const may = useMay()
  const asked = new Set<string>(vote.units.map(({ unitId }) => unitId))
  const others = rosterUnits(meeting.attendance.seats, vote.kind).filter(({ unitId }) => !asked.has(unitId))
  if (others.length === 0 || !may('addUnit')) return null
  const add = async (unitId: UnitId, name: string) => {
    const answer = await act('addUnit', { voteId: vote.voteId, unitId })
    if (answer.ok) say(`已补入名单：${name}`)
  }
  return (
    <Select<UnitId | null, { readonly value: UnitId; readonly label: string }>
      className="unit-add"
      size="small"
      aria-label="补入名单"
      placeholder="补入名单"
      value={null}
      showSearch={filter}
      popupMatchSelectWidth={false}
      options={others.map((unit) => ({ value: unit.unitId, label: unitWords(namedUnit(unit, people)) }))}
      onSelect={(unitId, { label }) => {
        if (unitId !== null) void add(unitId, label)
      }}
    />
  )
}
