import { IconCheck, IconPencil, IconPlayerPlay, IconPlus, IconUsers } from '@tabler/icons-react'
import { Button } from 'antd'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { entitledSeats, presentVoters } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { go } from '../place.ts'
import { dayText, outcomeWords } from './meeting-words.ts'

type Props = {
  readonly council: FoundedCouncil
  readonly meetings: readonly HeldMeeting[]
  /** Whether the way to another meeting is offered here. */
  readonly more: boolean
}

const states = {
  open: { icon: IconPlayerPlay, words: '正在开', tone: 'warn' },
  closed: { icon: IconPencil, words: '待封存', tone: 'warn' },
  sealed: { icon: IconCheck, words: '已封存', tone: 'ok' },
} as const

/** 开过的会: a ledger; each line opens the meeting's papers. */
export function PastMeetings({ council, meetings, more }: Props) {
  return (
    <section className="start-past" aria-label="开过的会">
      <div className="row wrap start-past-head">
        <h2 className="song grow">{council.name}开过的会</h2>
        <Button
          size="small"
          icon={<IconUsers size={18} />}
          onClick={() => go({ at: 'roster', councilId: council.councilId })}
        >
          改名册
        </Button>
        {more && (
          <Button
            size="small"
            icon={<IconPlus size={18} />}
            onClick={() => go({ at: 'convene', councilId: council.councilId })}
          >
            开一次会
          </Button>
        )}
      </div>
      {meetings.length === 0 ? (
        <p className="sub">还没有开过会。开过的会列在这里，随时可以打开纪要和工单。</p>
      ) : (
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">会议</th>
              <th scope="col">到会</th>
              <th scope="col">结果</th>
              <th scope="col">记录</th>
              <th scope="col">
                <span className="only-readers">打开</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {meetings.map((meeting) => {
              const { icon: Icon, tone, words } = states[meeting.phase]
              return (
                <tr key={meeting.meetingId}>
                  <td className="nowrap">{dayText(meeting.startsAt)}</td>
                  <td>
                    {meeting.title} {meeting.practice && <span className="tag warn">练习</span>}
                  </td>
                  <td className="nowrap">
                    {presentVoters(meeting.attendance).length} / {entitledSeats(meeting.attendance).length}
                  </td>
                  <td>{outcomeWords(meeting)}</td>
                  <td>
                    <span className={`tag ${tone}`}>
                      <Icon size={16} aria-hidden />
                      {words}
                    </span>
                  </td>
                  <td>
                    <Button
                      size="small"
                      aria-label={`打开：${meeting.title}`}
                      onClick={() => go({ at: 'meeting', meetingId: meeting.meetingId })}
                    >
                      打开
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
