import { meetingId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { dateAt } from '../../../shared/papers/chinese-dates.ts'
import { meetingStream } from '../../../shared/streams/stream-name.ts'
import type { Hall } from '../../host/hall/hall.ts'

/** The meeting that starts last of all. */
const LATEST = 'latest'

/** The meeting of this id, or the latest; null when there is none. */
export function meetingNamed(hall: Hall, asked: string): HeldMeeting | null {
  const meetings = held(hall)
  if (asked === LATEST) return meetings.at(-1) ?? null
  return meetings.find((meeting) => meeting.meetingId === asked) ?? null
}

/** Why there is no such meeting, and which there are. */
export function sayMeetings(hall: Hall, asked: string): string {
  const id = meetingId.parse(asked)
  const damage = id && hall.streams.damage(meetingStream(id))
  if (damage) return `这次会议的日志第 ${damage.line} 行已损坏，不能导出。请保留数据文件夹，并从备份恢复。`
  const meetings = held(hall)
  if (meetings.length === 0) return '这个数据文件夹里还没有会议。'
  const lines = meetings.map(({ meetingId, startsAt, title }) => `  ${meetingId}  ${dateAt(startsAt)}  ${title}`)
  return [`没有编号为 ${asked} 的会议。请从下面选一个编号，或用 --meeting ${LATEST}：`, ...lines].join('\n')
}

function held(hall: Hall): readonly HeldMeeting[] {
  return hall.streams
    .meetings()
    .flatMap(({ confirmed }) => (confirmed.phase === 'unopened' ? [] : [confirmed]))
    .sort((a, b) => a.startsAt - b.startsAt)
}
