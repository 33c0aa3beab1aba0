import { Input, Modal } from 'antd'
import { useId, useState } from 'react'

const MAX_REASON = 200

type Props = {
  readonly name: string
  readonly onWithdraw: (reason: string) => void
  readonly onClose: () => void
}

/** 撤回重录: a slip of whoever entered a ballot, taken back with the reason that stays in the record. */
export function WithdrawBallot({ name, onWithdraw, onClose }: Props) {
  const [reason, setReason] = useState('录错了')
  const id = useId()
  return (
    <Modal
      title={`撤回代${name}录的票`}
      open
      okText="撤回这一票"
      cancelText="不撤回"
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => onWithdraw(reason.trim())}
      onCancel={onClose}
    >
      <div className="field">
        <label htmlFor={id}>撤回的原因</label>
        <Input
          id={id}
          autoFocus
          maxLength={MAX_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <span className="note">撤回后请重录，或让他自己投。撤回和原因留在记录里。</span>
      </div>
    </Modal>
  )
}
