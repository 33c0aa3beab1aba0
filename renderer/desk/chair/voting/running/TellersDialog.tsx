import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { SeatId } from '../../../../../shared/core/ids.ts'
import type { OpenVote, Tellers } from '../../../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../../../connection/meeting-view.ts'
import { usePeopleFilter } from '../../../../ui/use-people-finder.ts'
import { useDesk } from '../../../desk-context.tsx'

const MAX_TELLERS = 10

const roles = [
  { role: 'supervisors', name: '监票人', duty: '看着发票、投票、计票，最后签字' },
  { role: 'counters', name: '计票人', duty: '数票、录票；双人复核要两位' },
  { role: 'callers', name: '唱票人', duty: '逐张念票' },
] as const satisfies readonly { readonly role: keyof Tellers; readonly name: string; readonly duty: string }[]

type Props = { readonly vote: OpenVote; readonly onClose: () => void }

/** Who watches, counts and reads out; 列席 may do it too. */
export function TellersDialog({ vote, onClose }: Props) {
  const { act, client, meeting, say } = useDesk()
  const filter = usePeopleFilter()
  const [tellers, setTellers] = useState<Tellers>(vote.tellers)
  const id = useId()
  const people = meeting.attendance.seats.map(({ seatId }) => ({ value: seatId, label: nameOf(client, seatId) }))
  const name = async () => {
    const { callers, counters, supervisors } = tellers
    const answer = await act('nameTellers', { voteId: vote.voteId, supervisors, counters, callers })
    if (!answer.ok) return
    say('已记下监票、计票人')
    onClose()
  }
  return (
    <Modal
      title="监票人、计票人、唱票人"
      open
      okText="定下"
      cancelText="先不定"
      onOk={() => void name()}
      onCancel={onClose}
    >
      <div className="teller-fields">
        {roles.map(({ duty, name: label, role }) => (
          <div key={role} className="field">
            <label htmlFor={`${id}-${role}`}>{label}</label>
            <Select<SeatId[]>
              id={`${id}-${role}`}
              mode="multiple"
              maxCount={MAX_TELLERS}
              showSearch={filter}
              placeholder="姓名或拼音"
              options={people}
              value={[...tellers[role]]}
              onChange={(seats) => setTellers({ ...tellers, [role]: seats })}
            />
            <span className="note">{duty}</span>
          </div>
        ))}
        <p className="note">由会议推选。候选人和当事人不担任监票、计票人。</p>
      </div>
    </Modal>
  )
}
