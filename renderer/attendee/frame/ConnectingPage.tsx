import { IconDeviceDesktop } from '@tabler/icons-react'
import { useHall } from '../../connection/hall-context.tsx'
import { Frame } from './Frame.tsx'
import { Message } from './Message.tsx'

/** Before the first word with the host. */
export function ConnectingPage() {
  const { phase } = useHall()
  return (
    <Frame title="议事厅">
      <Message icon={<IconDeviceDesktop size="1em" aria-hidden="true" />} title="正在连接主持电脑">
        {phase.at === 'offline' ? (
          <p>还没连上。请看一下手机是不是连着会场的 Wi‑Fi，再看主持电脑是不是开着。连上后自动进入，不用刷新。</p>
        ) : (
          <p>马上就好。</p>
        )}
      </Message>
    </Frame>
  )
}
