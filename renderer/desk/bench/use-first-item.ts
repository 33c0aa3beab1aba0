import { useEffect, useRef } from 'react'
import { meetingStream } from '../../../shared/streams/stream-name.ts'
import { useDesk } from '../desk-context.tsx'

/** Nobody signs in: the first item begins as soon as the meeting is open. */
export function useFirstItem(): void {
  const { client, meeting, seatId } = useDesk()
  const { agenda, meetingId, phase } = meeting
  const [first] = agenda
  const untouched = phase === 'open' && agenda.every((item) => item.phase === 'planned')
  const started = useRef(false)
  useEffect(() => {
    if (!untouched || first === undefined || started.current) return
    started.current = true
    // Another window may have been first: then there is nothing to tell anybody.
    void client.send(meetingStream(meetingId), seatId, 'startItem', { itemId: first.itemId })
  }, [client, first, meetingId, seatId, untouched])
}
