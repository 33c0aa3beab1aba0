import { Checkbox, InputNumber, Radio } from 'antd'
import { MAX_ROWS } from '../../../../../shared/meeting/voting/terms.ts'
import { type VotePlan, withQuestion } from '../vote-plan.ts'

const LARGEST_SCORE = 10

type Props = { readonly plan: VotePlan; readonly onChange: (plan: VotePlan) => void }

/** 至多选几个, 应选几名, 按满意度还是打分. */
export function QuestionNumbers({ plan, onChange }: Props) {
  const { question } = plan.terms
  switch (question.kind) {
    case 'motion':
    case 'objection':
      return null
    case 'choice': {
      const { elects, pick } = question
      return (
        <div className="vote-numbers">
          <Radio.Group
            aria-label="每人选几个"
            optionType="button"
            buttonStyle="solid"
            options={[
              { value: 'atMost', label: '每人至多选' },
              { value: 'exactly', label: '每人正好选' },
            ]}
            value={pick.op}
            onChange={(event) =>
              onChange(withQuestion(plan, { ...question, pick: { ...pick, op: event.target.value as typeof pick.op } }))
            }
          />
          <Count
            label="每人选的个数"
            unit="个"
            value={pick.count}
            onChange={(count) => onChange(withQuestion(plan, { ...question, pick: { ...pick, count } }))}
          />
          <Checkbox
            checked={elects !== null}
            onChange={(event) => onChange(withQuestion(plan, { ...question, elects: event.target.checked ? 1 : null }))}
          >
            票多的选定
          </Checkbox>
          {elects !== null && (
            <Count
              label="选定的个数"
              unit="个"
              value={elects}
              onChange={(count) => onChange(withQuestion(plan, { ...question, elects: count }))}
            />
          )}
        </div>
      )
    }
    case 'assessment': {
      const { scale } = question
      return (
        <div className="vote-numbers">
          <Radio.Group
            aria-label="怎么评"
            optionType="button"
            buttonStyle="solid"
            options={[
              { value: 'satisfaction', label: '满意度' },
              { value: 'score', label: '打分' },
            ]}
            value={scale.kind}
            onChange={(event) =>
              onChange(
                withQuestion(plan, {
                  ...question,
                  scale:
                    event.target.value === 'score' ? { kind: 'score', max: LARGEST_SCORE } : { kind: 'satisfaction' },
                }),
              )
            }
          />
          {scale.kind === 'score' && (
            <Count
              label="满分"
              unit="分满分"
              min={2}
              max={LARGEST_SCORE}
              value={scale.max}
              onChange={(max) => onChange(withQuestion(plan, { ...question, scale: { kind: 'score', max } }))}
            />
          )}
        </div>
      )
    }
    case 'election':
      return (
        <div className="vote-numbers">
          <Count
            label="应选名额"
            unit="名"
            named
            value={question.posts}
            onChange={(posts) => onChange(withQuestion(plan, { ...question, posts }))}
          />
          <Checkbox
            checked={question.writeIns === true}
            onChange={(event) => onChange(withQuestion(plan, { ...question, writeIns: event.target.checked }))}
          >
            允许另选他人
          </Checkbox>
        </div>
      )
  }
}

type CountProps = {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max?: number
  /** The label is seen, where no key beside it says what the number is. */
  readonly named?: boolean
}

function Count({ label, unit, value, onChange, min = 1, max = MAX_ROWS, named = false }: CountProps) {
  return (
    <span className="row">
      {named && <span aria-hidden>{label}</span>}
      <InputNumber
        aria-label={label}
        min={min}
        max={max}
        precision={0}
        value={value}
        onChange={(typed) => {
          if (typed !== null) onChange(typed)
        }}
      />
      <span aria-hidden>{unit}</span>
    </span>
  )
}
