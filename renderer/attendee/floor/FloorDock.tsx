import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { policyNames } from '../../../shared/wording/speaking-order.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { stanceNames } from '../../ui/stances.ts'
import { Refused } from '../frame/Refused.tsx'
import { pendingData } from '../meeting/pending.ts'
import { useAct } from '../meeting/use-act.ts'
import { AskDock } from './AskDock.tsx'
import { floorStanding } from './floor-standing.ts'
import { QueuedDock } from './QueuedDock.tsx'
import { TurnDock } from './TurnDock.tsx'

type Props = { readonly meeting: HeldMeeting; readonly seatId: SeatId }

/** At the thumb: what this seat can do with the floor now, and why the last try was refused. */
export function FloorDock({ meeting, seatId }: Props) {
  const { pending } = useHall()
  const { act, refused } = useAct(meeting, seatId)
  const isPending = (type: 'withdrawRequest' | 'endSpeech') => pendingData(pending, type, seatId) !== undefined
  const standing = floorStanding(meeting, seatId, pending)
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
            <button type="button" className="key go wide" onClick={() => void act('signIn', { seatId })}>
              我到了，签到
            </button>
          </>
        )
      case 'chairing':
        return <p>您在主持，不参与争论。要发言，请先在主持台把主持交给别人。</p>
      case 'noItem':
        return <p>主持人开始一个议题以后，就可以在这里举手发言。</p>
      case 'speaking':
        return (
          <TurnDock {...standing} ending={isPending('endSpeech')} onEnd={() => void act('endSpeech', { seatId })} />
        )
      case 'queued':
        return (
          <QueuedDock
            {...standing}
            order={policyNames[meeting.form.speeches.policy]}
            withdrawing={isPending('withdrawRequest')}
            onWithdraw={() => void act('withdrawRequest', { seatId })}
          />
        )
      case 'sending': {
        const what = standing.stance === null ? '举手' : `举手（${stanceNames[standing.stance]}）`
        return <p role="status">{what}正在送出，连上后自动送到。</p>
      }
      case 'spokenEnough': {
        const { times } = standing
        return (
          <p>
            本题已发言 {times}/{times} 次，已经说满。可以听听别人的，或写在笔记里。
          </p>
        )
      }
      case 'free':
        return <AskDock {...standing} onAsk={(stance) => void act('requestFloor', { seatId, stance })} />
    }
  }
  return (
    <>
      {dock()}
      <Refused sentence={refused} />
    </>
  )
}
