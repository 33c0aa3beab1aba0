import { IconMinus, IconPlus } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useDesk } from '../desk-context.tsx'

const MAX_HEADCOUNT = 100_000
const WHOLE = /^\d{1,6}$/

/** 到场约几人: typed or stepped; where nobody signs in it is all that is known. */
export function Headcount() {
  const { act, meeting } = useDesk()
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const { headcount } = meeting.attendance
  if (meeting.phase !== 'open') {
    return <span className="sub">{headcount === null ? '到场人数没有记' : `到场约 ${headcount} 人`}</span>
  }
  const record = async (count: number) => {
    if (count !== headcount && count >= 0 && count <= MAX_HEADCOUNT) await act('recordHeadcount', { count })
    setTyped(null)
  }
  const commit = () => {
    if (typed === null) return
    if (WHOLE.test(typed.trim())) void record(Number(typed))
    else setTyped(null)
  }
  const step = (by: number) => void record(Math.max(0, (headcount ?? 0) + by))
  return (
    <div className="bench-count">
      <label htmlFor={id}>到场约</label>
      <Button aria-label="少一人" icon={<IconMinus size={18} />} disabled={!headcount} onClick={() => step(-1)} />
      <Input
        id={id}
        inputMode="numeric"
        maxLength={6}
        value={typed ?? headcount ?? ''}
        placeholder="几"
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
        onBlur={commit}
        onPressEnter={commit}
      />
      <Button aria-label="多一人" icon={<IconPlus size={18} />} onClick={() => step(1)} />
      <span>人</span>
    </div>
  )
}
