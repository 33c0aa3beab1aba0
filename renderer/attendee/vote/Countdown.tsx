import { IconClock } from '@tabler/icons-react'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { useVoteSecondsLeft } from '../../connection/vote-seconds-left.ts'
import { clockText } from '../../ui/clock-text.ts'

/** Seconds before the end from which it is said aloud. */
const NEARLY = 10

/** 限时: how long devices may still vote, by the host's clock. */
export function Countdown({ vote }: { readonly vote: OpenVote }) {
  const left = useVoteSecondsLeft(vote)
  if (left === null) return null
  return (
    <span className={left <= NEARLY ? 'tag amber' : 'tag line'}>
      <IconClock size="1.15em" aria-hidden="true" />
      <span>还剩</span>
      <b role="timer" aria-label="还剩">
        {clockText(left)}
      </b>
      <span role="status" className="unseen">
        {left > 0 && left <= NEARLY && `还剩 ${NEARLY} 秒以内`}
      </span>
    </span>
  )
}
