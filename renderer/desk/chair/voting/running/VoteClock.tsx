import { IconClock, IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'
import { useHostNow } from '../../../../connection/hall-context.tsx'
import { useVoteSecondsLeft } from '../../../../connection/vote-seconds-left.ts'
import { clockText } from '../../../../ui/clock-text.ts'
import { useDesk } from '../../../desk-context.tsx'

const MORE_SECONDS = 60

/** How long it has been open, or how long devices may still vote, by the host's clock. */
export function VoteClock({ vote }: { readonly vote: OpenVote }) {
  const { act } = useDesk()
  const now = useHostNow()
  const left = useVoteSecondsLeft(vote)
  if (vote.stoppedAt !== null) {
    return (
      <span className="tag warn" role="status">
        已截止投票，正在计票
      </span>
    )
  }
  if (left === null) {
    return <span className="note">已开 {clockText(Math.max(0, Math.floor((now - vote.openedAt) / 1000)))}</span>
  }
  return (
    <span className="row">
      <span className={`tag ${left === 0 ? 'warn' : 'line'}`}>
        <IconClock size={16} aria-hidden />
        {left === 0 ? '时间到，手机不能再投' : `还有 ${clockText(left)}`}
      </span>
      <Button
        size="small"
        icon={<IconPlus size={16} aria-hidden />}
        onClick={() => void act('extendVote', { voteId: vote.voteId, seconds: MORE_SECONDS })}
      >
        {MORE_SECONDS} 秒
      </Button>
    </span>
  )
}
