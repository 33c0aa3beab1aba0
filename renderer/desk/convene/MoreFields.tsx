import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { LengthField } from './LengthField.tsx'
import type { MeetingPlan } from './meeting-plan.ts'
import { moreWords } from './more-words.ts'
import { NoticeField } from './NoticeField.tsx'
import { PeopleFields } from './PeopleFields.tsx'
import { TimeField } from './PlaceAndTime.tsx'
import { SpeakingFields } from './SpeakingFields.tsx'
import type { Settled } from './settled.ts'

type Props = {
  readonly council: FoundedCouncil
  readonly plan: MeetingPlan
  readonly ready: Settled
  /** The notice stands in view where it is asked for. */
  readonly noticeAsked: boolean
  readonly onChange: (plan: MeetingPlan) => void
}

/** What usually stays as it is: in a fold, with its present values in one line. */
export function MoreFields({ council, plan, ready, noticeAsked, onChange }: Props) {
  const client = useHall()
  const id = useId()
  const [unfolded, setUnfolded] = useState(false)
  // What is missing is never hidden.
  const open = unfolded || ready.chair === null || ready.scribe === null
  const { actFirst } = ready.form
  return (
    <div className="convene-more">
      <div className="row">
        <p className="sub grow">{moreWords(plan, ready, (seat) => nameOf(client, seat))}</p>
        <Button
          size="small"
          aria-expanded={open}
          icon={open ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
          onClick={() => setUnfolded(!unfolded)}
        >
          {open ? '收起' : '更多'}
        </Button>
      </div>
      {open && (
        <div className="convene-fields">
          <div className="field">
            <label htmlFor={id}>会议名称</label>
            <Input
              id={id}
              value={ready.title}
              maxLength={120}
              onChange={(event) => onChange({ ...plan, title: event.target.value })}
              onBlur={() => ready.title.trim() === '' && onChange({ ...plan, title: null })}
            />
          </div>
          {!actFirst && (
            <div className="row field-pair wrap">
              <TimeField plan={plan} actFirst={false} onChange={onChange} />
              <LengthField plan={plan} onChange={onChange} />
            </div>
          )}
          {ready.turn === null && <PeopleFields council={council} plan={plan} ready={ready} onChange={onChange} />}
          {!actFirst && <SpeakingFields plan={plan} ready={ready} onChange={onChange} />}
          {!noticeAsked && !actFirst && <NoticeField plan={plan} onChange={onChange} />}
        </div>
      )}
    </div>
  )
}
