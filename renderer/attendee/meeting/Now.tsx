import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { chineseCount } from '../../ui/chinese-count.ts'
import { timeText } from '../../ui/clock-text.ts'

/** What is on just now: an item, the time before the first, between two, or the end. */
export function Now({ meeting }: { readonly meeting: HeldMeeting }) {
  const { note, title } = now(meeting)
  return (
    <section aria-live="polite">
      <p className="note">{note}</p>
      <h1>{title}</h1>
    </section>
  )
}

function now(meeting: HeldMeeting): { readonly note: string; readonly title: string } {
  const { agenda, runningItem } = meeting
  if (meeting.phase !== 'open') {
    const state = meeting.phase === 'sealed' ? '记录已经封存' : '正在整理记录'
    return { note: `${timeText(meeting.closedAt)} 散会，${state}`, title: '会议结束了，谢谢您参加' }
  }
  const place = agenda.findIndex((item) => item.itemId === runningItem)
  const item = agenda[place]
  if (item !== undefined) {
    return { note: `现在议第${chineseNumber(place + 1)}项，共${chineseCount(agenda.length)}项`, title: item.title }
  }
  const done = agenda.filter((one) => one.phase === 'finished').length
  if (done === 0)
    return { note: `${meeting.place}，共${chineseCount(agenda.length)}项议题`, title: '欢迎，会议就要开始' }
  const left = agenda.length - done
  return left === 0
    ? { note: `${chineseCount(agenda.length)}项都议完了`, title: '等主持人宣布散会' }
    : { note: `已议${chineseCount(done)}项，还有${chineseCount(left)}项`, title: '等主持人开始下一项' }
}
