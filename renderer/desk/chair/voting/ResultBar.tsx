import type { StoredVerdict } from '../../../../shared/meeting/voting/state.ts'
import { baseOf } from '../../../../shared/rules/evaluate.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { thresholdOf } from '../../../ui/rule-words.ts'
import { Stance } from '../../../ui/Stance.tsx'

type Props = { readonly rule: Rule; readonly verdict: StoredVerdict }

const options = ['for', 'against', 'abstain'] as const

/** The three counts on the axis of the rule's base, with the threshold as a line: a bar never stands alone. */
export function ResultBar({ rule, verdict: { figures } }: Props) {
  const axis = Math.max(1, rule.pass.den === 'against' ? figures.present : baseOf(rule.pass.den, figures))
  const threshold = thresholdOf(rule, figures)
  return (
    <ul className="result-bar">
      {options.map((option) => (
        <li key={option} className={option}>
          <Stance stance={option} />
          <span className="result-track" aria-hidden>
            <i ref={(bar) => void bar?.style.setProperty('width', `${(figures[option] / axis) * 100}%`)} />
            {option === 'for' && (
              <em ref={(line) => void line?.style.setProperty('left', `${Math.min(100, (threshold / axis) * 100)}%`)} />
            )}
          </span>
          <b>{figures[option]}</b>
        </li>
      ))}
    </ul>
  )
}
