import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { SeatId } from '../../../../shared/core/ids.ts'
import { votes } from '../../../../shared/council/standing.ts'
import { hasDelegated } from '../../../../shared/meeting/attendance/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { usePeopleFilter } from '../../../ui/use-people-finder.ts'
import { useDesk } from '../../desk-context.tsx'

type Props = { readonly seatId: SeatId; readonly onClose: () => void }

/** 登记委托: who votes on the word of somebody who is not here. */
export function DelegateDialog({ seatId, onClose }: Props) {
  const { act, client, meeting, say } = useDesk()
  const filter = usePeopleFilter()
  const [proxyId, setProxyId] = useState<SeatId | null>(null)
  const id = useId()
  const { attendance } = meeting
  const people = attendance.seats
    .filter((seat) => seat.seatId !== seatId && votes(seat) && !hasDelegated(attendance, seat.seatId))
    .map((seat) => ({ value: seat.seatId, label: nameOf(client, seat.seatId) }))
  const delegate = async () => {
    if (proxyId === null) return
    const answer = await act('delegateVote', { seatId, proxyId })
    if (!answer.ok) return
    say(`已登记${nameOf(client, seatId)}委托${nameOf(client, proxyId)}表决`)
    onClose()
  }
  return (
    <Modal
      title={`${nameOf(client, seatId)}委托别人表决`}
      open
      okText="登记委托"
      cancelText="不登记"
      okButtonProps={{ disabled: proxyId === null }}
      onOk={() => void delegate()}
      onCancel={onClose}
    >
      <div className="field">
        <label htmlFor={id}>委托给谁</label>
        <Select<SeatId>
          id={id}
          autoFocus
          showSearch={filter}
          placeholder="姓名或拼音"
          options={people}
          {...(proxyId === null ? {} : { value: proxyId })}
          onChange={setProxyId}
        />
        <span className="note">
          请先看过委托书。委托以后他的手机不能投；表决时按受托人说的，在“代录”里录。要算到会、有这一票，先给他代签到。
        </span>
      </div>
    </Modal>
  )
}
