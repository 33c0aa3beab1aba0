import './papers.css'
import { IconCalendar, IconFileCheck } from '@tabler/icons-react'
import { AutoComplete, Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { type FormEvent, useState } from 'react'
import { type ResolutionId, worksheetId } from '../../../shared/core/ids.ts'
import { worksheetNumber } from '../../../shared/papers/worksheet-number.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { usePeopleFilter } from '../../ui/use-people-finder.ts'
import { useDesk } from '../desk-context.tsx'
import { dateAfter, dueText } from './due-text.ts'

/** Days that are usual for a worksheet. */
const USUAL_DAYS = [7, 15, 30]
const MAX_UNIT = 60

/** The calendar opens to the side that has room, and moves over the field rather than out of a low window. */
const placements = {
  bottomLeft: { points: ['tl', 'bl'], offset: [0, 4], overflow: { adjustX: true, adjustY: true, shiftY: true } },
}

type Draft = { readonly unit: string; readonly dueOn: string | null }

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'unit' in value &&
  typeof value.unit === 'string' &&
  'dueOn' in value &&
  (value.dueOn === null || (typeof value.dueOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(value.dueOn)))

/** 交办 in place: 责任单位 and 时限 of a resolution; once given, the worksheet's facts. */
export function AssignWorksheet({ resolutionId }: { readonly resolutionId: ResolutionId }) {
  const { client, meeting } = useDesk()
  const given = meeting.followUp.find((one) => one.resolutionId === resolutionId)
  if (given === undefined) {
    if (meeting.phase === 'sealed') return <p className="hint">没有交办，记录已封存。需要办理的，请另写说明。</p>
    return <AssignForm resolutionId={resolutionId} />
  }
  const { meetingId, practice } = meeting
  const number = worksheetNumber(client.copies.ledger(meeting.councilId), { meetingId, resolutionId, practice })
  return (
    <p className="fact">
      <IconFileCheck size={16} aria-hidden />
      <span className="fact-grow worksheet-facts">
        <b>{practice ? `工单（${number}）` : `工单 ${number ?? '正在编号'}`}</b>
        <span>{given.unit}</span>
        <span>{dueText(given.dueOn, client.hostNow())}</span>
      </span>
    </p>
  )
}

function AssignForm({ resolutionId }: { readonly resolutionId: ResolutionId }) {
  const { act, client, meeting, say } = useDesk()
  const [draft, setDraft] = useDraft<Draft>(`worksheet.${resolutionId}`, { unit: '', dueOn: null }, isDraft)
  const [sending, setSending] = useState(false)
  const filter = usePeopleFilter()
  const unit = draft.unit.trim()
  const now = client.hostNow()
  const known = new Set(client.copies.ledger(meeting.councilId)?.worksheets.map((worksheet) => worksheet.unit))
  const ready = unit !== '' && draft.dueOn !== null
  const assign = async (event: FormEvent) => {
    event.preventDefault()
    const { dueOn } = draft
    if (dueOn === null || unit === '' || sending) return
    setSending(true)
    const id = worksheetId.mint(randomBytes)
    const answer = await act('assignWorksheet', { worksheetId: id, resolutionId, unit, dueOn })
    setSending(false)
    if (answer.ok) say(`已交办给${unit}`)
  }
  return (
    <form className="assign" aria-label="交办" onSubmit={assign}>
      <AutoComplete
        className="assign-unit"
        aria-label="责任单位"
        placeholder="责任单位"
        value={draft.unit}
        maxLength={MAX_UNIT}
        options={[...known].map((value) => ({ value }))}
        showSearch={filter}
        onChange={(value) => setDraft((old) => ({ ...old, unit: value ?? '' }))}
      />
      <DatePicker
        className="assign-due"
        aria-label="时限"
        placeholder="时限"
        format="YYYY年M月D日"
        suffixIcon={<IconCalendar size={18} aria-hidden="true" />}
        value={draft.dueOn === null ? null : dayjs(draft.dueOn)}
        minDate={dayjs(dateAfter(now, 0))}
        showNow={false}
        builtinPlacements={placements}
        onChange={(date) => setDraft((old) => ({ ...old, dueOn: date === null ? null : date.format('YYYY-MM-DD') }))}
      />
      <div className="assign-days">
        {USUAL_DAYS.map((days) => {
          const dueOn = dateAfter(now, days)
          return (
            <Button
              key={days}
              size="small"
              aria-pressed={draft.dueOn === dueOn}
              title={dueText(dueOn, now)}
              onClick={() => setDraft((old) => ({ ...old, dueOn }))}
            >
              {days} 天
            </Button>
          )
        })}
      </div>
      <Button htmlType="submit" disabled={!ready} loading={sending}>
        {sending && client.phase.at !== 'live' ? '连上后交办' : '交办'}
      </Button>
    </form>
  )
}
