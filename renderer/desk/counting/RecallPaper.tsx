import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Voter } from '../../../shared/meeting/voting/state.ts'

const MAX_REASON = 200
const OTHER = '别的原因'
const reasons = ['写坏了', OTHER] as const

type Props = {
  readonly name: string
  readonly paper: Voter
  readonly onRecall: (reason: string) => void
  readonly onClose: () => void
}

/** 收回 a paper that is not in the box, with the reason that stays in the record. */
export function RecallPaper({ name, paper, onRecall, onClose }: Props) {
  const [chosen, setChosen] = useState<string>(reasons[0])
  const [other, setOther] = useState('')
  const reason = chosen === OTHER ? other.trim() : chosen
  return (
    <Modal
      title={`收回${name}的 ${paper.number} 号票`}
      open
      okText="收回这张票"
      cancelText="不收回"
      okButtonProps={{ disabled: reason === '' }}
      onOk={() => onRecall(reason)}
      onCancel={onClose}
    >
      <p className="sub">
        票要交回到您手里才能收回；已经投进票箱的不能收。收回后可以再发一张，或用别的方式投；这个号不再用。
      </p>
      <Radio.Group
        className="recall-reasons"
        aria-label="收回的原因"
        options={[...reasons]}
        value={chosen}
        onChange={(event) => setChosen(String(event.target.value))}
      />
      {chosen === OTHER && (
        <Input
          aria-label="写明原因"
          autoFocus
          maxLength={MAX_REASON}
          placeholder="例如：发错了人"
          value={other}
          onChange={(event) => setOther(event.target.value)}
        />
      )}
    </Modal>
  )
}
