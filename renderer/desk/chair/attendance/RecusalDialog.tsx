import { App, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { ItemId, SeatId } from '../../../../shared/core/ids.ts'
import { votes } from '../../../../shared/council/standing.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { usePeopleFilter } from '../../../ui/use-people-finder.ts'
import { useDesk } from '../../desk-context.tsx'
import { itemToShow } from '../agenda/item-state.ts'

const MAX_REASON = 200
const USUAL_REASON = '与本题有利害关系'

type Props = {
  /** Who stands aside; null: to be chosen. */
  readonly seatId: SeatId | null
  /** On which item; null: to be chosen. */
  readonly itemId: ItemId | null
  readonly onClose: () => void
}

/** 登记回避: who, on which item, why; the reason is seen by those who run the meeting and by the person alone. */
export function RecusalDialog({ seatId, itemId, onClose }: Props) {
  const { act, client, meeting, say } = useDesk()
  const { message } = App.useApp()
  const filter = usePeopleFilter()
  const [who, setWho] = useState<SeatId | null>(seatId)
  const [on, setOn] = useState<ItemId | null>(itemId ?? itemToShow(meeting))
  const [reason, setReason] = useState('')
  const id = useId()
  const aside = meeting.agenda.find((item) => item.itemId === on)?.recusals.map((one) => one.seatId) ?? []
  const people = meeting.attendance.seats
    .filter((seat) => votes(seat) && !aside.includes(seat.seatId))
    .map((seat) => ({ value: seat.seatId, label: nameOf(client, seat.seatId) }))
  const record = async () => {
    if (who === null || on === null) return void message.warning(who === null ? '请先选谁回避' : '请先选哪一项')
    const data = { seatId: who, itemId: on, reason: reason.trim() || USUAL_REASON }
    const answer = await act('recordRecusal', data)
    if (!answer.ok) return
    say(`已登记${nameOf(client, who)}回避`)
    onClose()
  }
  return (
    <Modal
      title={who !== null && who === seatId ? `${nameOf(client, who)}回避` : '登记回避'}
      open
      okText="登记回避"
      cancelText="不登记"
      onOk={() => void record()}
      onCancel={onClose}
    >
      <div className="recusal-fields">
        {seatId === null && (
          <div className="field">
            <label htmlFor={`${id}-who`}>谁回避</label>
            <Select<SeatId>
              id={`${id}-who`}
              showSearch={filter}
              placeholder="姓名或拼音"
              options={people}
              {...(who === null ? {} : { value: who })}
              onChange={setWho}
            />
          </div>
        )}
        {itemId === null && (
          <div className="field">
            <label htmlFor={`${id}-item`}>哪一项</label>
            <Select<ItemId>
              id={`${id}-item`}
              options={meeting.agenda.map((item) => ({ value: item.itemId, label: item.title }))}
              {...(on === null ? {} : { value: on })}
              onChange={setOn}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}-why`}>原因</label>
          <Input
            id={`${id}-why`}
            autoFocus={seatId !== null}
            maxLength={MAX_REASON}
            placeholder={USUAL_REASON}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void record()
            }}
          />
          <span className="note">
            这一项不参加表决，应到、实到都不计入，还可以在会场。原因只有主持人、话事员和本人看得到。
          </span>
        </div>
      </div>
    </Modal>
  )
}
