import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CouncilId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { usePeopleFilter } from '../../ui/use-people-finder.ts'
import './bench.css'
import { useNotices } from '../desk-context.tsx'
import { isSampleCouncil } from '../first-run/practice.ts'
import { SetupPage } from '../first-run/SetupPage.tsx'
import { Connecting } from '../frame/Connecting.tsx'
import { useLibrary } from '../library/use-library.ts'
import { go } from '../place.ts'
import { councilsOf, meetingsOf } from '../start/meetings-shown.ts'
import { type BenchPlan, benchFault, isBenchPlan, mayChair, newBenchPlan, suggestedTitle } from './bench-plan.ts'
import { foundAndHold, holdBench } from './hold-bench.ts'

/** 板凳会议 on one short page: one person writes what it is about, and it is open. */
export function BenchStart({ councilId }: { readonly councilId: CouncilId | null }) {
  const client = useHall()
  const [plan, setPlan] = useDraft(`bench.${councilId ?? 'new'}`, useState(newBenchPlan)[0], isBenchPlan)
  const councils = councilsOf(client).filter((known) => known.councilId !== plan.founding.councilId)
  const council =
    councilId === null
      ? (councils.find((known) => !isSampleCouncil(known)) ?? null)
      : (councils.find((known) => known.councilId === councilId) ?? null)
  if (councilId !== null && council === null) return <Connecting />
  return <BenchForm council={council} plan={plan} onPlan={setPlan} />
}

type Props = {
  /** Null: one is founded with the meeting. */
  readonly council: FoundedCouncil | null
  readonly plan: BenchPlan
  readonly onPlan: (plan: BenchPlan) => void
}

function BenchForm({ council, plan, onPlan }: Props) {
  const client = useHall()
  const { refuse } = useNotices()
  const { formats } = useLibrary()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const filter = usePeopleFilter()
  const id = useId()
  const format = formats.find((known) => known.formatId === 'bench')
  const chairs = council === null ? [] : mayChair(council)
  const last = meetingsOf(client).find(
    (known) => known.form.formatId === 'bench' && known.councilId === council?.councilId,
  )
  const meeting = {
    ...plan,
    title: plan.title ?? suggestedTitle(format?.name ?? '板凳会议', client.hostNow()),
    place: plan.place ?? last?.place ?? '',
    chair:
      council === null
        ? plan.founding.seatId
        : ((chairs.find(({ seatId }) => seatId === plan.chair) ?? chairs[0])?.seatId ?? null),
  }
  const change = (changed: Partial<BenchPlan>) => onPlan({ ...plan, ...changed })
  const found = (changed: Partial<BenchPlan['founding']>) => change({ founding: { ...plan.founding, ...changed } })
  const voted = format === undefined || format.decision === 'vote'
  const fault = voted
    ? '“板凳会议”这个形式改成了要表决。请到“会议形式”恢复原样，或从“开一次会”召集。'
    : benchFault(meeting, council === null)

  const hold = async () => {
    setTried(true)
    const { chair } = meeting
    if (fault !== null || busy || format === undefined || chair === null) return
    setBusy(true)
    const ready = { ...meeting, chair }
    const held =
      council === null ? await foundAndHold(client, ready, format) : await holdBench(client, council, ready, format)
    setBusy(false)
    if (!held.ok) return void refuse(held.sentence)
    // Kept before the page is left: the next meeting begins with a plan of its own.
    flushSync(() => onPlan(newBenchPlan()))
    go({ at: 'meeting', meetingId: meeting.meetingId })
  }
  const onEnter = (event: { readonly nativeEvent: { readonly isComposing: boolean } }) => {
    if (!event.nativeEvent.isComposing) void hold()
  }

  return (
    <SetupPage
      at={null}
      title="板凳会议"
      detail={council === null ? '不用先建组织，写一句要商量的事就能开' : council.name}
      fault={tried ? fault : null}
      next="开会"
      busy={busy}
      onNext={() => void hold()}
    >
      <section className="sheet setup-sheet setup-wide bench-start" aria-label="板凳会议">
        <p className="sub">围坐就能开：不用名册、不用签到、不投票，限时轮流说，最后记下形成了什么共识。</p>
        <div className="field">
          <label htmlFor={`${id}a`}>商量什么事（一行一件）</label>
          <Input.TextArea
            id={`${id}a`}
            autoFocus
            rows={3}
            value={plan.topics}
            placeholder="例如：三号楼前的树要不要修"
            onChange={(event) => change({ topics: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onEnter(event)
            }}
          />
        </div>
        <div className="bench-pair">
          <div className="field">
            <label htmlFor={`${id}p`}>在哪里开</label>
            <Input
              id={`${id}p`}
              maxLength={80}
              value={meeting.place}
              placeholder="例如：三号楼前凉亭"
              onChange={(event) => change({ place: event.target.value })}
              onPressEnter={onEnter}
            />
          </div>
          {council === null ? (
            <div className="field">
              <label htmlFor={`${id}n`}>您的姓名（您来主持）</label>
              <Input
                id={`${id}n`}
                value={plan.founding.person}
                onChange={(event) => found({ person: event.target.value })}
                onPressEnter={onEnter}
              />
            </div>
          ) : (
            <div className="field">
              <label htmlFor={`${id}c`}>谁主持</label>
              <Select
                id={`${id}c`}
                value={meeting.chair}
                options={chairs.map(({ kind, seatId }) => ({
                  value: seatId,
                  label: `${nameOf(client, seatId)}（${seatKindNames[kind]}）`,
                }))}
                showSearch={filter}
                onChange={(chair) => change({ chair })}
              />
            </div>
          )}
          {council === null && (
            <div className="field">
              <label htmlFor={`${id}o`}>组织名称</label>
              <Input
                id={`${id}o`}
                value={plan.founding.council}
                placeholder="例如：桂花小区板凳会"
                onChange={(event) => found({ council: event.target.value })}
                onPressEnter={onEnter}
              />
            </div>
          )}
          <div className="field">
            <label htmlFor={`${id}t`}>会议名称</label>
            <Input
              id={`${id}t`}
              maxLength={120}
              value={meeting.title}
              onChange={(event) => change({ title: event.target.value })}
              onPressEnter={onEnter}
            />
          </div>
        </div>
      </section>
    </SetupPage>
  )
}
