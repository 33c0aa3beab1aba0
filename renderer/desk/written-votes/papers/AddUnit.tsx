import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { askedIds, isAsked, unitsByNow } from '../../../../shared/meeting/written-votes/units.ts'
import { usePeopleFilter } from '../../../ui/use-people-finder.ts'
import { useDesk } from '../../desk-context.tsx'
import { type NamedUnit, namedUnit, type People, unitWords } from '../asked-units.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useMay } from '../use-may.ts'
import { useRosterNow } from '../use-roster-now.ts'

const reasons = ['发起时漏了', '发起以后才列进名册', '核对登记簿后补入']

/** 补入名单: somebody on the roster who was left out, or came onto it since; nothing where everybody is asked. */
export function AddUnit({ people, vote }: { readonly vote: WrittenVote; readonly people: People }) {
  const { act, meeting, say } = useDesk()
  const filter = usePeopleFilter()
  const may = useMay()
  const today = useRosterNow()
  const [adding, setAdding] = useState<NamedUnit | null>(null)
  const { seats } = meeting.attendance
  const others = useMemo(() => {
    const asked = askedIds(vote, seats)
    return unitsByNow(seats, today, vote.kind).filter((unit) => !isAsked(asked, unit))
  }, [vote, seats, today])
  const shown = others.length > 0 && may('addUnit')
  if (!shown && adding === null) return null
  const owners = vote.kind === 'owners'
  const add = async (unit: NamedUnit, reason: string) => {
    const answer = await act('addUnit', { voteId: vote.voteId, unitId: unit.unitId, reason })
    if (!answer.ok) return
    setAdding(null)
    say(`已补入名单：${unitWords(unit)}`)
  }
  const named = others.map((unit) => namedUnit(unit, people))
  return (
    <>
      <Select<string | null>
        className="unit-add"
        size="small"
        aria-label="补入名单"
        placeholder="补入名单"
        value={null}
        showSearch={filter}
        popupMatchSelectWidth={false}
        options={named.map((unit) => ({ value: unit.unitId, label: unitWords(unit) }))}
        onSelect={(unitId) => setAdding(named.find((unit) => unit.unitId === unitId) ?? null)}
      />
      {adding !== null && (
        <ReasonDialog
          key={adding.unitId}
          title={`补入名单：${unitWords(adding)}`}
          words={`${
            owners ? `一位业主，${adding.area ?? ''} 平方米，` : '一户，'
          }补入以后总数跟着变，已经发出、收回的票不动。谁、什么时候、为什么补入的，都留在记录里。`}
          reasons={reasons}
          okText="补入名单"
          cancelText="不补"
          onReason={(reason) => void add(adding, reason)}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  )
}
