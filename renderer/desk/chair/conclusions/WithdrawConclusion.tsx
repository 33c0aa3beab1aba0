import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { ItemId } from '../../../../shared/core/ids.ts'
import { useDesk } from '../../desk-context.tsx'

const MAX_REASON = 200

type Props = { readonly itemId: ItemId; readonly onWithdrawn: () => void }

/** 收回: a conclusion is never reworded; it is taken back with its reason, and drawn again. */
export function WithdrawConclusion({ itemId, onWithdrawn }: Props) {
  const { act, say } = useDesk()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const id = useId()
  const withdraw = async () => {
    if (reason.trim() === '') return
    const answer = await act('withdrawConclusion', { itemId, reason: reason.trim() })
    if (!answer.ok) return
    setOpen(false)
    onWithdrawn()
    say('已收回，可以重写')
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        收回重写
      </Button>
      <Modal
        title="收回这条结论"
        open={open}
        okText="收回"
        cancelText="不收回"
        okButtonProps={{ disabled: reason.trim() === '' }}
        onOk={() => void withdraw()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="field">
          <label htmlFor={id}>收回的原因</label>
          <Input
            id={id}
            autoFocus
            maxLength={MAX_REASON}
            value={reason}
            placeholder="例如：时间写错了"
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void withdraw()
            }}
          />
          <span className="note">收回的结论和原因都留在会议日志里，纪要只写新的。</span>
        </div>
      </Modal>
    </>
  )
}
