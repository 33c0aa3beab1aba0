import { useState } from 'react'
import type { Answer } from '../../../shared/client/outbox.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { MeetingCommand, MeetingCommandOf } from '../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { actFor } from '../../connection/meeting-view.ts'

type Send = <Type extends MeetingCommand['type']>(type: Type, data: MeetingCommandOf<Type>) => Promise<Answer>

/** Acts for a seat; `refused` is why the last act was refused, until the next one. */
export function useAct(
  { meetingId }: HeldMeeting,
  seatId: SeatId,
): { readonly act: Send; readonly refused: string | null } {
  const client = useHall()
  const [refused, setRefused] = useState<string | null>(null)
  const act: Send = async (type, data) => {
    setRefused(null)
    const answer = await actFor(client, meetingId, seatId)(type, data)
    if (!answer.ok) setRefused(answer.sentence)
    return answer
  }
  return { act, refused }
}
