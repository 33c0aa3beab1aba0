import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useDesk } from '../../desk-context.tsx'
import type { RosterEntry } from './roster-shown.ts'

const MAX_REASON = 200
const USUAL_REASON = '有事'

type Props = { readonly entry: RosterEntry | null; readonly onClose: () => void }

/** 请假 with its reason, which only those who run the meeting see. */
export function LeaveDialog({ entry, onClose }: Props) {
  const { act } = useDesk()
  const [reason, setReason] = useState('')
  const id = useId()
  const record = async () => {
    if (entry === null) return
    const answer = await act('recordLeave', { seatId: entry.seatId, reason: reason.trim() || USUAL_REASON })
    if (!answer.ok) return
    setReason('')
    onClose()
  }
  return (
    <Modal
      title={entry === null ? '' : `${entry.name}请假`}
      open={entry !== null}
      okText="记为请假"
      cancelText="不记"
      onOk={() => void record()}
      onCancel={onClose}
    >
      <div className="field">
        <label htmlFor={id}>原因</label>
        <Input
          id={id}
          autoFocus
          maxLength={MAX_REASON}
          placeholder={USUAL_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) void record()
          }}
        />
        <span className="note">原因只有主持人和话事员看得到。人来了照常签到，请假自动取消。</span>
      </div>
    </Modal>
  )
}
