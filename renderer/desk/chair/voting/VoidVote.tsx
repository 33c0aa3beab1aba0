import { Button, Input, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { VoteId } from '../../../../shared/core/ids.ts'
import { useDesk } from '../../desk-context.tsx'

const MAX_REASON = 200

type Props = { readonly voteId: VoteId; readonly label: string; readonly icon?: ReactNode; readonly small?: boolean }

/** 宣布作废: a vote cannot be undone; it is void with its reason, kept, and held again. */
export function VoidVote({ voteId, label, icon, small = false }: Props) {
  const { act, say } = useDesk()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const id = useId()
  const declare = async () => {
    if (reason.trim() === '') return
    const answer = await act('voidVote', { voteId, reason: reason.trim() })
    if (!answer.ok) return
    setOpen(false)
    say('已宣布作废，可以重新表决')
  }
  return (
    <>
      <Button {...(small ? { size: 'small' } : {})} icon={icon} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        title="作废后这次的票都不算，要重新表决"
        open={open}
        okText="宣布作废"
        cancelText="不作废"
        okButtonProps={{ disabled: reason.trim() === '' }}
        onOk={() => void declare()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="field">
          <label htmlFor={id}>作废的原因</label>
          <Input
            id={id}
            autoFocus
            maxLength={MAX_REASON}
            value={reason}
            placeholder="例如：表决的话念错了"
            onChange={(event) => setReason(event.target.value)}
          />
          <span className="note">作废的表决和原因都留在记录里，不会抹掉。</span>
        </div>
      </Modal>
    </>
  )
}
