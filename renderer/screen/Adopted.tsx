import { IconMinus, IconSquareCheck } from '@tabler/icons-react'
import type { ItemId } from '../../shared/core/ids.ts'
import { conclusionOf } from '../../shared/meeting/conclusions/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { conclusionNames } from '../ui/conclusion-words.ts'

/** What has been decided or agreed on an item, and that nothing could be agreed. */
export function Adopted({ meeting, itemId }: { readonly meeting: HeldMeeting; readonly itemId: ItemId }) {
  const conclusion = conclusionOf(meeting.conclusions, itemId)
  const passed = meeting.voting.resolutions.filter(
    (resolution) => resolution.itemId === itemId && resolution.voteId !== null,
  )
  return (
    <>
      {passed.map(({ resolutionId, text }) => (
        <p key={resolutionId} className="adopted">
          <b>
            <IconSquareCheck size="1em" aria-hidden="true" />
            已通过
          </b>
          {text}
        </p>
      ))}
      {conclusion !== null && (
        <p className="adopted agreed">
          <b>
            {conclusion.outcome === 'notReached' ? (
              <IconMinus size="1em" aria-hidden="true" />
            ) : (
              <IconSquareCheck size="1em" aria-hidden="true" />
            )}
            {conclusionNames[conclusion.outcome]}
          </b>
          {conclusion.text}
        </p>
      )}
    </>
  )
}
