import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { chineseCount } from '../ui/chinese-count.ts'
import { Adopted } from './Adopted.tsx'
import { ItemTime } from './ItemTime.tsx'
import { LateComers } from './LateComers.tsx'
import { lengthOf } from './length.ts'
import { Waiting } from './Waiting.tsx'
import { WrittenLine } from './WrittenLine.tsx'
import { writtenLine } from './written-line.ts'
import './item.css'

type Props = {
  readonly meeting: HeldMeeting
  /** Null between two items. */
  readonly item: AgendaItem | null
  readonly code: string
}

/** What is being discussed, or what comes next; latecomers still find the way in. */
export function ItemPage({ meeting, item, code }: Props) {
  const { agenda } = meeting
  const place = item === null ? -1 : agenda.findIndex((one) => one.itemId === item.itemId)
  const next = agenda.find((one) => one.phase === 'planned')
  const note =
    item === null
      ? `已议${chineseCount(agenda.filter((one) => one.phase === 'finished').length)}项，共${chineseCount(agenda.length)}项`
      : `现在议第${chineseNumber(place + 1)}项，共${chineseCount(agenda.length)}项`
  const written = item === null ? null : writtenLine(meeting)
  const title = item?.title ?? (next === undefined ? '议题都议完了' : `下一项：${next.title}`)
  return (
    <>
      <div className="item">
        <p className="label item-note">
          {note}
          {item !== null && <ItemTime meeting={meeting} />}
        </p>
        <h1 className={written?.sentence == null ? lengthOf(title) : 'longest'}>{title}</h1>
        {item !== null && <Adopted meeting={meeting} itemId={item.itemId} />}
        {item !== null && <Waiting meeting={meeting} />}
        {written !== null && <WrittenLine line={written} />}
      </div>
      <LateComers code={code} />
    </>
  )
}
