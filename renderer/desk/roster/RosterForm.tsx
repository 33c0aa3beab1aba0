import './roster.css'
import { App } from 'antd'
import { useRef, useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { useNotices } from '../desk-context.tsx'
import { SetupPage } from '../first-run/SetupPage.tsx'
import { go } from '../place.ts'
import { CouncilFieldsForm } from './CouncilFieldsForm.tsx'
import { type CouncilFields, fieldsFault } from './council-fields.ts'
import { PanelFrame } from './PanelFrame.tsx'
import { RenamedList } from './RenamedList.tsx'
import { RosterSheet } from './RosterSheet.tsx'
import { renamings, withReplaced } from './renamings.ts'
import { leaving } from './roster-changes.ts'
import { lostWords, settled } from './roster-conflicts.ts'
import { peopleOf, withFields } from './roster-edit.ts'
import { notesOn, rosterFault } from './roster-faults.ts'
import type { HostView } from './use-host-roster.ts'
import type { useKeptEdit } from './use-kept-edit.ts'
import { useRosterEdit } from './use-roster-edit.ts'
import { useSaving } from './use-saving.ts'

/** Names that the title of the question holds; more stand below it. */
const NAMES_IN_TITLE = 5

type Props = {
  readonly kept: ReturnType<typeof useKeptEdit>
  readonly view: HostView
  readonly revising: boolean
}

/** A council's own data and its roster, until they are saved. */
export function RosterForm({ kept, revising, view }: Props) {
  const { host } = view
  const { modal } = App.useApp()
  const { refuse, say } = useNotices()
  const roster = useRosterEdit(kept, host)
  const { attempt, change, edit, finish, lost, people } = roster
  const { busy, save } = useSaving()
  const [tried, setTried] = useState(false)
  const [fieldsOpen, setFieldsOpen] = useState(false)
  const newest = useRef(host)
  newest.current = host
  const fields = edit.council?.now ?? host.fields
  const notes = notesOn(host, people)
  const fault = (fields === null ? null : fieldsFault(fields)) ?? rosterFault(host, people, notes)
  const setFields = (now: CouncilFields) => change((one) => withFields(one, host, now))

  const store = async (replaced: ReadonlySet<SeatId>) => {
    // Changed by somebody else while the question was open: the page says so, and has the newest roster.
    const latest = newest.current
    if (lostWords(settled(edit, latest)) !== null) return
    const sent = withReplaced(edit, latest, replaced)
    const later = peopleOf(latest, sent)
    // Without the house of whom they follow, somebody may be the namesake of another: the page shows it.
    if (rosterFault(latest, later, notesOn(latest, later)) !== null) return change(() => sent)
    attempt(sent)
    const refused = await save(latest, sent)
    if (refused !== null && !refused.ok) return refuse(refused.sentence)
    // The next council begins with an empty form, the next look at this roster with what the host has.
    finish()
    if (revising) say('名册已改好，下一次会议起用')
    go(revising ? { at: 'start' } : { at: 'convene', councilId: edit.councilId })
  }
  const onNext = () => {
    setTried(true)
    if (fault !== null || busy) return
    const gone = leaving(host, edit)
    const renamed = view.council === null ? [] : renamings(host, edit, view.council)
    if (gone.length + renamed.length === 0) return void store(new Set())
    const names = gone.map(({ name }) => name || '（没有姓名）').join('、')
    const many = gone.length > NAMES_IN_TITLE
    // Another person until it is said to be the same: a wrong answer then costs a seat too many, and no wrong minutes.
    let replaced: ReadonlySet<SeatId> = new Set(renamed.map(({ seatId }) => seatId))
    modal.confirm({
      title: gone.length === 0 ? `${renamed.length} 席换了姓名` : `将撤下 ${gone.length} 席${many ? '' : `：${names}`}`,
      content: (
        <>
          {many && <p className="roster-leaving">{names}</p>}
          {gone.length > 0 && <p>从下一次会议起不再有这些席位；开过的会和记录不变。</p>}
          {renamed.length > 0 && (
            <RenamedList
              renamed={renamed}
              onReplaced={(now) => {
                replaced = now
              }}
            />
          )}
        </>
      ),
      okText: gone.length === 0 ? '就这样存好' : '撤下并存好',
      cancelText: '再看看',
      onOk: () => void store(replaced),
    })
  }
  const fieldsForm = fields !== null && (
    <CouncilFieldsForm
      fields={fields}
      autoFocus={!revising}
      disabled={!revising && host.fields !== null}
      onChange={setFields}
    />
  )

  return (
    <SetupPage
      at={revising ? null : 0}
      title={revising ? `${host.fields?.name ?? ''}名册` : '建组织'}
      detail={revising ? '席位的改动从下一次会议起用，开过的会不变' : '第一步，共三步'}
      fault={tried ? fault : null}
      next={revising ? '存好名册' : '下一步：会议'}
      busy={busy}
      onNext={onNext}
    >
      {!revising && (
        <section className="sheet council-fields" aria-label="组织">
          {fieldsForm}
        </section>
      )}
      <RosterSheet
        view={view}
        people={people}
        notes={notes}
        edit={edit}
        change={change}
        lost={lost}
        fields={fields}
        fieldsPanel={
          revising && fieldsOpen ? (
            <PanelFrame title="组织信息" onClose={() => setFieldsOpen(false)}>
              {fieldsForm}
              <p className="note">和名册一起存；开过的会和已经开出的工单不变。</p>
            </PanelFrame>
          ) : null
        }
        onFields={revising ? () => setFieldsOpen(true) : null}
      />
    </SetupPage>
  )
}
