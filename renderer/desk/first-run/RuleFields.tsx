import { Input, Select } from 'antd'
import { useId } from 'react'
import { baseOptions, passOptions, quorumOptions, type RuleChoice, ruleOf, ruleSentence } from './rule-choices.ts'

type Props = {
  readonly rule: RuleChoice
  /** How many people of the roster vote. */
  readonly entitled: number
  readonly onChange: (rule: RuleChoice) => void
}

/** When a vote can be held and when it passes, from plain choices; the sentence counts it out for this roster. */
export function RuleFields({ rule, entitled, onChange }: Props) {
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}q`}>到会多少人才能表决</label>
        <Select
          id={`${id}q`}
          value={rule.quorum}
          options={[...quorumOptions]}
          onChange={(quorum) => onChange({ ...rule, quorum })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}p`}>赞成多少才通过</label>
        <div className="row">
          <Select
            aria-label="计票基数"
            className="grow"
            value={rule.base}
            options={[...baseOptions]}
            onChange={(base) => onChange({ ...rule, base })}
          />
          <Select
            id={`${id}p`}
            className="grow"
            value={rule.pass}
            options={[...passOptions]}
            onChange={(pass) => onChange({ ...rule, pass })}
          />
        </div>
      </div>
      <p className="rule-sentence" role="status">
        {ruleSentence(ruleOf(rule), entitled)}
      </p>
      <div className="field">
        <label htmlFor={`${id}s`}>规则依据</label>
        <Input
          id={`${id}s`}
          value={rule.source}
          maxLength={200}
          onChange={(event) => onChange({ ...rule, source: event.target.value })}
        />
        <span className="note">宣布结果时会照念，例如“《××社区议事会章程》第九条”</span>
      </div>
    </>
  )
}
