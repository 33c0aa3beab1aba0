import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { CouncilId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { councilStream } from '../../../shared/streams/stream-name.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { useDraft } from '../../connection/use-draft.ts'
import { useNotices } from '../desk-context.tsx'
import { Connecting } from '../frame/Connecting.tsx'
import { go } from '../place.ts'
import { AgendaLines } from './AgendaLines.tsx'
import { ConveneFields } from './ConveneFields.tsx'
import { convening, isMeetingPlan, newPlan, planFault } from './meeting-plan.ts'
import { RuleFields } from './RuleFields.tsx'
import { SetupPage } from './SetupPage.tsx'

/** Step 2 会议: what is discussed, by which rule; it opens as soon as it is convened. */
export function ConvenePage({ councilId }: { readonly councilId: CouncilId }) {
  const council = useHall().copies.council(councilId)
  return council?.phase === 'founded' ? <PlanForm council={council} /> : <Connecting />
}

function PlanForm({ council }: { readonly council: FoundedCouncil }) {
  const client = useHall()
  const { refused } = useNotices()
  const [plan, setPlan] = useDraft(`plan.${council.councilId}`, newPlan(council, client.hostNow()), isMeetingPlan)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const fault = planFault(plan)
  const first = council.meetings.length === 0

  const convene = async () => {
    setTried(true)
    if (fault !== null || busy) return
    setBusy(true)
    const stream = councilStream(council.councilId)
    const known = council.meetings.some((meeting) => meeting.meetingId === plan.meetingId)
    const answer = known
      ? null
      : await refused(client.send(stream, null, 'conveneMeeting', convening(plan, client.hostNow())))
    setBusy(false)
    if (answer !== null && !answer.ok) return
    // Kept before the page is left: the next meeting begins with a plan of its own.
    flushSync(() => setPlan(newPlan(council, client.hostNow())))
    go({ at: 'meeting', meetingId: plan.meetingId })
  }

  return (
    <SetupPage
      at={first ? 1 : null}
      title="开一次会"
      detail={first ? `${council.name}　第二步，共三步` : council.name}
      fault={tried ? fault : null}
      next={first ? '下一步：开门签到' : '开门签到'}
      busy={busy}
      onNext={() => void convene()}
    >
      <div className="setup-columns">
        <section className="sheet setup-sheet" aria-label="会议">
          <h2 className="song">会议</h2>
          <ConveneFields council={council} plan={plan} onChange={setPlan} />
        </section>
        <div>
          <section className="sheet setup-sheet" aria-label="议题">
            <h2 className="song">议题</h2>
            <AgendaLines lines={plan.lines} onChange={(lines) => setPlan({ ...plan, lines })} />
          </section>
          <section className="sheet setup-sheet" aria-label="表决规则">
            <h2 className="song">表决规则</h2>
            <RuleFields
              rule={plan.rule}
              entitled={council.seats.filter((seat) => seat.voting).length}
              onChange={(rule) => setPlan({ ...plan, rule })}
            />
          </section>
        </div>
      </div>
    </SetupPage>
  )
}
