import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Contact } from '../../../shared/contacts/messages.ts'
import { chinaDate } from '../../../shared/core/china-time.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { firstShown } from '../../ui/first-shown.ts'
import { seatKindNames } from '../../ui/seat-kinds.ts'
import { usePeopleFinder } from '../../ui/use-people-finder.ts'
import { Retention } from '../personal-data/Retention.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import type { Deletion } from './use-deleting.ts'

type Props = {
  readonly former: FoundedCouncil['retired']
  readonly contacts: ReadonlyMap<SeatId, Contact>
  readonly onDelete: (seatId: SeatId, what: Deletion) => void
  readonly onClose: () => void
}

/** 已退出: whose names are still known, so that they can be deleted. */
export function FormerPanel({ contacts, former, onClose, onDelete }: Props) {
  const [query, setQuery] = useState('')
  const finder = usePeopleFinder()
  const known = former.flatMap((seat) => {
    const contact = contacts.get(seat.seatId)
    return contact === undefined ? [] : [{ ...seat, ...contact }]
  })
  const { more, shown } = firstShown(finder.find(known, query))
  const nameless = former.length - known.length
  return (
    <PanelFrame title={`已退出的 ${former.length} 人`} onClose={onClose}>
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
        {shown.map(({ house, kind, name, phone, retiredAt, seatId }) => (
          <li key={seatId}>
            <b>{name}</b>
            <span className="note">
              {seatKindNames[kind]}
              {retiredAt !== null && `，${chinaDate(retiredAt)} 退出`}
            </span>
            <span className="row wrap">
              {(phone !== null || house !== null) && (
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
