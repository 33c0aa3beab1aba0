import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { type SeatId, speechId } from '../../../../shared/core/ids.ts'
import { onlooks } from '../../../../shared/council/standing.ts'
import { personHindrance } from '../../../../shared/meeting/floor/decide-requests.ts'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { onFloor } from '../../../../shared/meeting/floor/state.ts'
import { seatKindNames } from '../../../../shared/wording/seat-kinds.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { usePeopleFilter } from '../../../ui/use-people-finder.ts'
import { useDesk } from '../../desk-context.tsx'

/** 部门答题: whoever answers for a department is called at once, whether they asked for the floor or not. */
export function CallDepartment({ onClose }: { readonly onClose: () => void }) {
  const { act, client, meeting } = useDesk()
  const filter = usePeopleFilter()
  const [seatId, setSeatId] = useState<SeatId | null>(null)
  const id = useId()
  const rules = currentRules(meeting)
  const people = meeting.attendance.seats
    .filter((seat) => personHindrance(meeting, rules, seat.seatId) === null)
    .sort((a, b) => Number(onlooks(b.kind)) - Number(onlooks(a.kind)))
    .map(({ duty, kind, party, seatId: value }) => {
      const remark = [seatKindNames[kind], duty, party].filter((part) => part !== undefined).join('，')
      return { value, label: nameOf(client, value), remark }
    })
  const speech = onFloor(meeting.floor)
  const call = async () => {
    if (seatId === null) return
    const answer = await act('callDepartment', { seatId, speechId: speechId.mint(randomBytes) })
    if (answer.ok) onClose()
  }
  return (
    <Modal
      title="请部门答题"
      open
      okText="请他答"
      cancelText="不请了"
      okButtonProps={{ disabled: seatId === null }}
      onOk={() => void call()}
      onCancel={onClose}
    >
      <div className="field">
        <label htmlFor={id}>谁来答</label>
        <Select<SeatId>
          id={id}
          autoFocus
          showSearch={filter}
          placeholder="姓名或拼音，列席的排在前面"
          notFoundContent={rules.presentOnly ? '没有找到。要先签到；不在名册上的先现场登记。' : '没有找到这个人。'}
          options={people}
          optionRender={({ data, label }) => (
            <span className="row">
              <span className="grow one">{label}</span>
              <span className="note">{data['remark']}</span>
            </span>
          )}
          {...(seatId === null ? {} : { value: seatId })}
          onChange={setSeatId}
        />
        <span className="note">
          不用排队，记录里写明是部门答题。
          {speech !== null && `${nameOf(client, speech.seatId)}的发言到此为止；要他接着说，请先等他说完。`}
        </span>
      </div>
    </Modal>
  )
}
