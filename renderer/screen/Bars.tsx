import { baseOf, type Figures } from '../../shared/rules/evaluate.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { thresholdName, thresholdText } from '../../shared/wording/verdicts.ts'
import { axisOf, placeOn } from '../ui/result-axis.ts'
import { thresholdOf } from '../ui/rule-words.ts'
import { Stance } from '../ui/Stance.tsx'
import './bars.css'

const options = ['for', 'against', 'abstain'] as const

/** 赞成, 反对, 弃权 on the base of the rule with its threshold across them; without a rule, on the people in the room. */
export function Bars({ rule, figures }: { readonly rule: Rule | null; readonly figures: Figures }) {
  const axis =
    rule === null ? Math.max(figures.present, figures.for, figures.against, figures.abstain, 1) : axisOf(rule, figures)
  return (
    <div className={rule === null ? 'bars free' : 'bars'}>
      {rule !== null && (
        <Threshold
          at={placeOn(axis, thresholdOf(rule, figures))}
          text={`${thresholdName(rule.pass)} ${thresholdText(rule.pass.share, baseOf(rule.pass.den, figures))}`}
        />
      )}
      {options.map((option) => (
        <div key={option} className="bar">
          <Stance stance={option} />
          <div className="track">
            <i className={`value ${option}`} style={{ width: `${placeOn(axis, figures[option])}%` }} />
          </div>
          <b>{figures[option]}</b>
        </div>
      ))}
    </div>
  )
}

function Threshold({ at, text }: { readonly at: number; readonly text: string }) {
  // Words at an edge would leave the page: they hang to the side that has room.
  const side = at > 75 ? 'to-left' : at < 25 ? 'to-right' : ''
  return (
    <div className="threshold">
      <i style={{ left: `${at}%` }} />
      <span className={side} style={{ left: `${at}%` }}>
        {text}
      </span>
    </div>
  )
}
