import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import './convene.css'
import type { HallClient } from '../../../shared/client/hall-client.ts'
import { NAME_DELETED } from '../../../shared/contacts/deleted-name.ts'
import type { CouncilId } from '../../../shared/core/ids.ts'
import { votes } from '../../../shared/council/standing.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { councilStream } from '../../../shared/streams/stream-name.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { meetingOf } from '../../connection/meeting-view.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { useNotices } from '../desk-context.tsx'
import { SetupPage } from '../first-run/SetupPage.tsx'
import { Connecting } from '../frame/Connecting.tsx'
import { useLibrary } from '../library/use-library.ts'
import { go, restAt } from '../place.ts'
import { RuleChooser } from '../rules/RuleChooser.tsx'
import { AgendaLines } from './AgendaLines.tsx'
import { FormatChoice } from './FormatChoice.tsx'
import { MoreFields } from './MoreFields.tsx'
import { isMeetingPlan, type MeetingPlan, newPlan } from './meeting-plan.ts'
import { PeopleFields } from './PeopleFields.tsx'
import { PlaceField, TimeField } from './PlaceAndTime.tsx'
import { Readiness } from './Readiness.tsx'
import { convening, planFault, type Settled, settled } from './settled.ts'
import { offered } from './suggested.ts'

type Asked = {
  readonly councilId: CouncilId
  /** The format that a reminder led here for. */
  readonly asked: string | null
}

/** 开一次会: which form, about what, where; everything else follows the form. It opens as soon as it is convened. */
export function ConvenePage({ asked, councilId }: Asked) {
  const client = useHall()
  const library = useLibrary()
  const [plan, setPlan] = useDraft(`plan.${councilId}`, newPlan(), isMeetingPlan)
  // Asked for once: whoever then chooses another format keeps that.
  const [wanted, setWanted] = useState(asked)
  useEffect(() => {
    if (wanted === null) return
    setWanted(null)
    restAt({ at: 'convene', councilId })
    if (library.formats.some((format) => format.formatId === wanted)) setPlan({ ...plan, formatId: wanted })
  }, [wanted, councilId, library, plan, setPlan])
  const council = client.copies.council(councilId)
  if (council?.phase !== 'founded') return <Connecting />
  const ready = settled(plan, council, library, { now: client.hostNow(), lastPlace: lastPlaceOf(client, council) })
  return ready === null ? null : <PlanForm council={council} plan={plan} ready={ready} setPlan={setPlan} />
}

/** Where the council met last in earnest, as far as this page knows. */
function lastPlaceOf(client: HallClient, { meetings }: FoundedCouncil): string {
  const last = meetings.filter((meeting) => !meeting.practice).at(-1)
  return last === undefined ? '' : (meetingOf(client, last.meetingId)?.place ?? '')
}

type Props = {
  readonly council: FoundedCouncil
  readonly plan: MeetingPlan
  readonly ready: Settled
  readonly setPlan: (plan: MeetingPlan) => void
}

function PlanForm({ council, plan, ready, setPlan }: Props) {
  const client = useHall()
  const { formats } = useLibrary()
  const { refused } = useNotices()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const fault = planFault(plan, ready, council)
  const first = council.meetings.length === 0
  const { actFirst, decision, rollCall } = ready.form
  const noticeAsked = ready.format.noticeDays > 0 || ready.rule?.noticeDays !== undefined
  const fields = { council, plan, ready, onChange: setPlan }
  const { names } = client
  const invitees = useMemo(
    () =>
      council.seats
        .filter((seat) => seat.kind === 'public')
        .map(({ seatId }) => ({ value: seatId, label: names[seatId] ?? NAME_DELETED })),
    [council.seats, names],
  )

  const convene = async () => {
    setTried(true)
    if (fault !== null || busy) return
    setBusy(true)
    const known = council.meetings.some((meeting) => meeting.meetingId === plan.meetingId)
    const data = convening(plan, ready, council)
    const answer = known
      ? null
      : await refused(client.send(councilStream(council.councilId), null, 'conveneMeeting', data))
    setBusy(false)
    if (answer !== null && !answer.ok) return
    // Kept before the page is left: the next meeting begins with a plan of its own.
    flushSync(() => setPlan(newPlan()))
    go({ at: 'meeting', meetingId: plan.meetingId })
  }
  const next = actFirst ? '补记处置经过' : rollCall ? '开门签到' : '开会'

  return (
    <SetupPage
      at={first ? 1 : null}
      title={actFirst ? '补记一次现场处置' : '开一次会'}
      detail={first ? `${council.name}　第二步，共三步` : council.name}
      fault={tried ? fault : null}
      next={first ? `下一步：${next}` : next}
      busy={busy}
      onNext={() => void convene()}
    >
      <div className="setup-columns">
        <div>
          <FormatChoice
            councilId={council.councilId}
            {...offered(council, formats)}
            chosen={ready.format}
            onChoose={(formatId) => setPlan({ ...plan, formatId })}
          />
          <section className="sheet setup-sheet" aria-label={actFirst ? '处置事项' : '议题'}>
            <h2 className="song">{actFirst ? '处置事项' : '议题'}</h2>
            <AgendaLines
              lines={plan.lines}
              actFirst={actFirst}
              invitees={rollCall ? invitees : []}
              noticed={plan.noticedOn !== null}
              onChange={(lines) => setPlan({ ...plan, lines })}
            />
          </section>
        </div>
        <div>
          <section className="sheet setup-sheet" aria-label="会议">
            <PlaceField plan={plan} place={ready.place} actFirst={actFirst} onChange={setPlan} />
            {actFirst && <TimeField plan={plan} actFirst onChange={setPlan} />}
            {ready.turn !== null && <PeopleFields {...fields} />}
            <MoreFields {...fields} noticeAsked={noticeAsked} />
          </section>
          <Readiness {...fields} noticeAsked={noticeAsked} />
          {decision === 'vote' && (
            <section className="sheet setup-sheet" aria-label="表决规则">
              <h2 className="song">表决规则</h2>
              <RuleChooser
                value={ready.rule}
                decision={decision}
                entitled={council.seats.filter(votes).length}
                onDay={ready.on}
                onChange={(rule) => setPlan({ ...plan, rule: { insteadOf: ready.format.ruleId, rule } })}
              />
            </section>
          )}
        </div>
      </div>
    </SetupPage>
  )
}
