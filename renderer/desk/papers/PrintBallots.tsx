import { InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { MAX_PAPER_NUMBER, MAX_PAPERS_AT_ONCE } from '../../../shared/protocol/limits.ts'
import type { BallotsToPrint } from './vote-papers.ts'

type Range = { readonly from: number; readonly count: number }
type Props = BallotsToPrint & {
  readonly onClose: () => void
  readonly onPrint: (range: Range) => Promise<void>
}

/** Asks how many papers to print and with which one to begin. */
export function PrintBallots({ count, from, fromLabel, hint, label, last, onClose, onPrint }: Props) {
  const [asked, setAsked] = useState<Range>({ from, count })
  const [saving, setSaving] = useState(false)
  const most = Math.min(MAX_PAPERS_AT_ONCE, last - asked.from + 1)
  const end = asked.from + Math.min(asked.count, most) - 1
  const print = async () => {
    setSaving(true)
    await onPrint({ from: asked.from, count: Math.min(asked.count, most) })
    onClose()
  }
  return (
    <Modal
      open
      title={label}
      okText="存成 Word"
      cancelText="取消"
      confirmLoading={saving}
      onOk={() => void print()}
      onCancel={onClose}
    >
      <div className="print-ballots">
        <label htmlFor="print-from">
          <span>{fromLabel}</span>
          <InputNumber
            id="print-from"
            min={1}
            max={Math.min(last, MAX_PAPER_NUMBER)}
            precision={0}
            value={asked.from}
            onChange={(typed) => typed !== null && setAsked({ ...asked, from: typed })}
          />
        </label>
        <label htmlFor="print-count">
          <span>印几张</span>
          <InputNumber
            id="print-count"
            min={1}
            max={most}
            precision={0}
            value={asked.count}
            onChange={(typed) => typed !== null && setAsked({ ...asked, count: typed })}
          />
        </label>
      </div>
      <p className="note">
        第 {asked.from} 到第 {end} 张，一次最多 {MAX_PAPERS_AT_ONCE} 张。{hint}
      </p>
    </Modal>
  )
}
