import { Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { type SeatId, speechId } from '../../../../shared/core/ids.ts'
import { onlooks } from '../../../../shared/council/standing.ts'
import { isPresent } from '../../../../shared/meeting/attendance/state.ts'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { Stance } from '../../../ui/Stance.tsx'
import { usePeopleFilter } from '../../../ui/use-people-finder.ts'
import { useDesk } from '../../desk-context.tsx'

const stances = ['for', 'against', 'addition', 'question'] as const
const NONE = 'none'

/** 主持人要发言: somebody else takes the chair meanwhile, and the chair joins the queue. */
export function StandIn({ onClose }: { readonly onClose: () => void }) {
  const { act, client, meeting, seatId: acting } = useDesk()
  const filter = usePeopleFilter()
  const { stanceRequired } = currentRules(meeting)
  const [standIn, setStandIn] = useState<SeatId | null>(null)
  const [stance, setStance] = useState<(typeof stances)[number] | typeof NONE | null>(stanceRequired ? null : NONE)
  const id = useId()
  const { attendance, chair } = meeting
  const people = attendance.seats
    .filter(({ kind, seatId }) => seatId !== chair && !onlooks(kind) && isPresent(attendance, seatId))
    .map(({ seatId }) => ({ value: seatId, label: nameOf(client, seatId) }))
  const name = async () => {
    if (standIn === null || stance === null) return
    const answer = await act('nameStandIn', {
      seatId: standIn,
      speechId: speechId.mint(randomBytes),
      stance: stance === NONE ? null : stance,
    })
    if (answer.ok) onClose()
  }
  return (
    <Modal
      title={`${nameOf(client, chair)}要发言，先请人代主持`}
      open
      okText="请他代主持，我排队"
      cancelText="不说了"
      okButtonProps={{ disabled: standIn === null || stance === null }}
      onOk={() => void name()}
      onCancel={onClose}
    >
      <div className="stand-in-fields">
        <div className="field">
          <label htmlFor={id}>谁代主持</label>
          <Select<SeatId>
            id={id}
            autoFocus
            showSearch={filter}
            placeholder="到会的委员，姓名或拼音"
            notFoundContent="没有找到。代主持的要是已签到的委员。"
            options={people}
            {...(standIn === null ? {} : { value: standIn })}
            onChange={setStandIn}
          />
        </div>
        <fieldset className="field">
          <legend>要说的是</legend>
          <Radio.Group value={stance} onChange={(event) => setStance(event.target.value)}>
            {stances.map((one) => (
              <Radio key={one} value={one}>
                <Stance stance={one} />
              </Radio>
            ))}
            {!stanceRequired && <Radio value={NONE}>不说立场</Radio>}
          </Radio.Group>
        </fieldset>
        <span className="note">
          主持人保持中立，发言时由别人主持；交接写入记录，说完随时可以交还。
          {acting !== null && '这台电脑上的主持台会转到代主持的人那里。'}
        </span>
      </div>
    </Modal>
  )
}
