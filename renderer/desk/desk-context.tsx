import { App } from 'antd'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { HallClient } from '../../shared/client/hall-client.ts'
import type { Answer } from '../../shared/client/outbox.ts'
import type { MeetingId, SeatId } from '../../shared/core/ids.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHall } from '../connection/hall-context.tsx'
import { type Act, actFor } from '../connection/meeting-view.ts'

type Desk = {
  readonly meeting: HeldMeeting
  readonly meetingId: MeetingId
  /** The seat that acts; null for the operator. */
  readonly seatId: SeatId | null
  readonly client: HallClient
  /** Sends a command as whoever this page is; a refusal is shown with the host's own sentence. */
  readonly act: Act
  /** Tells the person that something is done. */
  readonly say: (sentence: string) => void
}

const DeskContext = createContext<Desk | null>(null)

type Props = { readonly meeting: HeldMeeting; readonly seatId: SeatId | null; readonly children: ReactNode }

export function DeskProvider({ meeting, seatId, children }: Props) {
  const client = useHall()
  const { refused, say } = useNotices()
  const { meetingId } = meeting
  const act = useMemo<Act>(() => {
    const send = actFor(client, meetingId, seatId)
    return (type, data) => refused(send(type, data))
  }, [client, meetingId, seatId, refused])
  return <DeskContext value={{ meeting, meetingId, seatId, client, act, say }}>{children}</DeskContext>
}

/** The meeting that this page runs, and how to act in it. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a DeskProvider is missing')
  return desk
}

/** How the desk answers a person: a short word when something is done, a notice that stays when it was refused. */
export function useNotices() {
  const { message, notification } = App.useApp()
  return useMemo(() => {
    const refuse = (sentence: string) =>
      notification.warning({ key: sentence, title: '没有办成', description: sentence, role: 'alert' })
    return {
      say: (sentence: string) => void message.success(sentence),
      refuse,
      /** Shows the sentence of a refusal; gives the answer on. */
      refused: async (answer: Promise<Answer>): Promise<Answer> => {
        const given = await answer
        if (!given.ok) refuse(given.sentence)
        return given
      },
    }
  }, [message, notification])
}
