import { useId } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { votes } from '../../../shared/council/standing.ts'
import { seatOf } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { itemStanding } from '../../../shared/meeting/voting/item-standing.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { Refused } from '../frame/Refused.tsx'
import { pendingData } from '../meeting/pending.ts'
import { useAct } from '../meeting/use-act.ts'

const MAX_REASON = 200

/** What is being written, null while nobody has begun. */
const isWritten = (value: unknown): value is string | null => value === null || typeof value === 'string'

type Props = { readonly meeting: HeldMeeting; readonly seatId: SeatId; readonly name: string }

/** 回避 on the item that is on: asked for by the person, with a confirmation; nothing for a seat that does not vote. */
export function Recusal({ meeting, seatId, name }: Props) {
  const { pending } = useHall()
  const { act, refused } = useAct(meeting, seatId)
  const itemId = meeting.runningItem
  const draft = `recusal.${itemId}.${seatId}`
  const [reason, setReason] = useDraft<string | null>(draft, null, isWritten)
  const id = useId()
  const seat = seatOf(meeting.attendance, seatId)
  const item = meeting.agenda.find((one) => one.itemId === itemId)
  if (seat === undefined || !votes(seat) || item === undefined) return null
  const standing = itemStanding(meeting, item.itemId, seat)
  // Who decides is settled while a vote is open.
  if (standing === 'notInvited' || meeting.voting.open !== null) return null
  const sending = (['recordRecusal', 'withdrawRecusal'] as const).some(
    (type) => pendingData(pending, type, seatId) !== undefined,
  )
  const ask = async (why: string) => {
    const data = { itemId: item.itemId, seatId, reason: why.trim() === '' ? '与本题有利害关系' : why.trim() }
    const answer = await act('recordRecusal', data)
    if (!answer.ok) return
    setReason(null)
    forgetDraft(draft)
  }
  return (
    <section className="recusal" aria-label="本题回避">
      {standing === 'recused' && (
        <>
          <p className="sheet" role="status">
            {name}，本题回避，不参加表决，应到、实到都不计入。
          </p>
          <button
            type="button"
            className="key wide"
            disabled={sending}
            onClick={() => void act('withdrawRecusal', { itemId: item.itemId, seatId })}
          >
            {sending ? '正在送出，连上后自动送到' : '取消回避'}
          </button>
        </>
      )}
      {standing === null && reason === null && (
        <button type="button" className="key wide" disabled={sending} onClick={() => setReason('')}>
          {sending ? '正在送出，连上后自动送到' : '这一项和我有关，要回避'}
        </button>
      )}
      {standing === null && reason !== null && (
        <>
          <p className="second">
            “{item.title}”这一项，{name}将不参加表决，也不算在应到里，还可以留在会场。表决开始前可以取消。
          </p>
          <label htmlFor={id}>原因（只有主持人和话事员看得到）</label>
          <input
            id={id}
            className="field"
            maxLength={MAX_REASON}
            placeholder="例如：施工单位是我家亲戚"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="pair">
            <button type="button" className="key" onClick={() => setReason(null)}>
              不回避
            </button>
            <button type="button" className="key go" disabled={sending} onClick={() => void ask(reason)}>
              确认回避
            </button>
          </div>
        </>
      )}
      <Refused sentence={refused} />
    </section>
  )
}
