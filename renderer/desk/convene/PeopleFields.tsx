import { Select } from 'antd'
import { useId, useMemo } from 'react'
import { NAME_DELETED } from '../../../shared/contacts/deleted-name.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import { onlooks } from '../../../shared/council/standing.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { usePeopleFilter } from '../../ui/use-people-finder.ts'
import type { MeetingPlan } from './meeting-plan.ts'
import type { Settled } from './settled.ts'
import { turnWords } from './turn-words.ts'

type Props = {
  readonly council: FoundedCouncil
  readonly plan: MeetingPlan
  readonly ready: Settled
  readonly onChange: (plan: MeetingPlan) => void
}

/** Who chairs and who records, found by Chinese, pinyin or first letters. */
export function PeopleFields({ council, plan, ready, onChange }: Props) {
  const client = useHall()
  const id = useId()
  const search = usePeopleFilter()
  const { names } = client
  const people = useMemo(
    () =>
      council.seats.map(({ kind, party, seatId }) => ({
        value: seatId,
        label: names[seatId] ?? NAME_DELETED,
        detail: party ?? seatKindNames[kind],
        kind,
      })),
    [council.seats, names],
  )
  const chairs = useMemo(() => people.filter((person) => !onlooks(person.kind)), [people])
  const select = (field: 'chair' | 'scribe', label: string, options: typeof people) => (
    <div className="field grow">
      <label htmlFor={id + field}>{label}</label>
      <Select<SeatId, (typeof people)[number]>
        id={id + field}
        value={ready[field]}
        options={options}
        showSearch={search}
        optionRender={({ data }) => (
          <span className="person-option">
            <span className="one">{data.label}</span>
            <span className="note one">{data.detail}</span>
          </span>
        )}
        onChange={(seat) => onChange({ ...plan, [field]: seat })}
      />
    </div>
  )
  return (
    <>
      <div className="row field-pair">
        {select('chair', '主持人', chairs)}
        {select('scribe', '记录人（话事员）', people)}
      </div>
      {ready.turn !== null && (
        <p className="note">{turnWords(ready.turn, ready.chair, (seat) => nameOf(client, seat))}</p>
      )}
    </>
  )
}
