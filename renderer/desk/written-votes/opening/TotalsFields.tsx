import { Input } from 'antd'
import { useId } from 'react'
import type { Totals } from '../../../../shared/meeting/written-votes/messages.ts'
import type { OpeningDraft, totalsOf } from './opening-draft.ts'

type Props = {
  readonly draft: OpeningDraft
  readonly totals: Totals
  readonly fault: ReturnType<typeof totalsOf>['fault']
  readonly onChange: (part: Partial<OpeningDraft>) => void
}

/** 业主总人数 and 专有总面积 of the register: the sums of the list, unless the register has more. */
export function TotalsFields({ draft, fault, onChange, totals }: Props) {
  const id = useId()
  return (
    <div className="written-totals">
      <div className="field">
        <label htmlFor={`${id}-owners`}>业主总人数</label>
        <Input
          id={`${id}-owners`}
          inputMode="numeric"
          suffix="人"
          status={fault?.of === 'owners' ? 'error' : ''}
          value={draft.owners ?? String(totals.owners)}
          onChange={(event) => onChange({ owners: event.target.value })}
          onBlur={(event) => event.target.value.trim() === '' && onChange({ owners: null })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-area`}>专有部分总面积</label>
        <Input
          id={`${id}-area`}
          inputMode="decimal"
          suffix="平方米"
          status={fault?.of === 'area' ? 'error' : ''}
          value={draft.area ?? totals.area}
          onChange={(event) => onChange({ area: event.target.value })}
          onBlur={(event) => event.target.value.trim() === '' && onChange({ area: null })}
        />
      </div>
      {fault === null ? (
        <p className="note">先按名单合计填好。登记簿上更多的，照登记簿改：没有列进名单的也算在总数里。</p>
      ) : (
        <p className="written-fault" role="alert">
          {fault.words}
        </p>
      )}
    </div>
  )
}
