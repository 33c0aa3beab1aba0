import './console.css'
import { Drawer } from 'antd'
import { useState } from 'react'
import type { ItemId } from '../../../shared/core/ids.ts'
import { useForgottenEntries } from '../counting/entry-drafts.ts'
import { VoterRoster } from '../counting/VoterRoster.tsx'
import { useDesk } from '../desk-context.tsx'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import type { Shortcut } from '../frame/HelpSheet.tsx'
import { useKeys } from '../frame/use-keys.ts'
import { MinutesPane } from '../papers/MinutesPane.tsx'
import { WorksheetsPane } from '../papers/WorksheetsPane.tsx'
import { dayText } from '../start/meeting-words.ts'
import { AdmissionsBar } from './admissions/AdmissionsBar.tsx'
import { AgendaPane } from './agenda/AgendaPane.tsx'
import { itemToShow } from './agenda/item-state.ts'
import { CountsBar } from './attendance/CountsBar.tsx'
import { Door } from './attendance/Door.tsx'
import { RosterList } from './attendance/RosterList.tsx'
import { SignInPane } from './attendance/SignInPane.tsx'
import { SealBar } from './closing/SealBar.tsx'
import { FloorPane } from './floor/FloorPane.tsx'
import { ItemPane } from './item/ItemPane.tsx'
import { StepsBar } from './steps/StepsBar.tsx'
import { type Step, stepOf } from './steps/steps-shown.ts'
import { useChosen } from './steps/use-chosen.ts'

const shortcuts: readonly Shortcut[] = [
  ['N', '请下一位发言'],
  ['E', '发言的人说完'],
  ['P', '钟停下，或接着计时'],
  ['T', '再给 30 秒'],
  ['Z', '撤回上一位'],
  ['Alt + ↑ ↓', '把选中的等候者提前、推后'],
  ['H', '给没有手机的人代举手'],
  ['Q', '打开签到名单'],
]

/** 主持台: the whole meeting on one page without a scroll bar. */
export function Console() {
  const { client, meeting, meetingId } = useDesk()
  const [step, setStep] = useChosen<Step>(stepOf(meeting))
  const [itemId, showItem] = useChosen<ItemId | null>(itemToShow(meeting))
  const [drawer, setDrawer] = useState<'roster' | 'door' | null>(null)
  useKeys({ q: () => setDrawer('roster') })
  const item = meeting.agenda.find((known) => known.itemId === itemId)
  const waiting = client.admissions.filter((request) => request.meetingId === meetingId).length
  const { open } = meeting.voting
  useForgottenEntries(meeting.voting)

  const show = (id: ItemId) => {
    showItem(id)
    if (step !== 'discuss' && step !== 'decide') setStep('discuss')
  }
  const { rollCall } = meeting.form
  // Without a sign-in step the way in is shown until the first item begins.
  const atDoor = step === 'signIn' || (!rollCall && meeting.agenda.every((one) => one.phase === 'planned'))
  const onPapers = step === 'minutes' || step === 'worksheets'
  return (
    <div className="desk console">
      <DeskHead
        title={meeting.councilName}
        detail={`${meeting.title}　${dayText(meeting.startsAt)}　${meeting.place}`}
        practice={meeting.practice}
        meetingId={meetingId}
        desk="chair"
        shortcuts={shortcuts}
      />
      <StepsBar shown={step} waiting={waiting} onChoose={setStep} />
      <ConnectionBanner />
      <AdmissionsBar />
      {onPapers ? (
        <main className="console-papers">
          <SealBar />
          {step === 'minutes' ? (
            <MinutesPane
              onLead={(lead) => {
                if (lead.to === 'worksheet') setStep('worksheets')
                else if (lead.to === 'signIn') setStep('signIn')
                else show(lead.itemId)
              }}
            />
          ) : (
            <WorksheetsPane />
          )}
        </main>
      ) : (
        <div className="console-work">
          <aside className="console-agenda" aria-label="议程">
            <AgendaPane shown={step === 'signIn' ? null : itemId} onShow={show} />
          </aside>
          <main className="console-item">
            {step === 'signIn' || item === undefined ? (
              <SignInPane onShow={show} onBegun={() => setStep('discuss')} />
            ) : (
              <ItemPane
                key={item.itemId}
                item={item}
                number={meeting.agenda.indexOf(item) + 1}
                step={step}
                onStep={setStep}
                onShow={show}
              />
            )}
          </main>
          <aside className="console-floor" aria-label={atDoor ? '入场' : '发言'}>
            {atDoor ? <Door /> : open !== null && rollCall ? <VoterRoster vote={open} /> : <FloorPane />}
          </aside>
        </div>
      )}
      <CountsBar onOpen={() => setDrawer('roster')} onDoor={() => setDrawer('door')} />
      <Drawer
        title={rollCall ? '签到名单' : '名单'}
        size={760}
        className="roster-drawer"
        open={drawer === 'roster'}
        onClose={() => setDrawer(null)}
        destroyOnHidden
      >
        <RosterList />
      </Drawer>
      <Drawer
        title="入场"
        size={376}
        className="roster-drawer"
        open={drawer === 'door'}
        onClose={() => setDrawer(null)}
        destroyOnHidden
      >
        <Door />
      </Drawer>
    </div>
  )
}
