import { useState } from 'react'
import { type SeatId, speechId } from '../../../shared/core/ids.ts'
import { currentRules } from '../../../shared/meeting/floor/rules-in-use.ts'
import type { Stance } from '../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { askingSentence } from '../../../shared/wording/asking-rejections.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { aheadOf, spokenWords } from '../../ui/speaking-queue.ts'
import type { useAct } from '../meeting/use-act.ts'
import { AskKey } from './AskKey.tsx'
import { type FloorStanding, isEnding, offersAskKey } from './floor-standing.ts'
import { GroupTime } from './GroupTime.tsx'
import { OtherWays } from './OtherWays.tsx'
import { Places } from './Places.tsx'
import { StanceStep } from './StanceStep.tsx'
import { TurnDock } from './TurnDock.tsx'
import { UnderWay } from './UnderWay.tsx'
import { WayStep } from './WayStep.tsx'
import { wayName } from './way-words.ts'
import { chosenWay, type Way } from './ways-to-ask.ts'

type Props = {
  readonly meeting: HeldMeeting
  readonly seatId: SeatId
  readonly standing: Extract<FloorStanding, { at: 'floor' }>
  readonly act: ReturnType<typeof useAct>['act']
}

/** While an item is discussed: one's own turn, one's places in the queue, and the ways to ask. */
export function OnFloorDock({ act, meeting, seatId, standing }: Props) {
  const client = useHall()
  const [choosing, choose] = useState<Way['kind'] | null>(null)
  const { places, turn, underWay, ways } = standing
  const rules = currentRules(meeting)
  const request = ({ kind, to }: Way, stance: Stance | null, category?: string) => {
    choose(null)
    const id = speechId.mint(randomBytes)
    const about = to === null ? {} : { to: to.speechId }
    void act('requestFloor', {
      speechId: id,
      seatId,
      kind,
      stance,
      category,
      itemId: meeting.runningItem ?? undefined,
      ...about,
    })
  }
  /** An answer needs no further word: whatever it answers was just said. */
  const begin = (way: Way) => (way.kind === 'answer' ? request(way, null) : choose(way.kind))
  const chosen = chosenWay(ways, choosing)
  const back = () => choose(null)
  const step = () => {
    if (chosen === null) return null
    const { kind } = chosen
    if (kind === 'answer') return null
    if (kind === 'ordinary') {
      return <StanceStep required={rules.stanceRequired} onAsk={(stance) => request(chosen, stance)} onBack={back} />
    }
    const categories = kind === 'pointOfOrder' ? (rules.pointsOfOrder ?? []) : []
    return (
      <WayStep
        kind={kind}
        categories={categories}
        onAsk={(category) => request(chosen, null, category)}
        onBack={back}
      />
    )
  }
  const ordinary = ways.find(({ kind }) => kind === 'ordinary')
  const big = ordinary !== undefined && offersAskKey(standing) ? ordinary : null
  const answer = turn === null ? undefined : ways.find(({ kind, refusal }) => kind === 'answer' && refusal === null)
  const others = ways.filter(
    (way) => way !== big && way !== answer && (way.kind !== 'ordinary' || way.refusal === null),
  )
  const stepShown = step()
  return (
    <div className="floor-dock">
      {meeting.standsInFor === seatId && (
        <p className="note">{nameOf(client, meeting.chair)}正在代您主持，您说完后由他把主持交回。</p>
      )}
      {turn !== null && (
        <TurnDock
          turn={turn}
          rules={rules}
          ending={isEnding(client.pending, seatId, turn.speech.speechId)}
          onEnd={() => void act('endSpeech', { speechId: turn.speech.speechId })}
          answer={answer === undefined ? null : { name: wayName(answer), give: () => begin(answer) }}
        />
      )}
      {stepShown ?? (
        <>
          <GroupTime meeting={meeting} seatId={seatId} />
          {places.length > 0 && (
            <Places
              meeting={meeting}
              places={places}
              passing={rules.policy === 'round'}
              onWithdraw={({ speechId }) => void act('withdrawRequest', { speechId })}
              onPass={({ speechId }) => void act('passTurn', { speechId })}
            />
          )}
          <UnderWay all={underWay} />
          {big !== null && (
            <AskKey
              way={big}
              needsStance={rules.stanceRequired}
              spoken={spokenWords(meeting, seatId)}
              waiting={aheadOf(meeting, seatId)}
              onAsk={() => choose('ordinary')}
            />
          )}
          <OtherWays ways={others} said={big?.refusal == null ? null : askingSentence(big.refusal)} onAsk={begin} />
        </>
      )}
    </div>
  )
}
