import { IconMinus, IconUsersGroup } from '@tabler/icons-react'
import type { ItemId } from '../../../shared/core/ids.ts'
import { conclusionOf } from '../../../shared/meeting/conclusions/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { conclusionNames } from '../../ui/conclusion-words.ts'
import { assignmentOf } from './item-lines.ts'

/** How an item ended on which nothing was voted; nothing before that. */
export function Conclusion({ meeting, itemId }: { readonly meeting: HeldMeeting; readonly itemId: ItemId }) {
  const conclusion = conclusionOf(meeting.conclusions, itemId)
  if (conclusion === null) return null
  const { outcome, resolutionId, text } = conclusion
  const assignment = assignmentOf(meeting, resolutionId)
  const Icon = outcome === 'notReached' ? IconMinus : IconUsersGroup
  return (
    <section className="sheet past" aria-label="本项结论">
      <span className="tag line">
        <Icon size="1.15em" aria-hidden="true" />
        {conclusionNames[outcome]}
      </span>
      <p className="song">{text}</p>
      {assignment !== null && <p>{assignment}</p>}
    </section>
  )
}
