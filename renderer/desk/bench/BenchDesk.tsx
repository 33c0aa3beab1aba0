import './bench.css'
import '../chair/console.css'
import '../scribe/record.css'
import type { ItemId } from '../../../shared/core/ids.ts'
import { conclusionOf } from '../../../shared/meeting/conclusions/state.ts'
import { AdmissionsBar } from '../chair/admissions/AdmissionsBar.tsx'
import { itemToShow } from '../chair/agenda/item-state.ts'
import { SealBar } from '../chair/closing/SealBar.tsx'
import { ConclusionPane } from '../chair/conclusions/ConclusionPane.tsx'
import { useChosen } from '../chair/steps/use-chosen.ts'
import { useDesk } from '../desk-context.tsx'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import type { Shortcut } from '../frame/HelpSheet.tsx'
import { MinutesPane } from '../papers/MinutesPane.tsx'
import { WorksheetsPane } from '../papers/WorksheetsPane.tsx'
import { RECORD_PANEL } from '../scribe/ItemTabs.tsx'
import { PointArea } from '../scribe/PointArea.tsx'
import { BenchClock } from './BenchClock.tsx'
import { BenchTopics } from './BenchTopics.tsx'
import { type BenchPage, benchPages, pageName } from './bench-form.ts'
import { EndBench } from './EndBench.tsx'
import { Headcount } from './Headcount.tsx'
import { useFirstItem } from './use-first-item.ts'

const shortcuts: readonly Shortcut[] = [
  ['N', '请下一位说'],
  ['E', '说完了'],
  ['F6', '记议定事项'],
  ['F7', '记意见要点'],
  ['F8', '记待办'],
]

/** 板凳会议 on one screen: what it is about, who speaks, what was said, how it ended, and 散会. */
export function BenchDesk() {
  const { meeting, meetingId } = useDesk()
  useFirstItem()
  const [page, setPage] = useChosen<BenchPage>(meeting.phase === 'open' ? 'discuss' : 'minutes')
  const [itemId, showItem] = useChosen<ItemId | null>(itemToShow(meeting))
  const item = meeting.agenda.find((known) => known.itemId === itemId) ?? meeting.agenda[0]
  const show = (id: ItemId) => {
    showItem(id)
    setPage('discuss')
  }
  return (
    <div className="desk bench-desk">
      <DeskHead
        title={meeting.title}
        detail={meeting.place}
        practice={meeting.practice}
        meetingId={meetingId}
        desk="chair"
        shortcuts={shortcuts}
      />
      <ConnectionBanner />
      <AdmissionsBar />
      {page === 'discuss' && item !== undefined && (
        <div className="bench">
          <main className="bench-main">
            <BenchTopics item={item} onShow={show} />
            <div id={RECORD_PANEL} role="tabpanel" aria-label="要点" className="sheet bench-sheet">
              <PointArea key={item.itemId} itemId={item.itemId} rail={false} />
            </div>
          </main>
          <aside className="bench-side" aria-label="发言和结论">
            {meeting.phase === 'open' && (
              <BenchClock concluded={conclusionOf(meeting.conclusions, item.itemId) !== null} />
            )}
            <div className="sheet bench-conclusion">
              <ConclusionPane key={item.itemId} item={item} />
            </div>
          </aside>
        </div>
      )}
      {page !== 'discuss' && (
        <main className="console-papers">
          <SealBar />
          {page === 'minutes' ? (
            <MinutesPane
              onLead={(lead) => {
                if (lead.to === 'worksheet') setPage('worksheets')
                else if (lead.to === 'record') show(lead.itemId)
                else setPage('discuss')
              }}
            />
          ) : (
            <WorksheetsPane />
          )}
        </main>
      )}
      <footer className="desk-foot">
        <Headcount />
        <nav className="bench-pages grow" aria-label="会议步骤">
          {benchPages.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === page ? 'step' : undefined}
              onClick={() => setPage(one)}
            >
              {pageName(meeting.form, one)}
            </button>
          ))}
        </nav>
        <SavedMark />
        {meeting.phase === 'open' && <EndBench />}
      </footer>
    </div>
  )
}
