import { AutoComplete, Button, Input, Radio, Select } from 'antd'
import { useId } from 'react'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import { outsideForce } from '../../../shared/rules/in-force.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { requiredKeys } from '../../../shared/rules/trial/figures.ts'
import type { Trial } from '../../../shared/rules/trial/try-rule.ts'
import { type Counts, countsNames, countsOf, passesWords, quorumWords } from './condition-words.ts'
import { FigureFields } from './FigureFields.tsx'
import { type Figures, mainLines, paperKeys, rollKeys } from './figure-keys.ts'
import { matterNames } from './matters.ts'

type Props = {
  readonly rules: readonly Rule[]
  readonly rule: Rule
  readonly trial: Trial
  readonly figures: Figures
  readonly today: string
  readonly onRule: (ruleId: string) => void
  readonly onFigures: (figures: Figures) => void
}

const outsideNames = { ruleExpired: '（已失效，只作历史试算）', ruleNotYetInForce: '（尚未生效，只作试算）' } as const
const matterOptions = matterNames.map((name, index) => ({ value: `（${chineseNumber(index + 1)}）${name}` }))

/** The rule to try, and the figures that it needs. */
export function TrialForm({ figures, onFigures, onRule, rule, rules, today, trial }: Props) {
  const id = useId()
  const counts = countsOf(rule)
  const fields = { figures, invalid: trial.invalid, required: requiredKeys(rule), onChange: onFigures }
  const label = (one: Rule) => {
    const outside = outsideForce(one, today)
    return `${one.name}${outside === null ? '' : outsideNames[outside]}`
  }
  const groups = (['people', 'owners', 'shares'] as const satisfies readonly Counts[]).map((group) => ({
    label: countsNames[group],
    options: rules.filter((one) => countsOf(one) === group).map((one) => ({ value: one.ruleId, label: label(one) })),
  }))
  return (
    <section className="sheet trial-form" aria-label="规则和数字">
      <div className="field">
        <label htmlFor={`${id}r`}>用哪条规则</label>
        <Select
          id={`${id}r`}
          value={rule.ruleId}
          options={groups.filter(({ options }) => options.length > 0)}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onRule}
        />
        <span className="note">
          {quorumWords(rule)}；{passesWords(rule)}
        </span>
      </div>
      {mainLines[counts].map(({ keys, name }) => (
        <FigureFields key={name} keys={keys} {...fields} />
      ))}
      <details className="trial-fold">
        <summary>票纸：发出、收回、有效、无效（可不填）</summary>
        <FigureFields keys={paperKeys} {...fields} />
      </details>
      {counts === 'people' && (
        <details className="trial-fold">
          <summary>签到和名册：列席、资格停止（可不填）</summary>
          <FigureFields keys={rollKeys} {...fields} />
          <p className="note">应到、实到没填时，从名册人数减资格停止、签到总人数减列席得出；填了就互相核对。</p>
        </details>
      )}
      <details className="trial-fold">
        <summary>会前公示和事项（可不填，填了才核对）</summary>
        <div className="figure-line">
          <fieldset className="field">
            <legend>议题已公示</legend>
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              options={[
                { value: '', label: '不填' },
                { value: '是', label: '是' },
                { value: '否', label: '否' },
              ]}
              value={figures.议题已公示 ?? ''}
              onChange={(event) => onFigures({ ...figures, 议题已公示: String(event.target.value) })}
            />
          </fieldset>
          <FigureFields keys={['公示天数']} {...fields} />
          <div className="field">
            <label htmlFor={`${id}a`}>地区</label>
            <Input
              id={`${id}a`}
              maxLength={40}
              placeholder="例如：北京市海淀区"
              value={figures.地区 ?? ''}
              onChange={(event) => onFigures({ ...figures, 地区: event.target.value })}
            />
          </div>
        </div>
        {counts === 'owners' && (
          <div className="field">
            <label htmlFor={`${id}m`}>事项</label>
            <AutoComplete
              id={`${id}m`}
              maxLength={200}
              placeholder="例如：使用维修资金"
              value={figures.事项 ?? ''}
              options={matterOptions}
              onChange={(matter) => onFigures({ ...figures, 事项: matter })}
            />
          </div>
        )}
      </details>
      <div>
        <Button onClick={() => onFigures({})}>清空数字</Button>
      </div>
    </section>
  )
}
