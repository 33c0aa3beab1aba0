import type { Rule } from '../../../shared/rules/rule.ts'
import { passesWords, quorumWords } from './condition-words.ts'
import type { Origin } from './origin.ts'
import { RuleTags } from './RuleTags.tsx'
import { checkedWords, forceWords, hindranceWords } from './standing.ts'

type Props = {
  readonly rules: readonly Rule[]
  readonly today: string
  readonly originOf: (rule: Rule) => Origin
  readonly onOpen: (rule: Rule) => void
}

/** All rule packs: what each asks, where it comes from, and whether a meeting can be held under it. */
export function PackList({ onOpen, originOf, rules, today }: Props) {
  return (
    <table className="ledger pack-list">
      <thead>
        <tr>
          <th scope="col">规则</th>
          <th scope="col">什么时候能表决、怎样算通过</th>
          <th scope="col">依据</th>
          <th scope="col">能不能用于会议</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => {
          const hindrance = hindranceWords(rule, today)
          const force = forceWords(rule, today)
          return (
            <tr key={rule.ruleId}>
              <td>
                <button type="button" className="pack-name" onClick={() => onOpen(rule)}>
                  {rule.name}
                </button>
                <RuleTags rule={rule} origin={originOf(rule)} today={today} />
              </td>
              <td>
                <p>{quorumWords(rule)}；</p>
                <p>{passesWords(rule)}。</p>
              </td>
              <td>
                <p className="pack-source" title={rule.source}>
                  {rule.source}
                </p>
                {force !== '' && <p className="note">{force}</p>}
                {rule.checked != null && <p className="note">{checkedWords(rule)}</p>}
              </td>
              <td>{hindrance === null ? '可以' : <span className="sub">不可以：{hindrance}</span>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
