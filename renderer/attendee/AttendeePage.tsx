import { useState } from 'react'
import { useHall } from '../connection/hall-context.tsx'
import { CodePage } from './door/CodePage.tsx'
import { NamePage } from './door/NamePage.tsx'
import { useDoor } from './door/use-door.ts'
import { WaitingPage } from './door/WaitingPage.tsx'
import { EndedPage } from './ended/EndedPage.tsx'
import { ConnectingPage } from './frame/ConnectingPage.tsx'
import { useStanding } from './frame/use-standing.ts'
import { MeetingPage } from './meeting/MeetingPage.tsx'

/** The page of somebody in the room; `hasCode`: a code was scanned or kept, and is shown at the door by itself. */
export function AttendeePage({ hasCode }: { readonly hasCode: boolean }) {
  const client = useHall()
  const standing = useStanding(client.phase)
  const door = useDoor(client.phase)
  const [byItself, setByItself] = useState(hasCode)
  // It was no good: from now on the person types.
  if (byItself && client.refusal?.to === 'enter') setByItself(false)
  switch (standing.at) {
    case 'ended':
      return <EndedPage reason={standing.reason} />
    case 'live':
      return <MeetingPage viewer={standing.viewer} meetingId={standing.meetingId} />
    case 'waiting':
      return <WaitingPage door={door} seatId={standing.seatId} />
    case 'door':
      return <NamePage door={standing} />
    case 'stranger':
      return byItself ? <ConnectingPage /> : <CodePage />
    case 'connecting':
      return <ConnectingPage />
  }
}
