import { IconAlertTriangle, IconMinus, IconSquareCheck } from '@tabler/icons-react'
import { chineseNumber } from '../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { baseOf, type Figures } from '../../shared/rules/evaluate.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { thresholdName, thresholdText } from '../../shared/wording/verdicts.ts'
import { axisOf, placeOn } from '../ui/result-axis.ts'
import { thresholdOf } from '../ui/rule-words.ts'
import { Stance } from '../ui/Stance.tsx'
import { lengthOf } from './length.ts'
import { RuleSource } from './RuleSource.tsx'
import type { ClosedVote } from './showing.ts'
import './result.css'

/** Characters; what is longer takes a third line. */
const MUCH_SAID = 46

const options = ['for', 'against', 'abstain'] as const

/** The result with the rule in sight: bars on the rule's own base, the threshold across them, gold for what has passed. */
export function ResultPage({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: ClosedVote }) {
  const place = meeting.agenda.findIndex((item) => item.itemId === vote.itemId)
  const { figures, passed, sentence, valid } = vote.verdict
  // The source stands in a line of its own, however long it is.
  const said = meeting.rule === null ? sentence : (sentence.split('依据：')[0] ?? sentence)
  const [Icon, word] = !valid
    ? ([IconAlertTriangle, '无效'] as const)
    : passed
      ? ([IconSquareCheck, '通过'] as const)
      : ([IconMinus, '未通过'] as const)
  return (
    <>
      <div className="announced">
        <p className="label">第{chineseNumber(place + 1)}项，记名表决</p>
        <h1 className={lengthOf(vote.motion)}>{vote.motion}</h1>
      </div>
      <div className="result">
        {meeting.rule !== null && <Bars rule={meeting.rule} figures={figures} />}
        <div className={valid && passed ? 'seal gold' : 'seal'}>
          <Icon size="1em" aria-hidden="true" />
          <b>{word}</b>
        </div>
      </div>
      <footer className="band" aria-live="polite">
        <p className={said.length > MUCH_SAID ? 'sentence long' : 'sentence'}>{said}</p>
        {meeting.rule !== null && <RuleSource rule={meeting.rule} />}
      </footer>
    </>
  )
}

function Bars({ rule, figures }: { readonly rule: Rule; readonly figures: Figures }) {
  const { pass } = rule
  const axis = axisOf(rule, figures)
  return (
    <div className="bars">
      <Threshold
        at={placeOn(axis, thresholdOf(rule, figures))}
        text={`${thresholdName(pass)} ${thresholdText(pass.share, baseOf(pass.den, figures))}`}
      />
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
