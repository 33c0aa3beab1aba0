import { IconDeviceLaptop, IconKey, IconRefresh, IconUser } from '@tabler/icons-react'
import type { CloseReason } from '../../../shared/protocol/close-codes.ts'
import { farewells } from '../../../shared/wording/farewells.ts'
import { launchSecret } from '../identity.ts'
import { StateScreen } from './StateScreen.tsx'

const reload = () => window.location.reload()

/** The connection has ended in a way that coming back by itself would not mend. */
export function EndedScreen({ reason }: { readonly reason: CloseReason }) {
  switch (reason) {
    case 'notProven':
      return launchSecret() === null ? (
        <StateScreen icon={<IconKey />} title="这台电脑还没有入场" act={{ label: '去入场', href: '/' }}>
          请先在入场页输入会议码、选好姓名，由主持人准入后再打开主持台。
        </StateScreen>
      ) : (
        <StateScreen
          icon={<IconKey />}
          title="这个页面是上一次启动时打开的"
          act={{ label: '再试一次', onClick: reload }}
        >
          议事厅每次启动都会换一把新钥匙，旧页面打不开，会议记录一条不少。请关掉本页，从新打开的议事厅窗口进入；如果是用命令启动的，请点命令窗口里最新的主持台网址。
        </StateScreen>
      )
    case 'replaced':
      return (
        <StateScreen
          icon={<IconDeviceLaptop />}
          title="您已在另一个页面打开了本会议"
          act={{ label: '改在这里继续', onClick: reload }}
        >
          一台设备同时只用一个页面，记录都在主机上，没有丢。要在这里继续，点下面的按钮。
        </StateScreen>
      )
    case 'removed':
      return (
        <StateScreen icon={<IconUser />} title="这个席位换了设备，或被移出会场" act={{ label: '重新入场', href: '/' }}>
          做过的都已记录在主机上，没有丢。如果不是您本人换的设备，请马上告诉主持人。
        </StateScreen>
      )
    case 'pageTooOld':
      return (
        <StateScreen
          icon={<IconRefresh />}
          title="会议电脑更新过，这一页要刷新"
          act={{ label: '刷新', onClick: reload }}
        >
          刷新只要两秒，写了没发出的内容都留着。
        </StateScreen>
      )
    default:
      return (
        <StateScreen icon={<IconRefresh />} title="连接已结束" act={{ label: '刷新再试', onClick: reload }}>
          {farewells[reason]}
        </StateScreen>
      )
  }
}
