import { IconWifiOff } from '@tabler/icons-react'
import { farewells } from '../../../shared/wording/farewells.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { useOffline } from './use-offline.ts'

/** Above everything while the line is down; it pushes the page down and covers nothing. */
export function OfflineBanner() {
  const { phase, unanswered } = useHall()
  const offline = useOffline()
  if (phase.at !== 'offline') return null
  return (
    <div className="banner amber" role="alert">
      <IconWifiOff size="1.25em" aria-hidden="true" />
      <div>
        <b>和主持电脑断开了，正在重连</b>
        <p>
          没发出去的都留着，连上后自动送到。{unanswered > 0 && `有 ${unanswered} 条待送。`}
          {phase.reason !== null && farewells[phase.reason]}
        </p>
        {offline === 'long' && (
          <p>
            这么久没连上，请看一下手机是不是还连着会场的
            Wi‑Fi，再看主持电脑是不是开着。这一页不用关，也可以先请签到桌代办。
          </p>
        )}
      </div>
    </div>
  )
}
