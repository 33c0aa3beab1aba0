import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { seatOf } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { SeatAtDoor } from '../../../shared/protocol/host-frames.ts'
import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { PickName } from '../door/PickName.tsx'
import { Frame } from '../frame/Frame.tsx'
import { Refused } from '../frame/Refused.tsx'
import { Recusal } from './Recusal.tsx'
import '../door/door.css'

type Props = {
  readonly meeting: HeldMeeting
  readonly seats: readonly SeatId[]
  readonly current: SeatId
  readonly choose: (seatId: SeatId) => void
  readonly onBack: () => void
}

/** 谁在这台设备上: for whom one speaks now, and bringing in one more. */
export function SeatsPage({ meeting, seats, current, choose, onBack }: Props) {
  const client = useHall()
  const [adding, setAdding] = useState(false)
  const [asked, setAsked] = useState<{ readonly name: string; readonly before: number } | null>(null)
  if (adding) {
    const ask = (name: string) => {
      setAsked({ name, before: seats.length })
      setAdding(false)
    }
    const others = othersOf(meeting, client.names, seats)
    return (
      <PickName
        title={meeting.title}
        heading="再加哪一位？"
        seats={others}
        onAsk={ask}
        onBack={() => setAdding(false)}
      />
    )
  }
  const refused = asked !== null && client.refusal !== null ? client.refusal.sentence : null
  const waiting = asked !== null && refused === null && seats.length === asked.before
  return (
    <Frame title={meeting.title} practice={meeting.practice} onBack={onBack}>
      <h1>谁在这台设备上</h1>
      <p className="second">现在替谁发言，点他的名字。表决时各投各的票。</p>
      <div className="names" role="radiogroup" aria-label="现在替谁发言">
        {seats.map((seatId) => (
          <label key={seatId} className={seatId === current ? 'name on' : 'name'}>
            <input
              type="radio"
              name="current"
              className="unseen"
              checked={seatId === current}
              onChange={() => choose(seatId)}
            />
            <span className="tick">
              {seatId === current && <IconCheck size="1.1em" stroke={3} aria-hidden="true" />}
            </span>
            <span>
              <b>{nameOf(client, seatId)}</b>
              <span className="note">{kindWords(meeting, seatId)}</span>
            </span>
          </label>
        ))}
      </div>
      {waiting && (
        <p className="sheet" role="status">
          已经告诉主持人：{asked.name}也用这台设备。主持人点一下就加进来。
        </p>
      )}
      <Refused sentence={refused} />
      <Recusal
        key={`${meeting.runningItem} ${current}`}
        meeting={meeting}
        seatId={current}
        name={nameOf(client, current)}
      />
      <button type="button" className="key wide" onClick={() => setAdding(true)}>
        <IconPlus size="1.15em" aria-hidden="true" />
        再加一位
      </button>
      <p className="note foot-note">没有手机的家人、邻居可以和您合用一台。</p>
    </Frame>
  )
}

/** `列席，法律顾问`: as what somebody is here, and for whom. */
function kindWords({ attendance }: HeldMeeting, seatId: SeatId): string {
  const seat = seatOf(attendance, seatId)
  return [seatKindNames[seat?.kind ?? 'walkIn'], seat?.duty, seat?.party]
    .filter((word) => word !== undefined)
    .join('，')
}

/** Those who could be added. Whether another device has the seat is not shown to us: the host says so when asked. */
function othersOf(
  { attendance }: HeldMeeting,
  names: Readonly<Record<string, string>>,
  own: readonly SeatId[],
): readonly SeatAtDoor[] {
  return attendance.seats.flatMap(({ kind, seatId }) => {
    const name = names[seatId]
    return name === undefined || own.includes(seatId) ? [] : [{ seatId, kind, name, taken: false }]
  })
}
