import { IconPlayerPause } from '@tabler/icons-react'
import type { Speaking } from '../../../../shared/meeting/floor/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { useSecondsLeft } from '../../../connection/seconds-left.ts'
import { clockText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'

/** The speech that a question interrupts: it stands still and goes on afterwards. */
export function Interrupted({ speech }: { readonly speech: Speaking }) {
  const { client } = useDesk()
  const left = useSecondsLeft(speech, speech.limitSeconds)
  const name = nameOf(client, speech.seatId)
  return (
    <p className="row speaker-interrupted">
      <IconPlayerPause size={16} aria-hidden />
      <span className="one" title={name}>
        {name}
      </span>
      <span className="interrupted-rest">的钟停着，还剩 {clockText(left)}</span>
    </p>
  )
}
