import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'

const MAX_REASON = 200
const OTHER = '别的原因'

type Props = {
  readonly title: string
  /** What follows from it. */
  readonly words: string
  /** The usual reasons, the likeliest first; none: it is written each time. */
  readonly reasons: readonly string[]
  readonly okText: string
  readonly cancelText: string
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

/** Takes something back with the reason, which stays in the record. */
export function ReasonDialog({ cancelText, okText, onClose, onReason, reasons, title, words }: Props) {
  const [chosen, setChosen] = useState(reasons[0] ?? OTHER)
  const [other, setOther] = useState('')
  const reason = chosen === OTHER ? other.trim() : chosen
  return (
    <Modal
      title={title}
      open
      okText={okText}
      cancelText={cancelText}
      okButtonProps={{ disabled: reason === '' }}
      onOk={() => onReason(reason)}
      onCancel={onClose}
    >
      <p className="sub">{words}</p>
      {reasons.length > 0 && (
        <Radio.Group
          className="written-reasons"
          aria-label="原因"
          options={[...reasons, OTHER]}
          value={chosen}
          onChange={(event) => setChosen(String(event.target.value))}
        />
      )}
      {chosen === OTHER && (
        <Input
          aria-label="写明原因"
          autoFocus
          maxLength={MAX_REASON}
          placeholder="写明原因，会留在记录里"
          value={other}
          onChange={(event) => setOther(event.target.value)}
        />
      )}
    </Modal>
  )
}
