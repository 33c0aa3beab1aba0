import { IconDeviceDesktop, IconHelp, IconLayoutDashboard, IconPencil, IconTextSize } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingId } from '../../../shared/core/ids.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { openScreen } from '../../platform.ts'
import { useLargeType } from '../../ui/large-type.ts'
import { linkTo } from '../place-link.ts'
import { HelpSheet, type Shortcut } from './HelpSheet.tsx'
import { useKeys } from './use-keys.ts'

type Props = {
  readonly title: string
  /** Said beside the title, in one line. */
  readonly detail?: string
  readonly practice?: boolean
  /** The meeting to which 大屏 and the other desk belong; without one they are not offered. */
  readonly meetingId?: MeetingId
  readonly desk: 'chair' | 'scribe'
  readonly shortcuts?: readonly Shortcut[]
}

/** The seal, whose meeting it is, and the ways to the other surfaces; under it the letterhead line. */
export function DeskHead({ title, detail = '', practice = false, meetingId, desk, shortcuts = [] }: Props) {
  const client = useHall()
  const [large, setLarge] = useLargeType()
  const [helping, setHelping] = useState(false)
  useKeys({ '?': () => setHelping(true) })
  const joinCode = client.meetings.find((notice) => notice.meetingId === meetingId)?.joinCode
  const { href, ...home } = linkTo({ at: 'start' })
  return (
    <>
      <header className="desk-head">
        <a className="desk-mark song" href={href} {...home} aria-label="回到起始页">
          议
        </a>
        <h1 className="song one">{title}</h1>
        {practice && <span className="tag warn">练习</span>}
        <span className="sub one grow" title={detail}>
          {detail}
        </span>
        <nav className="desk-ways" aria-label="其他页面">
          {joinCode !== undefined && (
            <Button
              type="text"
              icon={<IconDeviceDesktop size={18} />}
              onClick={() => openScreen(`/screen#${joinCode}`)}
            >
              打开大屏
            </Button>
          )}
          {meetingId !== undefined && desk === 'chair' && (
            <Button type="text" icon={<IconPencil size={18} />} {...linkTo({ at: 'meeting', meetingId }, '/scribe')}>
              话事员台
            </Button>
          )}
          {meetingId !== undefined && desk === 'scribe' && (
            <Button type="text" icon={<IconLayoutDashboard size={18} />} {...linkTo({ at: 'meeting', meetingId })}>
              主持台
            </Button>
          )}
          <Button
            type={large ? 'default' : 'text'}
            aria-pressed={large}
            icon={<IconTextSize size={18} />}
            onClick={() => setLarge(!large)}
          >
            {large ? '大字已开' : '大字'}
          </Button>
          <Button type="text" title="快捷键与帮助（?）" icon={<IconHelp size={18} />} onClick={() => setHelping(true)}>
            帮助
          </Button>
        </nav>
      </header>
      <div className="desk-line" />
      <HelpSheet open={helping} onClose={() => setHelping(false)} shortcuts={shortcuts} />
    </>
  )
}
