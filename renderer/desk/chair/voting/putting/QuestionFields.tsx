import { Input } from 'antd'
import { useId } from 'react'
import { MAX_ROWS } from '../../../../../shared/meeting/voting/terms.ts'
import { rowLines } from '../row-lines.ts'
import { rowKindNames, type VotePlan } from '../vote-plan.ts'
import { QuestionNumbers } from './QuestionNumbers.tsx'

/** 40 rows of 60 characters, with the numbers and tabs that a paste brings. */
const MAX_TEXT = 6_000

const FEWEST_LINES = 3
const MOST_LINES = 8

const examples = {
  choice: '例如：\n加装充电桩\n修健身广场\n补种行道树',
  assessment: '例如：\n物业服务\n保洁\n绿化养护',
  election: '候选人姓名，一行一个，按选票上的顺序',
} as const

type Props = { readonly plan: VotePlan; readonly onChange: (plan: VotePlan) => void }

/** What a vote lists, one a line, and how many of it are picked; nothing for a plain motion. */
export function QuestionFields({ plan, onChange }: Props) {
  const id = useId()
  const { question } = plan.terms
  if (!('rows' in question)) return null
  const name = rowKindNames[question.kind]
  const count = rowLines(plan.rows).length
  return (
    <div className="vote-question">
      <div className="field">
        <label htmlFor={id}>
          {name}
          <span className="note">　一行一个，可以从 Excel 或微信接龙粘贴</span>
        </label>
        <Input.TextArea
          id={id}
          aria-label={name}
          rows={Math.min(MOST_LINES, Math.max(FEWEST_LINES, count + 1))}
          maxLength={MAX_TEXT}
          value={plan.rows}
          placeholder={examples[question.kind]}
          onChange={(event) => onChange({ ...plan, rows: event.target.value })}
          onBlur={() => onChange({ ...plan, rows: rowLines(plan.rows).join('\n') })}
        />
        <span className="note">
          {count === 0
            ? `最多 ${MAX_ROWS} 个`
            : `共 ${count} 个：${rowLines(plan.rows).slice(0, 3).join('、')}${count > 3 ? '…' : ''}`}
        </span>
      </div>
      <QuestionNumbers plan={plan} onChange={onChange} />
    </div>
  )
}
