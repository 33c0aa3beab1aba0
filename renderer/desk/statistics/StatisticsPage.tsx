import './statistics.css'
import { IconArrowLeft, IconFileDownload } from '@tabler/icons-react'
import { Button } from 'antd'
import { chinaDate } from '../../../shared/core/china-time.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { saveFile } from '../../platform.ts'
import { useDesk } from '../desk-context.tsx'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import { ScrollArea } from '../frame/ScrollArea.tsx'
import { usePlace } from '../place.ts'
import { linkTo } from '../place-link.ts'
import { durationText } from '../scribe/duration-text.ts'
import { PeopleTable } from './PeopleTable.tsx'
import { SideTables } from './SideTables.tsx'
import { statisticsCsv, statisticsFile } from './statistics-csv.ts'
import { statisticsShown } from './statistics-shown.ts'
import { useRunningNow } from './use-running-now.ts'

/** 发言统计: who spoke how often and for how long, while the meeting runs and afterwards. */
export function StatisticsPage() {
  const { client, meeting, meetingId, say } = useDesk()
  const { path } = usePlace()
  const { interposed, speaking } = meeting.floor
  const now = useRunningNow([speaking, interposed].some((speech) => speech !== null && speech.runningSince !== null))
  const shown = statisticsShown(meeting, now, (seatId) => nameOf(client, seatId))
  const { parties, people, total } = shown
  const store = async () => {
    const file = statisticsFile(meeting.title, chinaDate(meeting.openedAt))
    if (await saveFile(file, statisticsCsv(shown))) say(`已导出：${file}`)
  }
  return (
    <div className="desk">
      <DeskHead
        title="发言统计"
        detail={`${meeting.councilName}　${meeting.title}`}
        practice={meeting.practice}
        desk={path === '/scribe' ? 'scribe' : 'chair'}
      />
      <ConnectionBanner />
      <main className="statistics">
        <section className="sheet statistics-people" aria-labelledby="statistics-people">
          <header className="statistics-head">
            <h2 id="statistics-people" className="song">
              按人
            </h2>
            <p className="sub" aria-live="off">
              全场发言 <b>{total.speeches}</b> 次，共 <b>{durationText(total.seconds)}</b>
            </p>
          </header>
          {people.length === 0 ? (
            <p className="statistics-none">还没有人发言。有人发言以后，这里会自动算出次数和时长。</p>
          ) : (
            <ScrollArea label="按人统计">
              <PeopleTable people={people} withParty={parties.length > 0} />
            </ScrollArea>
          )}
        </section>
        <ScrollArea label="没发言的人、按方和按议题" className="statistics-side">
          <SideTables shown={shown} open={meeting.phase === 'open'} />
        </ScrollArea>
      </main>
      <footer className="desk-foot">
        <Button icon={<IconArrowLeft size={18} />} {...linkTo({ at: 'meeting', meetingId }, path)}>
          回到会议
        </Button>
        <span className="note one grow">{meeting.practice ? '练习，不进统计。' : '暂停和被打断的时间不算。'}</span>
        <SavedMark />
        <Button type="primary" icon={<IconFileDownload size={18} />} onClick={() => void store()}>
          导出 CSV
        </Button>
      </footer>
    </div>
  )
}
