import { useState } from 'react'
import type { MeetingId } from '../../shared/core/ids.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHall, useHostNow } from '../connection/hall-context.tsx'
import { meetingOf } from '../connection/meeting-view.ts'
import { timeText } from '../ui/clock-text.ts'
import { BreakPage } from './BreakPage.tsx'
import { ClosedPage } from './ClosedPage.tsx'
import { CodeForm } from './CodeForm.tsx'
import { DraftsPage } from './DraftsPage.tsx'
import { endedText } from './ended-text.ts'
import { FloorPage } from './FloorPage.tsx'
import { HeldPage } from './HeldPage.tsx'
import { ItemPage } from './ItemPage.tsx'
import { JoinPage } from './JoinPage.tsx'
import { Notice } from './Notice.tsx'
import { ResultPage } from './ResultPage.tsx'
import { showing } from './showing.ts'
import { TextPage } from './TextPage.tsx'
import { VoidPage } from './VoidPage.tsx'
import { VotePage } from './VotePage.tsx'
import { WrittenPage } from './WrittenPage.tsx'
import { WrittenResultPage } from './WrittenResultPage.tsx'
import { WrittenVoidPage } from './WrittenVoidPage.tsx'

/** The common sentence sends people to look at the screen: this is the screen. */
const NO_SUCH_MEETING = '没有用这个会议码的会，也可能已经封存。请到主持台核对，再输入一次。'

/** 大屏: one meeting, followed by itself or showing what the desk chose; nothing on it is ever pressed. */
export function ScreenPage({ code }: { readonly code: string }) {
  const client = useHall()
  const { phase, refusal } = client
  const [shown, setShown] = useState<MeetingId | null>(null)
  if (phase.at === 'live' && phase.meetingId !== shown) setShown(phase.meetingId)
  const meeting = meetingOf(client, shown)
  if (phase.at === 'ended') {
    return refusal === null ? <Notice {...endedText(phase.reason)} /> : <CodeForm refused={NO_SUCH_MEETING} />
  }
  if (meeting === null) {
    if (refusal !== null) return <Notice title="暂时打不开" text={refusal.sentence} />
    const down = phase.at === 'offline'
    return (
      <Notice
        title={down ? '还没连上主持电脑' : '正在连接主持电脑'}
        text={down ? '请看主持电脑是不是开着，网线或 Wi‑Fi 是不是通。连上后自动显示。' : '马上就好。'}
      />
    )
  }
  return (
    <div className="screen">
      <Head meeting={meeting} />
      <div className="letterhead" />
      {phase.at !== 'live' && (
        <p className="offline" role="status">
          和主持电脑断开了，正在重连。下面是断开前的内容。
        </p>
      )}
      <main>
        <Page meeting={meeting} code={code} />
      </main>
    </div>
  )
}

function Head({ meeting }: { readonly meeting: HeldMeeting }) {
  return (
    <header className="head">
      <b>{meeting.title}</b>
      {meeting.practice && <span className="practice">练习</span>}
      <span className="time">{timeText(useHostNow())}</span>
    </header>
  )
}

function Page({ meeting, code }: { readonly meeting: HeldMeeting; readonly code: string }) {
  const shown = showing(meeting)
  switch (shown.page) {
    case 'join':
      return <JoinPage meeting={meeting} code={code} />
    case 'between':
      return <ItemPage meeting={meeting} item={null} code={code} />
    case 'item':
      return <ItemPage meeting={meeting} item={shown.item} code={code} />
    case 'written':
      return <WrittenPage meeting={meeting} item={shown.item} votes={shown.votes} code={code} />
    case 'writtenResult':
      return <WrittenResultPage meeting={meeting} vote={shown.vote} />
    case 'writtenVoid':
      return <WrittenVoidPage meeting={meeting} vote={shown.vote} />
    case 'floor':
      return <FloorPage meeting={meeting} item={shown.item} speech={shown.speech} />
    case 'drafts':
      return <DraftsPage meeting={meeting} drafts={shown.drafts} />
    case 'held':
      return <HeldPage meeting={meeting} vote={shown.vote} />
    case 'vote':
      return <VotePage meeting={meeting} vote={shown.vote} />
    case 'result':
      return <ResultPage meeting={meeting} vote={shown.vote} />
    case 'void':
      return <VoidPage meeting={meeting} vote={shown.vote} />
    case 'break':
      return <BreakPage meeting={meeting} notice={shown} />
    case 'text':
      return <TextPage text={shown.text} />
    case 'closed':
      return <ClosedPage meeting={meeting} closedAt={shown.closedAt} />
  }
}
