import { IconSchool } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { useHall } from '../../connection/hall-context.tsx'
import { useNotices } from '../desk-context.tsx'
import { convenePractice } from '../first-run/practice.ts'
import { go } from '../place.ts'

/** 用示例试一遍: a practice meeting with invented people, which takes no number and enters no statistics. */
export function PracticeButton({ large = false }: { readonly large?: boolean }) {
  const client = useHall()
  const { refuse } = useNotices()
  const [busy, setBusy] = useState(false)
  const practise = async () => {
    setBusy(true)
    const convened = await convenePractice(client)
    setBusy(false)
    if (convened.ok) go({ at: 'meeting', meetingId: convened.meetingId })
    else refuse(convened.sentence)
  }
  return (
    <Button
      size={large ? 'large' : 'middle'}
      icon={<IconSchool size={18} />}
      loading={busy}
      title="24 位虚构人员，不占工单编号，不进统计"
      onClick={() => void practise()}
    >
      用示例试一遍
    </Button>
  )
}
