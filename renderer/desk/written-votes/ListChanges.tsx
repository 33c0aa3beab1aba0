import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { ListChange, WrittenVote } from '../../../shared/meeting/written-votes/state.ts'
import { askedSeats } from '../../../shared/meeting/written-votes/units.ts'
import { dateAt } from '../../../shared/papers/chinese-dates.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { exactTimeText } from '../../ui/clock-text.ts'
import { useDesk } from '../desk-context.tsx'
import { namedUnit, type People, unitWords } from './asked-units.ts'

/** 名单变动: who was added after the opening, which area was corrected, when, why and by whom; nothing where nothing was. */
export function ListChanges({ people, vote }: { readonly vote: WrittenVote; readonly people: People }) {
  const { client, meeting } = useDesk()
  const [open, setOpen] = useState(false)
  const { changes, kind } = vote
  if (changes.length === 0) return null
  const seatsOf = askedSeats(vote, meeting.attendance.seats)
  const added = changes.filter(({ was }) => was === null).length
  const corrected = changes.length - added
  const parts = [
    ...(added === 0 ? [] : [`补入 ${added} ${kind === 'owners' ? '位业主' : '户'}`]),
    ...(corrected === 0 ? [] : [`更正面积 ${corrected} 处`]),
  ]
  const named = ({ area, unitId }: ListChange) =>
    namedUnit({ unitId, seatIds: seatsOf.get(unitId) ?? [], ...(area === null ? {} : { area }) }, people)
  const words = `名单有变动：${parts.join('，')}`
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words}
      </Button>
      <Drawer title={`发起以后${words}`} size={560} open={open} onClose={() => setOpen(false)} destroyOnHidden>
        <ul className="list-changes">
          {changes.map((change) => (
            <li key={`${change.unitId}-${change.at}`}>
              <b>{unitWords(named(change))}</b>
              <span>{changeWords(change)}</span>
              <span className="note">
                {dateAt(change.at)} {exactTimeText(change.at)}，{nameOf(client, change.by)}。原因：
                {change.reason ?? '没有写'}
              </span>
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  )
}

function changeWords({ area, was }: ListChange): string {
  if (was !== null) return `面积由 ${was} 平方米改为 ${area} 平方米`
  return area === null ? '补入' : `补入，${area} 平方米`
}
