import { IconLock, IconSpeakerphone } from '@tabler/icons-react'
import { Button } from 'antd'
import { resolutionId } from '../../../../shared/core/ids.ts'
import type { HeldVote } from '../../../../shared/meeting/voting/state.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { timeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { OutcomeTag } from './ended/OutcomeTag.tsx'
import { VoteResult } from './ended/VoteResult.tsx'
import { VoidVote } from './VoidVote.tsx'

/** A result that is settled and not announced yet: 公布结果 is the one thing to do. */
export function HeldResult({ vote }: { readonly vote: HeldVote }) {
  const { act } = useDesk()
  const { closedAt, motion, verdict, voteId } = vote
  return (
    <ScrollArea label="还没公布的结果" className="vote-running">
      <p className="row wrap">
        <span className="tag warn">
          <IconLock size={16} aria-hidden />
          还没公布
        </span>
        {verdict !== null && <OutcomeTag question={vote.terms.question} verdict={verdict} />}
        <span className="note grow">{timeText(closedAt)} 结束，结果只有主持人和话事员看得到</span>
      </p>
      {verdict === null ? <h3 className="song vote-words">{motion}</h3> : <VoteResult vote={vote} verdict={verdict} />}
      <div className="vote-end">
        <VoidVote voteId={voteId} label="宣布作废" />
        <span className="grow note">公布前不能开始下一次表决。公布后大屏、手机同时显示，这段话不能再改。</span>
        <Button
          type="primary"
          icon={<IconSpeakerphone size={18} aria-hidden />}
          onClick={() => void act('publishVote', { voteId, resolutionId: resolutionId.mint(randomBytes) })}
        >
          公布结果
        </Button>
      </div>
    </ScrollArea>
  )
}
