import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Contact } from '../../../shared/contacts/messages.ts'
import { chinaDate } from '../../../shared/core/china-time.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'
import { firstShown } from '../../ui/first-shown.ts'
import { usePeopleFinder } from '../../ui/use-people-finder.ts'
import { Retention } from '../personal-data/Retention.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { formerText } from './roster-words.ts'
import type { Deletion } from './use-deleting.ts'
import type { WalkIn } from './walk-ins.ts'

type Props = {
  readonly former: FoundedCouncil['retired']
  readonly walkIns: readonly WalkIn[]
  readonly contacts: ReadonlyMap<SeatId, Contact>
  readonly onDelete: (seatId: SeatId, what: Deletion) => void
  readonly onClose: () => void
}

/** 已退出 and 现场登记: who is on no roster and whose name is still known, so that it can be deleted. */
export function FormerPanel({ contacts, former, onClose, onDelete, walkIns }: Props) {
  const [query, setQuery] = useState('')
  const finder = usePeopleFinder()
  const known = former.flatMap(({ kind, retiredAt, seatId }) => {
    const contact = contacts.get(seatId)
    if (contact === undefined) return []
    const since = retiredAt === null ? '' : `，${chinaDate(retiredAt)} 退出`
    const reachable = contact.phone !== null || contact.house !== null
    return [{ seatId, name: contact.name, told: seatKindNames[kind] + since, reachable }]
  })
  const came = walkIns.map(({ day, name, seatId, title }) => {
    return { seatId, name, told: `${seatKindNames.walkIn}，${day} ${title}`, reachable: false }
  })
  const { more, shown } = firstShown(finder.find([...known, ...came], query))
  const nameless = former.length - known.length
  return (
    <PanelFrame title={formerText(former.length, walkIns.length)} onClose={onClose}>
      <p className="note">
        开过的会里还用得到他们的姓名，所以留着。不再需要时可以删除，记录里只写“（姓名已删除）”。
        {nameless > 0 && `其中 ${nameless} 人的姓名已经删除。`}
      </p>
      <Retention />
      <Input
        size="small"
        allowClear
        aria-label="在已退出的人里找"
        placeholder="姓名或拼音"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="roster-former">
        {shown.map(({ name, reachable, seatId, told }) => (
          <li key={seatId}>
            <b>{name}</b>
            <span className="note">{told}</span>
            <span className="row wrap">
              {reachable && (
                <Button size="small" aria-label={`删除电话和门牌：${name}`} onClick={() => onDelete(seatId, 'places')}>
                  删除电话和门牌
                </Button>
              )}
              <Button
                size="small"
                aria-label={`删除姓名和联系方式：${name}`}
                onClick={() => onDelete(seatId, 'contact')}
              >
                删除姓名和联系方式
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="sub">{query === '' ? '没有还留着姓名的人。' : `没有找到“${query}”。`}</p>}
      {more !== null && <p className="note">{more}</p>}
    </PanelFrame>
  )
}
