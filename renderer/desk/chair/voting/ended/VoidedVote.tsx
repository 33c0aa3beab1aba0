import { IconAlertTriangle, IconRotate } from '@tabler/icons-react'
import { Button } from 'antd'
import { voteId } from '../../../../../shared/core/ids.ts'
import { draftOf, type PastVote } from '../../../../../shared/meeting/voting/state.ts'
import { unannouncedText } from '../../../../../shared/wording/vote-words.ts'
import { randomBytes } from '../../../../connection/browser-runtime.ts'
import { timeText } from '../../../../ui/clock-text.ts'
import { useDesk } from '../../../desk-context.tsx'
import { VotePapers } from '../../../papers/VotePapers.tsx'
import { CopyResult } from './CopyResult.tsx'

type Voided = Extract<PastVote, { phase: 'void' }>

/** A vote that was declared void: kept with its reason, and the way to hold it again. */
export function VoidedVote({ vote }: { readonly vote: Voided }) {
  const { act, meeting, say } = useDesk()
  const { amendment, itemId, motion, published, reason, terms, verdict, voidedAt } = vote
  // The form beside it holds a proposal again; an amendment goes with its proposal, and before it.
  const changes = amendment !== null && draftOf(meeting.voting, amendment.voteId) !== null
  const { drafts, open, past } = meeting.voting
  const drafted = [...drafts, ...past, ...(open === null ? [] : [open])].some((one) => one.repeats === vote.voteId)
  const again = async () => {
    if (amendment === null) return
    const answer = await act('draftVote', {
      ...{ voteId: voteId.mint(randomBytes), itemId, motion, terms, amendment },
      repeats: vote.voteId,
    })
    if (answer.ok) say('修正案已重新拟好')
  }
  return (
    <article className="past-vote" aria-label={`作废的表决：${motion}`}>
      <p className="row wrap">
        <span className="tag late">
          <IconAlertTriangle size={16} aria-hidden />
          已作废
        </span>
        <span className="note grow">{timeText(voidedAt)} 宣布作废</span>
        <CopyResult vote={vote} />
      </p>
      <h3 className="song void">{motion}</h3>
      <p className="sub">
        原因：{reason}
        {verdict !== null &&
          `　${published ? `原先公布的结果：${verdict.sentence}` : unannouncedText(verdict.sentence)}`}
      </p>
      <div className="row wrap">
        {changes && !drafted && meeting.phase === 'open' && (
          <Button icon={<IconRotate size={18} aria-hidden />} onClick={() => void again()}>
            重新表决这条修正案
          </Button>
        )}
        <VotePapers voteId={vote.voteId} />
      </div>
    </article>
  )
}
