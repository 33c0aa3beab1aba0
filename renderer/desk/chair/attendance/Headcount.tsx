import { InputNumber } from 'antd'
import { useState } from 'react'
import { useDesk } from '../../desk-context.tsx'

/** As the host takes it. */
const MOST = 100_000

/** 到场约 N 人, where nobody is signed in one by one: typed over whenever somebody has counted again. */
export function Headcount() {
  const { act, meeting } = useDesk()
  const { headcount } = meeting.attendance
  const [typed, setTyped] = useState<number | null>(null)
  if (meeting.phase !== 'open') {
    return headcount === null ? <span>没有记到场人数</span> : <span>到场约 {headcount} 人</span>
  }
  const record = async () => {
    if (typed === null) return
    if (typed !== headcount) await act('recordHeadcount', { count: typed })
    setTyped(null)
  }
  return (
    <span className="headcount">
      到场约
      <InputNumber
        aria-label="到场人数"
        size="small"
        min={0}
        max={MOST}
        precision={0}
        controls={false}
        placeholder="几"
        value={typed ?? headcount}
        onChange={(value) => setTyped(value)}
        onBlur={() => void record()}
        onPressEnter={() => void record()}
      />
      人
    </span>
  )
}
