import './scribe.css'
import './duties.css'
import './record.css'
import { IconClipboardCheck, IconFileText, IconPencil, IconScale } from '@tabler/icons-react'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { VoteId } from '../../../shared/core/ids.ts'
import { CountingPane } from '../counting/CountingPane.tsx'
import { useForgottenEntries } from '../counting/entry-drafts.ts'
import { useDesk } from '../desk-context.tsx'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import type { Shortcut } from '../frame/HelpSheet.tsx'
import { ScreenSwitch } from '../hall-screen/ScreenSwitch.tsx'
import { MinutesPane } from '../papers/MinutesPane.tsx'
import type { DeskLead } from '../papers/missing.ts'
import { WorksheetsPane } from '../papers/WorksheetsPane.tsx'
import { StatisticsLink } from '../statistics/StatisticsLink.tsx'
import { WrittenVotesLink } from '../written-votes/WrittenVotesLink.tsx'
import { FloorDuty } from './FloorDuty.tsx'
import { pointKinds } from './point-kinds.ts'
import { RecordDuty } from './RecordDuty.tsx'
import { recordCounts } from './record-counts.ts'
import { SignInDuty } from './SignInDuty.tsx'
import { useShownItem } from './use-shown-item.ts'

const SIGN_IN = 'scribe-sign-in'

const shortcuts: readonly Shortcut[] = [
  ['F2', '接下来的一步：下一位、继续或说完'],
  ['F3', '这一位说完'],
  ['F4', '代举手'],
  ...pointKinds.map(({ key, name }) => [key, `记成${name}`] as const),
  ['F9', '签到：输姓名，回车'],
  ['回车', '记下这一条，接着写下一条'],
  ['↑ ↓', '计票时加一、减一；左右键和回车到旁边一格'],
]

const views = [
  { view: 'record', name: '记录', Icon: IconPencil },
  { view: 'minutes', name: '预览纪要', Icon: IconFileText },
  { view: 'worksheets', name: '工单', Icon: IconClipboardCheck },
] as const

type View = (typeof views)[number]['view']

/** 话事员台: moderate and sign in at the left, the record at the right; the papers are one click away. */
export function ScribeDesk() {
  const { meeting } = useDesk()
  const [chosen, setChosen] = useState<View>('record')
  const [counted, setCounted] = useState<VoteId | null>(null)
  const typing = useRef(false)
  const [shown, show] = useShownItem(meeting, () => typing.current)
  const counts = recordCounts(meeting)
  const { open } = meeting.voting
  // The next vote must not take the record away from whoever writes it.
  const view = open !== null && open.voteId === counted ? 'count' : chosen
  const setView = (next: View) => {
    setCounted(null)
    setChosen(next)
  }
  const count = view === 'count' || open === null ? null : () => setCounted(open.voteId)
  useForgottenEntries(meeting.voting)
  const follow = (lead: DeskLead) => {
    if (lead.to === 'worksheet') setView('worksheets')
    else if (lead.to === 'record') {
      show(lead.itemId)
      setView('record')
    } else document.querySelector<HTMLElement>(`#${SIGN_IN} input`)?.focus()
  }
  return (
    <div className="desk">
      <DeskHead
        title="话事员台"
        detail={`${meeting.councilName}　${meeting.title}`}
        practice={meeting.practice}
        meetingId={meeting.meetingId}
        desk="scribe"
        shortcuts={shortcuts}
      />
      <ConnectionBanner />
      <main className={meeting.phase === 'open' ? 'scribe' : 'scribe scribe-after'}>
        {meeting.phase === 'open' && (
          <div className="scribe-side">
            <FloorDuty onCount={count} />
            <SignInDuty id={SIGN_IN} />
          </div>
        )}
        <div className="scribe-main">
          <nav className="scribe-views" aria-label="记录和文书">
            {views.map(({ Icon, name, view: own }) => (
              <Button
                key={own}
                type="text"
                aria-current={view === own ? 'page' : undefined}
                icon={<Icon size={18} />}
                onClick={() => setView(own)}
              >
                {name}
              </Button>
            ))}
            {open !== null && (
              <Button
                type="text"
                aria-current={view === 'count' ? 'page' : undefined}
                icon={<IconScale size={18} />}
                onClick={() => count?.()}
              >
                计票
              </Button>
            )}
            <StatisticsLink />
            <WrittenVotesLink />
            <ScreenSwitch />
            <span className="note grow one">{phaseWords[meeting.phase]}</span>
          </nav>
          {view === 'record' && <RecordDuty shown={shown} onShow={show} typing={typing} />}
          {view === 'minutes' && <MinutesPane onLead={follow} />}
          {view === 'worksheets' && <WorksheetsPane />}
          {view === 'count' && open !== null && <CountingPane vote={open} />}
        </div>
      </main>
      <footer className="desk-foot">
        <span className="sub" aria-live="off">
          发言 {counts.speeches} 次　要点 {counts.points} 条　议定事项 {counts.agreed} 项
        </span>
        <span className="grow" />
        <SavedMark />
      </footer>
    </div>
  )
}

const phaseWords = {
  open: '机器记的带锁，不能改；您写的随时可改',
  closed: '已经散会：要点还能补、能改，工单还能交办',
  sealed: '记录已封存，只能看',
} as const
