import { Button } from 'antd'
import { outsideForce } from '../../../shared/rules/in-force.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { passesWords, quorumWords } from './condition-words.ts'
import { OutcomeTag } from './OutcomeTag.tsx'
import { outcomeOf, sideBySide, whyWords } from './outcome.ts'
import { forceWords } from './standing.ts'

type Props = {
  readonly rules: readonly Rule[]
  readonly chosen: Rule
  readonly input: unknown
  readonly today: string
  readonly onChoose: (ruleId: string) => void
}

/** 换个规则比一比: the same figures end differently under another rule. */
export function SideBySide({ chosen, input, onChoose, rules, today }: Props) {
  return (
    <section className="sheet trial-more" aria-label="换个规则比一比">
      <h2 className="song">换个规则比一比</h2>
      <p className="note">同样的数，换一条规则结论可能不同；宣布结果时要说明用的是哪一条。</p>
      <table className="ledger trial-lines">
        <thead>
          <tr>
            <th scope="col">规则</th>
            <th scope="col">结论</th>
            <th scope="col">为什么</th>
            <th scope="col">
              <span className="only-readers">改用</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sideBySide(rules, chosen, input).map(({ rule, trial }) => (
            <tr key={rule.ruleId}>
              <td className={rule === chosen ? 'chosen' : ''}>
                <span title={`${quorumWords(rule)}；${passesWords(rule)}`}>{rule.name}</span>
                {outsideForce(rule, today) !== null && <p className="note">{forceWords(rule, today)}，只作试算</p>}
              </td>
              <td>
                <OutcomeTag outcome={outcomeOf(trial)} />
              </td>
              <td>{whyWords(rule, trial).join('')}</td>
              <td>
                {rule === chosen ? (
                  <span className="note">正在用</span>
                ) : (
                  <Button size="small" aria-label={`改用${rule.name}`} onClick={() => onChoose(rule.ruleId)}>
                    改用
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
