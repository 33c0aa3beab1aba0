import { IconEdit } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'
import { useDesk } from '../../../desk-context.tsx'
import { TellerLine } from '../TellerLine.tsx'
import { TellersDialog } from './TellersDialog.tsx'

/** 监票人, 计票人, 唱票人 of the vote that is open. */
export function TellerNames({ vote }: { readonly vote: OpenVote }) {
  const { meeting } = useDesk()
  const [naming, setNaming] = useState(false)
  const { callers, counters, supervisors } = vote.tellers
  const named = callers.length + counters.length + supervisors.length > 0
  return (
    <section className="vote-tellers row wrap" aria-label="监票人、计票人、唱票人">
      {named ? <TellerLine tellers={vote.tellers} /> : <span className="note">还没有推选监票人、计票人</span>}
      {meeting.attendance.seats.length > 0 && (
        <Button type="text" size="small" icon={<IconEdit size={16} aria-hidden />} onClick={() => setNaming(true)}>
          {named ? '改监票、计票人' : '定监票、计票人'}
        </Button>
      )}
      {naming && <TellersDialog vote={vote} onClose={() => setNaming(false)} />}
    </section>
  )
}
