import { IconClock, IconDeviceLaptop, IconDoor } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import type { ItemId } from '../../shared/core/ids.ts'
import type { Viewer } from '../../shared/roles/roles.ts'
import { useHall } from '../connection/hall-context.tsx'
import { BenchStart } from './bench/BenchStart.tsx'
import { MeetingDesk } from './bench/MeetingDesk.tsx'
import { Console } from './chair/Console.tsx'
import { ConvenePage } from './convene/ConvenePage.tsx'
import { FormatsPage } from './formats/FormatsPage.tsx'
import type { Place } from './fragment.ts'
import { Connecting } from './frame/Connecting.tsx'
import { EndedScreen } from './frame/EndedScreen.tsx'
import { StateScreen } from './frame/StateScreen.tsx'
import { MeetingGate } from './MeetingGate.tsx'
import { usePlace } from './place.ts'
import { linkTo } from './place-link.ts'
import { CouncilPage } from './roster/CouncilPage.tsx'
import { RulePacksPage } from './rules/RulePacksPage.tsx'
import { TrialPage } from './rules/TrialPage.tsx'
import { meetingToGoOnWith } from './start/meetings-shown.ts'
import { StartPage } from './start/StartPage.tsx'
import { useLastPhase } from './use-last-phase.ts'

const ScribeDesk = lazy(() => import('./scribe/ScribeDesk.tsx').then((module) => ({ default: module.ScribeDesk })))
const StatisticsPage = lazy(() =>
  import('./statistics/StatisticsPage.tsx').then((module) => ({ default: module.StatisticsPage })),
)
const WrittenVotesPage = lazy(() =>
  import('./written-votes/WrittenVotesPage.tsx').then((module) => ({ default: module.WrittenVotesPage })),
)

/** Which of the desk's pages is shown: by how far the connection has come, who this is, and the address. */
export function DeskApp() {
  const client = useHall()
  const phase = useLastPhase(client.phase)
  const { path, place } = usePlace()
  switch (phase.at) {
    case 'ended':
      return <EndedScreen reason={phase.reason} />
    case 'connecting':
    case 'offline':
      return <Connecting />
    case 'waiting':
      return (
        <StateScreen icon={<IconClock />} title="已经告诉主持人了，请稍等">
          主持人点一下准入，这里就会自动打开。等了一分钟还没有动静，请举手说一声。
        </StateScreen>
      )
    case 'live':
      if (place.at === 'statistics') {
        const meetingId = phase.viewer.role === 'operator' ? place.meetingId : phase.meetingId
        return <Statistics viewer={phase.viewer} meetingId={meetingId} />
      }
      if (place.at === 'written') {
        const meetingId = phase.viewer.role === 'operator' ? place.meetingId : phase.meetingId
        return <Written viewer={phase.viewer} meetingId={meetingId} itemId={place.itemId ?? null} />
      }
      if (path === '/scribe') return <Scribing viewer={phase.viewer} place={place} meetingOfDevice={phase.meetingId} />
      if (phase.viewer.role === 'operator') return <Operating viewer={phase.viewer} place={place} />
      return (
        <MeetingGate meetingId={phase.meetingId} viewer={phase.viewer} desk="chair">
          <Console />
        </MeetingGate>
      )
    default:
      return (
        <StateScreen icon={<IconDoor />} title="请先入场" act={{ label: '去入场', href: '/' }}>
          在入场页输入会议码、选好姓名，由主持人准入后，再打开这一页。什么也不会丢。
        </StateScreen>
      )
  }
}

type GatedMeeting = Pick<Parameters<typeof MeetingGate>[0], 'viewer' | 'meetingId'>

/** For whoever runs the meeting, at either desk. */
function Statistics({ meetingId, viewer }: GatedMeeting) {
  return (
    <MeetingGate meetingId={meetingId} viewer={viewer} desk="scribe">
      <Suspense fallback={<Connecting />}>
        <StatisticsPage />
      </Suspense>
    </MeetingGate>
  )
}

type WrittenProps = GatedMeeting & { readonly itemId: ItemId | null }

function Written({ itemId, meetingId, viewer }: WrittenProps) {
  return (
    <MeetingGate meetingId={meetingId} viewer={viewer} desk="scribe">
      <Suspense fallback={<Connecting />}>
        <WrittenVotesPage itemId={itemId} />
      </Suspense>
    </MeetingGate>
  )
}

type OperatingProps = { readonly viewer: Viewer; readonly place: Exclude<Place, { at: 'statistics' | 'written' }> }

function Operating({ viewer, place }: OperatingProps) {
  switch (place.at) {
    case 'start':
      return <StartPage />
    case 'found':
      return <CouncilPage councilId={null} />
    case 'roster':
      return <CouncilPage key={place.councilId} councilId={place.councilId} />
    case 'formats':
      return <FormatsPage />
    case 'rulePacks':
      return <RulePacksPage />
    case 'trial':
      return <TrialPage />
    case 'bench':
      return <BenchStart key={place.councilId} councilId={place.councilId} />
    case 'convene':
      return <ConvenePage key={place.councilId} councilId={place.councilId} asked={place.formatId ?? null} />
    case 'meeting':
      return (
        <MeetingGate meetingId={place.meetingId} viewer={viewer} desk="chair">
          <MeetingDesk />
        </MeetingGate>
      )
  }
}

type ScribingProps = {
  readonly viewer: Viewer
  readonly place: Place
  readonly meetingOfDevice: GatedMeeting['meetingId']
}

/** The operator may record any meeting, a device its own. */
function Scribing({ viewer, place, meetingOfDevice }: ScribingProps) {
  const client = useHall()
  const chosen = place.at === 'meeting' ? place.meetingId : meetingToGoOnWith(client)
  const meetingId = viewer.role === 'operator' ? chosen : meetingOfDevice
  if (meetingId === null) {
    return (
      <StateScreen
        icon={<IconDeviceLaptop />}
        title="现在没有正在开的会"
        act={{ label: '去起始页', ...linkTo({ at: 'start' }) }}
      >
        先在起始页召集一次会议，或打开开过的会，再到话事员台。
      </StateScreen>
    )
  }
  return (
    <MeetingGate meetingId={meetingId} viewer={viewer} desk="scribe">
      <Suspense fallback={<Connecting />}>
        <ScribeDesk />
      </Suspense>
    </MeetingGate>
  )
}
