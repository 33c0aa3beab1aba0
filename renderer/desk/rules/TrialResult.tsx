import { IconAlertTriangle, IconCopy } from '@tabler/icons-react'
import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import type { Rule } from '../../../shared/rules/rule.ts'
import type { Trial } from '../../../shared/rules/trial/try-rule.ts'
import { trialSentence } from '../../../shared/wording/trial.ts'
import { useNotices } from '../desk-context.tsx'
import type { Figures } from './figure-keys.ts'
import { neededWords } from './needed-words.ts'
import { OutcomeTag } from './OutcomeTag.tsx'
import type { originOf } from './origin.ts'
import { outcomeOf, whyWords } from './outcome.ts'
import { RuleTags } from './RuleTags.tsx'
import { cautionOf } from './standing.ts'

type Props = {
  readonly rule: Rule
  readonly origin: ReturnType<typeof originOf>
  readonly trial: Trial
  readonly figures: Figures
  /** Whether anything has been typed yet. */
  readonly begun: boolean
  readonly today: string
}

/** 结论: in a word, in the sentence that the command line gives, and what to do where there is no lawful decision. */
export function TrialResult({ begun, figures, origin, rule, today, trial }: Props) {
  const { say } = useNotices()
  const words = useRef<HTMLParagraphElement>(null)
  const [byHand, setByHand] = useState(false)
  const sentence = trialSentence(trial, today)
  const caution = cautionOf(rule)
  const copy = async () => {
    try {
      // Not there at all on an insecure page; refused when the window is not in front.
      await navigator.clipboard.writeText(sentence)
    } catch {
      setByHand(true)
      if (words.current !== null) window.getSelection()?.selectAllChildren(words.current)
      return
    }
    say('已复制')
  }
  return (
    <section className="sheet trial-result" aria-label="结论">
      <h2 className="song">{rule.name}</h2>
      <RuleTags rule={rule} origin={origin} today={today} />
      {caution !== null && <Alert type="warning" showIcon title={caution} />}
      {begun ? (
        <>
          <div className="trial-outcome" role="status">
            <OutcomeTag outcome={outcomeOf(trial)} />
          </div>
          <p ref={words} className="pack-sentence">
            {sentence}
          </p>
          <div>
            <Button icon={<IconCopy size={18} />} onClick={() => void copy()}>
              复制这句话
            </Button>
          </div>
          {byHand && (
            <p className="note" role="status">
              这个页面不能直接复制，文字已经选中：请按 Ctrl+C。
            </p>
          )}
          {!trial.valid && (
            <ul className="trial-reasons" aria-label="要做什么">
              {whyWords(rule, trial).map((reason) => (
                <li key={reason}>
                  <IconAlertTriangle size={18} aria-hidden />
                  <span>{reason}</span>
                </li>
              ))}
            </ul>
          )}
          <ul className="rule-needed" aria-label="最少要多少">
            {neededWords(rule, figures).map((needed) => (
              <li key={needed}>{needed}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="pack-sentence">填上数字，结论马上出来。法定比例按整数和小数准确计算，不取整。</p>
      )}
      {rule.note !== undefined && <p className="note">{rule.note}</p>}
    </section>
  )
}
