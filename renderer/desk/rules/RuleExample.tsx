import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Rule } from '../../../shared/rules/rule.ts'
import { requiredKeys } from '../../../shared/rules/trial/figures.ts'
import { tryRule } from '../../../shared/rules/trial/try-rule.ts'
import { trialSentence } from '../../../shared/wording/trial.ts'
import { countsOf } from './condition-words.ts'
import { exampleOf } from './example.ts'
import { FigureFields } from './FigureFields.tsx'
import { type Figures, inputOf, mainLines } from './figure-keys.ts'
import { neededWords } from './needed-words.ts'
import { OutcomeTag } from './OutcomeTag.tsx'
import { outcomeOf } from './outcome.ts'

/** 举例: the rule worked out on figures that can be changed; untouched ones follow the rule, and are only just enough. */
export function RuleExample({ rule, today }: { readonly rule: Rule; readonly today: string }) {
  const counts = countsOf(rule)
  const [typed, setTyped] = useState<{ readonly counts: string; readonly figures: Figures } | null>(null)
  const own = typed?.counts === counts ? typed.figures : null
  const example = useMemo(() => exampleOf(rule), [rule])
  const figures = own ?? example
  const trial = tryRule([rule], rule.ruleId, inputOf(figures))
  return (
    <section className="sheet rule-example" aria-label="举例">
      <div className="row">
        <h2 className="song grow">举例</h2>
        {own !== null && (
          <Button size="small" onClick={() => setTyped(null)}>
            换成刚好够的例子
          </Button>
        )}
      </div>
      <p className="note">{own === null ? '下面是刚好够的数；改任何一个，结论马上重算。' : '按您填的数重算。'}</p>
      {mainLines[counts].map(({ keys, name }) => (
        <FigureFields
          key={name}
          keys={keys}
          figures={figures}
          invalid={trial.invalid}
          required={requiredKeys(rule)}
          onChange={(changed) => setTyped({ counts, figures: changed })}
        />
      ))}
      <div className="rule-verdict" role="status">
        <OutcomeTag outcome={outcomeOf(trial)} />
        <p>{trialSentence(trial, today)}</p>
      </div>
      <ul className="rule-needed" aria-label="最少要多少">
        {neededWords(rule, figures).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  )
}
