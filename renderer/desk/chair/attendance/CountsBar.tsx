import { IconAlertTriangle, IconCheck, IconChevronRight } from '@tabler/icons-react'
import { Button } from 'antd'
import { useDesk } from '../../desk-context.tsx'
import { SavedMark } from '../../frame/DeskFoot.tsx'
import { countsOf, quorumOf } from './quorum.ts'

/** 应到 实到 请假 缺席, whether the meeting may decide and by which rule, and that all is on the disk. */
export function CountsBar({ onOpen }: { readonly onOpen: () => void }) {
  const { meeting } = useDesk()
  const counts = countsOf(meeting)
  const quorum = quorumOf(meeting)
  return (
    <footer className="desk-foot">
      <p className="counts">
        <span title="有表决权的席位">
          应到 <b>{counts.entitled}</b>
        </span>
        <span>
          实到 <b>{counts.present}</b>
        </span>
        <span>
          请假 <b>{counts.excused}</b>
        </span>
        <span>
          缺席 <b>{counts.absent}</b>
        </span>
        {counts.onlookers > 0 && (
          <span className="counts-onlookers">
            列席 <b>{counts.onlookers}</b>
          </span>
        )}
      </p>
      <Button type="text" size="small" title="签到名单（Q）" onClick={onOpen}>
        签到名单
        <IconChevronRight size={18} aria-hidden />
      </Button>
      {meeting.phase === 'open' ? (
        <>
          <span className={`tag ${quorum.met ? 'ok' : 'warn'}`} role="status">
            {quorum.met ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
            {quorum.met ? '可以表决' : '还不能表决'}
          </span>
          <span className="sub one grow" title={`${quorum.words}。依据：${meeting.rule.source}`}>
            {quorum.words}
            <span className="note">　{meeting.rule.source}</span>
          </span>
        </>
      ) : (
        <>
          <span className="tag" role="status">
            {meeting.phase === 'sealed' ? '已封存' : '已散会'}
          </span>
          <span className="sub one grow">{meeting.phase === 'sealed' ? '记录不再改动' : '纪要和工单还能改'}</span>
        </>
      )}
      <SavedMark />
    </footer>
  )
}
