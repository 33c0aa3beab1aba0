import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import { matterNames } from './matters.ts'
import type { RuleDraft } from './rule-draft.ts'

type Props = {
  readonly draft: RuleDraft
  readonly faulty: (field: keyof RuleDraft) => boolean
  readonly onChange: (change: Partial<RuleDraft>) => void
}

const DAY = 'YYYY-MM-DD'
const DAY_SHOWN = 'YYYY年M月D日'
const paperOptions = [
  { value: 'none', label: '会上可以表决' },
  { value: 'election', label: '法定选举：只核算纸票' },
  { value: 'owners', label: '业主决定：只核算书面票' },
] as const
const matterOptions = matterNames.map((name, index) => ({
  value: index + 1,
  label: `（${chineseNumber(index + 1)}）${name}`,
}))

/** From when to when a rule is in force, what must be announced before, and what it may be used for. */
export function ConditionsOfUse({ draft, faulty, onChange }: Props) {
  const id = useId()
  const error = (field: keyof RuleDraft) => (faulty(field) ? { status: 'error' as const } : {})
  return (
    <>
      <div className="row field-pair">
        {(['from', 'to'] as const).map((field) => (
          <div className="field grow" key={field}>
            <label htmlFor={`${id}${field}`}>{field === 'from' ? '生效日（从这天起）' : '失效日（到这天止）'}</label>
            <DatePicker
              id={`${id}${field}`}
              format={DAY_SHOWN}
              placeholder="没有写明"
              value={draft[field] === null ? null : dayjs(draft[field])}
              {...error(field)}
              onChange={(day) => onChange({ [field]: day?.format(DAY) ?? null })}
            />
          </div>
        ))}
      </div>
      <div className="row field-pair">
        <div className="field">
          <label htmlFor={`${id}n`}>会前公示（天）</label>
          <InputNumber
            id={`${id}n`}
            min={1}
            max={365}
            precision={0}
            controls={false}
            placeholder="不要求"
            value={draft.noticeDays}
            {...error('noticeDays')}
            onChange={(noticeDays) => onChange({ noticeDays })}
          />
        </div>
        <div className="field grow">
          <label htmlFor={`${id}r`}>只能表决公示过的事项的地区</label>
          <Select
            id={`${id}r`}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['、', '，', ',', ' ']}
            placeholder="不限；例如 北京，回车加下一个"
            value={[...draft.regions]}
            {...error('regions')}
            onChange={(regions: string[]) => onChange({ regions })}
          />
        </div>
      </div>
      {(draft.noticeDays !== null || draft.regions.length > 0) && (
        <div className="field">
          <label htmlFor={`${id}ns`}>公示的依据</label>
          <Input
            id={`${id}ns`}
            maxLength={300}
            value={draft.noticeSource}
            onChange={(event) => onChange({ noticeSource: event.target.value })}
          />
        </div>
      )}
      {draft.counts === 'owners' && (
        <div className="field">
          <label htmlFor={`${id}m`}>适用事项（《民法典》第二百七十八条第一款）</label>
          <Select
            id={`${id}m`}
            mode="multiple"
            placeholder="不限"
            optionFilterProp="label"
            value={[...draft.matters]}
            options={matterOptions}
            onChange={(matters: number[]) => onChange({ matters })}
          />
        </div>
      )}
      {draft.counts === 'people' && (
        <div className="field field-short">
          <label htmlFor={`${id}p`}>用在哪里</label>
          <Select
            id={`${id}p`}
            value={draft.paperOnly}
            options={[...paperOptions]}
            onChange={(paperOnly) => onChange({ paperOnly })}
          />
        </div>
      )}
    </>
  )
}
