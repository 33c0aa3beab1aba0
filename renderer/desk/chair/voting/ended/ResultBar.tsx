import type { StoredVerdict } from '../../../../../shared/meeting/voting/state.ts'
import type { Rule } from '../../../../../shared/rules/rule.ts'
import { axisOf, placeOn } from '../../../../ui/result-axis.ts'
import { thresholdOf } from '../../../../ui/rule-words.ts'
import { Stance } from '../../../../ui/Stance.tsx'

type Props = { readonly rule: Rule | null; readonly verdict: StoredVerdict }

const options = ['for', 'against', 'abstain'] as const

/** The three counts on the axis of the rule's base, with the threshold as a line; without a rule, of the people present. */
export function ResultBar({ rule, verdict: { figures } }: Props) {
  const axis =
    rule === null ? Math.max(1, figures.present, figures.for, figures.against, figures.abstain) : axisOf(rule, figures)
  return (
    <ul className="result-bar">
      {options.map((option) => (
        <li key={option} className={option}>
          <Stance stance={option} />
          <span className="result-track" aria-hidden>
            <i ref={(bar) => void bar?.style.setProperty('width', `${placeOn(axis, figures[option])}%`)} />
            {option === 'for' && rule !== null && (
              <em
                ref={(line) => void line?.style.setProperty('left', `${placeOn(axis, thresholdOf(rule, figures))}%`)}
              />
            )}
          </span>
          <b>{figures[option]}</b>
        </li>
      ))}
    </ul>
  )
}
