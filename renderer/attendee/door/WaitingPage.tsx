import { IconClock } from '@tabler/icons-react'
import type { AtDoor } from '../../../shared/client/phase.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { Frame } from '../frame/Frame.tsx'
import { Message } from '../frame/Message.tsx'

/** Asked for a seat, not let in yet. */
export function WaitingPage({ door, seatId }: { readonly door: AtDoor | null; readonly seatId: SeatId }) {
  const client = useHall()
  const name = door?.seats.find((seat) => seat.seatId === seatId)?.name
  return (
    <Frame
      title={door?.title ?? '议事厅'}
      dock={
        <button type="button" className="key wide" onClick={() => client.chooseAgain()}>
          {name === undefined ? '换一个名字' : `我不是${name}，换一个名字`}
        </button>
      }
    >
      <div role="status" className="centre">
        <Message
          icon={<IconClock size="1em" aria-hidden="true" />}
          title={`${name === undefined ? '' : `${name}，`}已经告诉主持人了`}
        >
          <p>主持人或话事员点一下，您就能进，这一页会自己打开。</p>
          <p>等了一分钟还没动静，请举手说一声，或到签到桌签名。</p>
        </Message>
      </div>
    </Frame>
  )
}
