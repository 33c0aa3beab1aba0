import { IconDeviceLaptop } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { MeetingId } from '../../shared/core/ids.ts'
import type { Viewer } from '../../shared/roles/roles.ts'
import { useHall } from '../connection/hall-context.tsx'
import { meetingOf } from '../connection/meeting-view.ts'
import { actingSeat } from './acting-seat.ts'
import { DeskProvider } from './desk-context.tsx'
import { Connecting } from './frame/Connecting.tsx'
import { StateScreen } from './frame/StateScreen.tsx'
import { linkTo } from './place-link.ts'

type Props = {
  readonly meetingId: MeetingId | null
  readonly viewer: Viewer
  readonly desk: 'chair' | 'scribe'
  readonly children: ReactNode
}

/** Lets those who run the meeting through to their desk; tells others where their own page is. */
export function MeetingGate({ meetingId, viewer, desk, children }: Props) {
  const meeting = meetingOf(useHall(), meetingId)
  if (meeting === null) return <Connecting />
  const seatId = actingSeat(viewer, meeting)
  if (seatId === undefined) {
    return (
      <StateScreen
        icon={<IconDeviceLaptop />}
        title={desk === 'scribe' ? '话事员台由主持人和话事员使用' : '主持台由主持人使用'}
        act={{ label: '回到我的参会页', href: '/' }}
      >
        您在这次会议里是委员或列席，发言、投票、看笔记都在参会页，没有少什么。要接手主持或记录，请主持人在“签到”里交接给您。
      </StateScreen>
    )
  }
  if (desk === 'chair' && viewer.role === 'scribe') {
    return (
      <StateScreen
        icon={<IconDeviceLaptop />}
        title="您是本次会议的话事员"
        act={{ label: '打开话事员台', ...linkTo({ at: 'meeting', meetingId: meeting.meetingId }, '/scribe') }}
      >
        主持台由主持人使用。排队、计时、要点和工单都在话事员台。
      </StateScreen>
    )
  }
  return (
    <DeskProvider key={meeting.meetingId} meeting={meeting} seatId={seatId}>
      {children}
    </DeskProvider>
  )
}
