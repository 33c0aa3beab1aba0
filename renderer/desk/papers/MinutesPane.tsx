import './papers.css'
import { IconBrandWechat, IconFileTypeDocx, IconInfoCircle } from '@tabler/icons-react'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useDesk } from '../desk-context.tsx'
import { go, usePlace } from '../place.ts'
import { MissingList } from './MissingList.tsx'
import { type DeskLead, type Lead, missingInMinutes } from './missing.ts'
import { useSavedPapers } from './use-saved-papers.ts'
import { WechatCopy } from './WechatCopy.tsx'

/** The notes' machinery comes with it: it is loaded when somebody wants to read. */
const MinutesPreview = lazy(() => import('./MinutesPreview.tsx').then((module) => ({ default: module.MinutesPreview })))

/** 会议纪要: what it lacks and where to mend that, the preview, and the ways out. */
export function MinutesPane({ onLead }: { readonly onLead: (lead: DeskLead) => void }) {
  const { client, meeting, meetingId } = useDesk()
  const { busy, save } = useSavedPapers()
  const [copying, setCopying] = useState(false)
  const { path } = usePlace()
  const follow = (lead: Lead) => {
    if (lead.to === 'written') go({ at: 'written', meetingId, itemId: lead.itemId }, path)
    else onLead(lead)
  }
  const offline = client.phase.at !== 'live'
  return (
    <section className="papers-pane" aria-labelledby="minutes-pane">
      <div className="papers-side">
        <h2 id="minutes-pane" className="song">
          会议纪要
        </h2>
        <p className="note">{stateWords[meeting.phase]}</p>
        <div className="papers-acts">
          <Button
            type={meeting.phase === 'open' ? 'default' : 'primary'}
            icon={<IconFileTypeDocx size={20} />}
            loading={busy}
            disabled={offline}
            onClick={() => save([{ kind: 'minutes', meetingId }])}
          >
            存成 Word
          </Button>
          <Button icon={<IconBrandWechat size={20} />} onClick={() => setCopying(true)}>
            复制为微信文本
          </Button>
        </div>
        {offline && <p className="hint">连接断了，恢复后才能存成 Word。已确认的记录都在主机上，没有丢。</p>}
        <MissingList missing={missingInMinutes(meeting)} sealed={meeting.phase === 'sealed'} onLead={follow} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section className="papers-view" aria-label="纪要全文" tabIndex={0}>
        {meeting.phase === 'open' && (
          <p className="papers-draft">
            <IconInfoCircle size={18} aria-hidden />
            会议还没散：这是到现在为止的预览，散会后才是定稿。
          </p>
        )}
        <Suspense fallback={<Skeleton active paragraph={{ rows: 12 }} />}>
          <MinutesPreview />
        </Suspense>
      </section>
      {copying && <WechatCopy onClose={() => setCopying(false)} />}
    </section>
  )
}

const stateWords = {
  open: '机器记的、要点、笔记自动排成纪要，不用再抄一遍。',
  closed: '已散会。核对无误就存成 Word，打印签字。',
  sealed: '记录已封存，内容不再改动。',
} as const
