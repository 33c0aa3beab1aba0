import { IconCheck, IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { SeatAtDoor } from '../../../shared/protocol/host-frames.ts'
import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { firstShown } from '../../ui/first-shown.ts'
import { usePeopleFinder } from '../../ui/use-people-finder.ts'
import { Frame } from '../frame/Frame.tsx'
import { useOffline } from '../frame/use-offline.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { TakeOver } from './TakeOver.tsx'
import { WalkInForm } from './WalkInForm.tsx'
import './door.css'

type Props = {
  readonly title: string
  readonly heading: string
  readonly seats: readonly SeatAtDoor[]
  readonly onBack?: () => void
  /** Told whose seat has been asked for. */
  readonly onAsk?: (name: string) => void
}

/** The roster to pick a name from; who is not on it registers on the spot. */
export function PickName({ title, heading, seats, onAsk, onBack }: Props) {
  const client = useHall()
  const [typed, setTyped] = useState('')
  // Most people tap their name: only who types loads the dictionary.
  const [typing, setTyping] = useState(false)
  const finder = usePeopleFinder(typing)
  const [picked, setPicked] = useState<SeatId | null>(null)
  const [walkIn, setWalkIn] = useState(false)
  const offline = useOffline() !== 'no'
  const found = finder.find(seats, typed)
  const { shown, more } = firstShown(found)
  const seat = found.find(({ seatId }) => seatId === picked) ?? null
  // Somebody may have taken the seat since the list was sent.
  const taken = seat !== null && (seat.taken || client.refusal?.rejection.code === 'seatTaken')
  const claim = (one: SeatAtDoor, takeover: boolean) => {
    client.claim(one.seatId, takeover)
    onAsk?.(one.name)
  }
  if (walkIn) return <WalkInForm title={title} suggested={typed} onAsk={onAsk} onBack={() => setWalkIn(false)} />
  return (
    <Frame
      title={title}
      onBack={onBack}
      dock={<Dock seat={seat} taken={taken} offline={offline} claim={claim} register={() => setWalkIn(true)} />}
    >
      <h1>{heading}</h1>
      <p className="second">点名字就能进。</p>
      <div className="find">
        <IconSearch size="1.2em" aria-hidden="true" />
        <input
          aria-label="找名字"
          placeholder="输入姓名，或拼音"
          autoComplete="off"
          value={typed}
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <RefusalNote />
      {found.length === 0 && <p className="second none">名单里没有“{typed.trim()}”。请改一改，或在下面登记。</p>}
      <div className="names" role="radiogroup" aria-label="名单">
        {shown.map((one) => (
          <label key={one.seatId} className={one.seatId === picked ? 'name on' : 'name'}>
            <input
              type="radio"
              name="seat"
              checked={one.seatId === picked}
              onChange={() => setPicked(one.seatId)}
              className="unseen"
            />
            <span className="tick">
              {one.seatId === picked && <IconCheck size="1.1em" stroke={3} aria-hidden="true" />}
            </span>
            <span>
              <b>{one.name}</b>
              <span className="note">
                {seatKindNames[one.kind]}
                {one.taken && '，已在另一台设备上'}
              </span>
            </span>
          </label>
        ))}
      </div>
      {more !== null && <p className="second">{more}</p>}
      {seat !== null && (
        <button type="button" className="key wide" onClick={() => setWalkIn(true)}>
          <IconPlus size="1.15em" aria-hidden="true" />
          名单里没有我，现场登记
        </button>
      )}
      <p className="note foot-note">不用注册，也不用装软件。您的名字只存在会场这台主持电脑里。</p>
    </Frame>
  )
}

function Dock({
  seat,
  taken,
  offline,
  claim,
  register,
}: {
  readonly seat: SeatAtDoor | null
  readonly taken: boolean
  readonly offline: boolean
  readonly claim: (seat: SeatAtDoor, takeover: boolean) => void
  readonly register: () => void
}) {
  if (seat === null) {
    return (
      <button type="button" className="key wide" onClick={register}>
        <IconPlus size="1.15em" aria-hidden="true" />
        名单里没有我，现场登记
      </button>
    )
  }
  if (taken) {
    return <TakeOver key={seat.seatId} name={seat.name} offline={offline} onSure={() => claim(seat, true)} />
  }
  return (
    <button type="button" className="key go wide" disabled={offline} onClick={() => claim(seat, false)}>
      我是{seat.name}，进会场
    </button>
  )
}
