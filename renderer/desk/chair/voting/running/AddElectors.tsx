import { IconUserPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../../../connection/meeting-view.ts'
import { useDesk } from '../../../desk-context.tsx'
import { lateComers } from './late-comers.ts'

/** 补进投票人: who came after the vote had opened votes only by the chair's act; 应到 stays as it was. */
export function AddElectors({ vote }: { readonly vote: OpenVote }) {
  const { act, client, meeting, say } = useDesk()
  const late = lateComers(meeting, vote)
  if (late.length === 0 || vote.stoppedAt !== null) return null
  return (
    <section className="vote-late" aria-label="开始后才到的人">
      <span className="note">开始后才到，还不能投：</span>
      {late.map((seatId) => {
        const name = nameOf(client, seatId)
        return (
          <Button
            key={seatId}
            size="small"
            icon={<IconUserPlus size={16} aria-hidden />}
            onClick={async () => {
              const answer = await act('addElector', { voteId: vote.voteId, seatId })
              if (answer.ok) say(`${name}可以投这次了`)
            }}
          >
            补进{name}
          </Button>
        )
      })}
    </section>
  )
}
