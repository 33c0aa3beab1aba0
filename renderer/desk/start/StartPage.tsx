import { IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import './start.css'
import type { CouncilId } from '../../../shared/core/ids.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { isSampleCouncil } from '../first-run/practice.ts'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import { go } from '../place.ts'
import { CouncilList } from './CouncilList.tsx'
import { DeskWays } from './DeskWays.tsx'
import { FormatReminders } from './FormatReminders.tsx'
import { councilsOf, meetingsOf, unfinished } from './meetings-shown.ts'
import { NextMeeting } from './NextMeeting.tsx'
import { PastMeetings } from './PastMeetings.tsx'
import { PracticeButton } from './PracticeButton.tsx'
import { Welcome } from './Welcome.tsx'
import { WorksheetsDue } from './WorksheetsDue.tsx'

/** 起始页: what to go on with, what there was, what has to be done by when. */
export function StartPage() {
  const client = useHall()
  const [chosen, setChosen] = useState<CouncilId | null>(null)
  const councils = councilsOf(client)
  const meetings = meetingsOf(client)
  const real = councils.filter((council) => !isSampleCouncil(council))
  const council = councils.find((known) => known.councilId === chosen) ?? real[0] ?? councils[0]
  const waiting = unfinished(meetings)
  return (
    <div className="desk">
      <DeskHead title="议事厅" detail={council?.name ?? '社区、网格议事会议的会务台'} desk="chair" />
      <ConnectionBanner />
      {council === undefined ? (
        <Welcome />
      ) : (
        <div className="start">
          <div className="start-side">
            <CouncilList councils={councils} chosen={council.councilId} onChoose={setChosen} />
            <DeskWays councilId={isSampleCouncil(council) ? null : council.councilId} />
          </div>
          <main className="start-main">
            {real.length === 0 && (
              <p className="start-hint">
                <b>示例试过了？</b>
                <span className="grow">建好自己的组织，就能开正式的会。</span>
                <Button size="small" icon={<IconPlus size={16} />} onClick={() => go({ at: 'found' })}>
                  建组织
                </Button>
              </p>
            )}
            <FormatReminders council={council} />
            <NextMeeting council={council} meetings={waiting} />
            <PastMeetings
              council={council}
              more={waiting.length > 0 && !isSampleCouncil(council)}
              meetings={meetings.filter((meeting) => meeting.councilId === council.councilId)}
            />
          </main>
          <WorksheetsDue council={council} />
        </div>
      )}
      <footer className="desk-foot">
        <PracticeButton />
        <span className="note one grow">不得用于涉密会议，不得录入国家秘密、工作秘密</span>
        <SavedMark />
      </footer>
    </div>
  )
}
