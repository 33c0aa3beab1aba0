import { IconAlertTriangle } from '@tabler/icons-react'
import type { ItemId } from '../../../../shared/core/ids.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import { rulesOf } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { onFloor } from '../../../../shared/meeting/floor/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { useSecondsLeft } from '../../../connection/seconds-left.ts'
import { useDesk } from '../../desk-context.tsx'

type Props = {
  readonly itemId: ItemId
  /** The rules that would be from now on. */
  readonly rules: SpeakingRules
  /** The button by which they would be. */
  readonly by: string
}

/** Told before it happens: where 到时自动停 begins to count, whoever is over time already stops at once. */
export function StopsNow({ itemId, rules, by }: Props) {
  const { client, meeting } = useDesk()
  const speech = onFloor(meeting.floor)
  const left = useSecondsLeft(speech, 1)
  const begins = rules.hardEnd && !rulesOf(meeting, itemId).rules.hardEnd
  const runs = speech !== null && speech.itemId === itemId && speech.runningSince !== null
  if (!begins || !runs || left > 0) return null
  return (
    <p className="row stops-now" role="status">
      <IconAlertTriangle size={18} aria-hidden />
      <span>
        点“{by}”，正在发言的{nameOf(client, speech.seatId)}会马上停：他的时间已经到了。
      </span>
    </p>
  )
}
