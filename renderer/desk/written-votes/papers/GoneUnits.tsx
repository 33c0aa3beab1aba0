import { IconAlertTriangle } from '@tabler/icons-react'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { unitsGone } from '../../../../shared/meeting/written-votes/units.ts'
import { useDesk } from '../../desk-context.tsx'
import type { AskedUnit } from '../asked-units.ts'
import { useRosterNow } from '../use-roster-now.ts'
import { goneWords } from './gone-words.ts'

/** Who is on the list and has left the council's roster since: the desk decides what that means for the vote. */
export function GoneUnits({ units, vote }: { readonly vote: WrittenVote; readonly units: readonly AskedUnit[] }) {
  const { meeting } = useDesk()
  const gone = new Set<string>(unitsGone(vote, meeting.attendance.seats, useRosterNow()))
  const words = goneWords(
    vote.kind,
    units.filter(({ unitId }) => gone.has(unitId)),
  )
  if (words === null) return null
  return (
    <div className="row area-changes">
      <IconAlertTriangle size={16} aria-hidden />
      <span className="grow">{words}</span>
    </div>
  )
}
