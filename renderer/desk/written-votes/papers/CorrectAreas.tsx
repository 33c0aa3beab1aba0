import { IconAlertTriangle } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { millionths } from '../../../../shared/core/decimal.ts'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { type AskedUnit, unitWords } from '../asked-units.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useMay } from '../use-may.ts'
import { useRosterNow } from '../use-roster-now.ts'

const reasons = ['面积登记有误，已核对', '面积有变化，已核对']
type Props = { readonly vote: WrittenVote; readonly units: readonly AskedUnit[] }
type Differing = { readonly unit: AskedUnit; readonly was: string; readonly area: string }

/** Where the roster has come to say another area than the list: it is taken over with the reason, or left. */
export function CorrectAreas({ units, vote }: Props) {
  const { act, say } = useDesk()
  const may = useMay()
  const { seats } = useRosterNow()
  const [correcting, setCorrecting] = useState<Differing | null>(null)
  const areas = new Map<string, string>(
    seats.flatMap(({ owner, seatId }) => (owner === undefined ? [] : [[seatId, owner.area]])),
  )
  const differing = units.flatMap((unit): readonly Differing[] => {
    const area = areas.get(unit.unitId)
    if (unit.area === null || area === undefined || millionths(area) === millionths(unit.area)) return []
    return [{ unit, was: unit.area, area }]
  })
  // One after the other: the list keeps its room.
  const [first] = differing
  if (!may('correctUnit')) return null
  const correct = async ({ area, unit }: Differing, reason: string) => {
    const answer = await act('correctUnit', { voteId: vote.voteId, unitId: unit.unitId, reason })
    if (!answer.ok) return
    setCorrecting(null)
    say(`已更正：${unitWords(unit)}，${area} 平方米`)
  }
  return (
    <>
      {first !== undefined && (
        <div className="row area-changes">
          <IconAlertTriangle size={16} aria-hidden />
          <span className="grow">
            {unitWords(first.unit)}：名单上 {first.was}，名册上现在是 {first.area} 平方米
            {differing.length > 1 && `（还有 ${differing.length - 1} 位也不一样）`}
          </span>
          <Button size="small" aria-label={`更正面积：${unitWords(first.unit)}`} onClick={() => setCorrecting(first)}>
            更正
          </Button>
        </div>
      )}
      {correcting !== null && (
        <ReasonDialog
          key={correcting.unit.unitId}
          title={`更正面积：${unitWords(correcting.unit)}`}
          words={`由 ${correcting.was} 平方米改为 ${correcting.area} 平方米，总面积跟着变。原来的面积和原因都留在记录里。`}
          reasons={reasons}
          okText="更正面积"
          cancelText="不改"
          onReason={(reason) => void correct(correcting, reason)}
          onClose={() => setCorrecting(null)}
        />
      )}
    </>
  )
}
