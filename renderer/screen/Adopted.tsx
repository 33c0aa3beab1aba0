import { IconSquareCheck } from '@tabler/icons-react'
import type { ItemId } from '../../shared/core/ids.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'

/** What has been decided on an item. */
export function Adopted({ meeting, itemId }: { readonly meeting: HeldMeeting; readonly itemId: ItemId }) {
  return meeting.voting.resolutions
    .filter((resolution) => resolution.itemId === itemId)
    .map(({ resolutionId, text }) => (
      <p key={resolutionId} className="adopted">
        <b>
          <IconSquareCheck size="1em" aria-hidden="true" />
          已通过
        </b>
        {text}
      </p>
    ))
}
