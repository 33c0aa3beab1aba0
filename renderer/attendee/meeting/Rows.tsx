import {
  IconChevronRight,
  IconDeviceDesktop,
  IconDoorEnter,
  IconEdit,
  IconListDetails,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useLargeType } from '../../ui/large-type.ts'
import type { View } from './use-view.ts'

type Props = {
  readonly meeting: HeldMeeting
  readonly seats: readonly SeatId[]
  readonly open: (view: View) => void
}

/** What else there is, a line each. */
export function Rows({ meeting, seats, open }: Props) {
  const { runningItem } = meeting
  const [large, setLarge] = useLargeType()
  return (
    <nav className="rows" aria-label="会场">
      {runningItem !== null && (
        <Row icon={IconEdit} onClick={() => open({ at: 'notes', itemId: runningItem })}>
          记两句，或看别人记的
        </Row>
      )}
      <Row icon={IconListDetails} onClick={() => open({ at: 'agenda' })}>
        议程和结果
      </Row>
      {meeting.phase === 'open' && (
        <Row icon={IconUsers} onClick={() => open({ at: 'seats' })}>
          谁在这台设备上{seats.length > 1 && `（${seats.length} 位）`}
        </Row>
      )}
      {meeting.phase !== 'open' && (
        <Row icon={IconDoorEnter} onClick={() => open({ at: 'code' })}>
          参加另一场会
        </Row>
      )}
      {seats.includes(meeting.chair) && <Desk href="/desk">打开主持台</Desk>}
      {seats.includes(meeting.scribe) && <Desk href="/scribe">打开话事员台</Desk>}
      <button type="button" className="row" role="switch" aria-checked={large} onClick={() => setLarge(!large)}>
        <span className="row-icon" aria-hidden="true">
          大
        </span>
        大字
        <span className={large ? 'switch on' : 'switch'} aria-hidden="true">
          {large ? '开' : '关'}
        </span>
      </button>
    </nav>
  )
}

function Row({
  icon: Icon,
  onClick,
  children,
}: {
  readonly icon: ComponentType<{ size: string; className: string; 'aria-hidden': 'true' }>
  readonly onClick: () => void
  readonly children: React.ReactNode
}) {
  return (
    <button type="button" className="row" onClick={onClick}>
      <Icon size="1.15em" className="row-icon" aria-hidden="true" />
      <span>{children}</span>
      <IconChevronRight size="1.15em" className="row-end" aria-hidden="true" />
    </button>
  )
}

function Desk({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a className="row" href={href}>
      <IconDeviceDesktop size="1.15em" className="row-icon" aria-hidden="true" />
      {children}
      <IconChevronRight size="1.15em" className="row-end" aria-hidden="true" />
    </a>
  )
}
