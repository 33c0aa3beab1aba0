import { Button } from 'antd'
import { useState } from 'react'
import type { ItemId, SeatId } from '../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { useDesk } from '../../desk-context.tsx'
import { RecusalDialog } from '../attendance/RecusalDialog.tsx'

/** Who stands aside on this item, and the way back before its vote opens; nothing while nobody does. */
export function Recusals({ item }: { readonly item: AgendaItem }) {
  const { act, client, meeting, say } = useDesk()
  const { itemId, recusals } = item
  if (recusals.length === 0) return null
  const settled = meeting.phase !== 'open' || meeting.voting.open?.itemId === itemId
  const withdraw = async (seatId: SeatId) => {
    const answer = await act('withdrawRecusal', { itemId, seatId })
    if (answer.ok) say(`${nameOf(client, seatId)}不再回避`)
  }
  return (
    <section className="recusals" aria-label="本题回避">
      <span className="recusals-name">本题回避</span>
      {recusals.map(({ reason, seatId }) => {
        const name = nameOf(client, seatId)
        return (
          <span key={seatId} className="recusal" title={reason ?? ''}>
            <b className="one">{name}</b>
            {!settled && (
              <Button type="link" size="small" aria-label={`取消${name}的回避`} onClick={() => void withdraw(seatId)}>
                取消
              </Button>
            )}
          </span>
        )
      })}
    </section>
  )
}

/** 登记回避 of somebody on this item. */
export function AddRecusal({ itemId }: { readonly itemId: ItemId }) {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Button type="text" size="small" onClick={() => setAdding(true)}>
        登记回避
      </Button>
      {adding && <RecusalDialog seatId={null} itemId={itemId} onClose={() => setAdding(false)} />}
    </>
  )
}
