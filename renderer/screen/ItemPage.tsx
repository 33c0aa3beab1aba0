import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHall } from '../connection/hall-context.tsx'
import { nameOf } from '../connection/meeting-view.ts'
import { chineseCount } from '../ui/chinese-count.ts'
import { foremostPlaces } from '../ui/speaking-queue.ts'
import { Adopted } from './Adopted.tsx'
import { addressText } from './address-text.ts'
import { fitting } from './fitting.ts'
import { ItemTime } from './ItemTime.tsx'
import { lengthOf } from './length.ts'
import { WrittenLine } from './WrittenLine.tsx'
import { writtenLine } from './written-line.ts'
import './item.css'

/** Characters of names that fit into one line behind 等候 45 位. */
const ROOM_FOR_NAMES = 20
const NAMED = 3

type Props = {
  readonly meeting: HeldMeeting
  /** Null between two items. */
  readonly item: AgendaItem | null
  readonly code: string
}

/** What is being discussed, or what comes next; latecomers still find the way in. */
export function ItemPage({ meeting, item, code }: Props) {
  const client = useHall()
  const [address] = client.addresses
  const { agenda } = meeting
  const place = item === null ? -1 : agenda.findIndex((one) => one.itemId === item.itemId)
  const next = agenda.find((one) => one.phase === 'planned')
  const waiting = foremostPlaces(meeting).map((request) => nameOf(client, request.seatId))
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
        {item !== null && waiting.length > 0 && (
          <p className="label cut">
            等候 {waiting.length} 位：{fitting(waiting.slice(0, NAMED), ROOM_FOR_NAMES).join('、')}
            {waiting.length > NAMED && '等'}
          </p>
        )}
        {written !== null && <WrittenLine line={written} />}
      </div>
      {address !== undefined && (
        <footer className="band late">
          还没进来的，用手机打开 <b>{addressText(address)}</b>，会议码 <b>{code}</b>
        </footer>
      )}
    </>
  )
}
