import { Button } from 'antd'
import { useState } from 'react'
import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'
import { forgetDraft } from '../../connection/use-draft.ts'
import { useDesk } from '../desk-context.tsx'
import { returnDraftOf } from './papers/return-draft.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useMay } from './use-may.ts'

/** 宣布作废: it stays in the record with its reason, and none of its papers count. */
export function VoidWrittenVote({ vote }: { readonly vote: WrittenVote }) {
  const { act, say } = useDesk()
  const [open, setOpen] = useState(false)
  const may = useMay()
  const declare = async (reason: string) => {
    const answer = await act('voidWrittenVote', { voteId: vote.voteId, reason })
    if (!answer.ok) return
    setOpen(false)
    forgetDraft(returnDraftOf(vote.voteId))
    say('已宣布作废')
  }
  if (!may('voidWrittenVote')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>作废</Button>
      {open && (
        <ReasonDialog
          title="作废后这一件的票都不算，要重新发起"
          words="作废的事项和原因都留在记录里，不会抹掉。"
          reasons={[]}
          okText="宣布作废"
          cancelText="不作废"
          onReason={(reason) => void declare(reason)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
