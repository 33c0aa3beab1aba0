import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { linkTo } from '../place-link.ts'
import { entitledWords, partiesWithNobody, rosterDoubts, unusualVoters } from './counting.ts'
import type { MeetingPlan } from './meeting-plan.ts'
import { NoticeField } from './NoticeField.tsx'
import { noticeWords } from './notice.ts'
import type { Settled } from './settled.ts'
import { Warning } from './Warning.tsx'

type Props = {
  readonly council: FoundedCouncil
  readonly plan: MeetingPlan
  readonly ready: Settled
  readonly noticeAsked: boolean
  readonly onChange: (plan: MeetingPlan) => void
}

/** 会前看一眼: who counts, which sides nobody stands for, whether the notice was early enough. Nothing here hinders. */
export function Readiness({ council, plan, ready, noticeAsked, onChange }: Props) {
  const client = useHall()
  const { form, format, on, rule } = ready
  const missing = partiesWithNobody(form.parties, council.seats)
  const unusual = unusualVoters(council.seats, format)
  const doubts = form.rollCall
    ? [...rosterDoubts(council.seats, on, (seat) => nameOf(client, seat)), ...(unusual === null ? [] : [unusual])]
    : []
  const notices = noticeWords({
    noticedOn: plan.noticedOn,
    on,
    formatDays: format.noticeDays,
    rule,
    region: council.region,
    items: plan.lines.filter((line) => line.title.trim() !== ''),
  })
  if (!form.rollCall && missing.length === 0 && !noticeAsked) return null
  const parties = form.parties.map(({ name, required }) => (required ? name : `${name}（可不到）`)).join('、')
  return (
    <section className="sheet setup-sheet" aria-label="会前看一眼">
      <div className="convene-head">
        <h2 className="song">会前看一眼</h2>
        <a className="convene-link" {...linkTo({ at: 'roster', councilId: council.councilId })}>
          看名册
        </a>
      </div>
      {form.rollCall && <p>{entitledWords(council.seats)}</p>}
      {doubts.map((doubt) => (
        <Warning key={doubt}>{doubt}</Warning>
      ))}
      {parties !== '' && <p className="sub">参加各方：{parties}</p>}
      {missing.length > 0 && (
        <Warning>名册上还没有这一方的人：{missing.join('、')}。照样能开会，请在名册里给这一方的人写上“方”</Warning>
      )}
      {noticeAsked && <NoticeField plan={plan} onChange={onChange} />}
      {noticeAsked &&
        notices.map(({ state, words }) => (
          <Warning key={words} ok={state === 'ok'}>
            {words}
          </Warning>
        ))}
    </section>
  )
}
