import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { Refused } from '../frame/Refused.tsx'
import { useAct } from '../meeting/use-act.ts'
import { floorStanding } from './floor-standing.ts'
import { OnFloorDock } from './OnFloorDock.tsx'
import './floor.css'

type Props = { readonly meeting: HeldMeeting; readonly seatId: SeatId }

/** At the thumb: what this seat can do with the floor now, and why the last try was refused. */
export function FloorDock({ meeting, seatId }: Props) {
  const client = useHall()
  const { act, refused } = useAct(meeting, seatId)
  const standing = floorStanding(meeting, seatId, client.pending)
  const signIn = (look: 'key wide' | 'key go wide') => (
    <button type="button" className={look} onClick={() => void act('signIn', { seatId })}>
      我到了，签到
    </button>
  )
  const dock = () => {
    switch (standing.at) {
      case 'over':
        return null
      case 'signingIn':
        return <p role="status">正在签到，连上后自动送到。</p>
      case 'notHere':
        return (
          <>
            <p className="dock-line">签到以后，才能发言和表决。</p>
            {signIn('key go wide')}
          </>
        )
      case 'chairing': {
        const { standsInFor } = standing
        return standsInFor === null ? (
          <p>您在主持，不参与争论。要发言，请先在主持台请一位代主持。</p>
        ) : (
          <p>您在代{nameOf(client, standsInFor)}主持。等他说完，请在主持台把主持交回。</p>
        )
      }
      case 'noItem':
        return <p>主持人开始一个议题以后，就可以在这里举手发言。</p>
      case 'floor':
        return (
          <>
            <OnFloorDock meeting={meeting} seatId={seatId} standing={standing} act={act} />
            {!standing.isHere && signIn('key wide')}
          </>
        )
    }
  }
  return (
    <>
      {dock()}
      <Refused sentence={refused} />
    </>
  )
}
