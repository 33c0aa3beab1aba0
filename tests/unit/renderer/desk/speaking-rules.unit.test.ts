import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AskingFields } from '../../../../renderer/desk/speaking-rules/AskingFields.tsx'
import { ClockFields } from '../../../../renderer/desk/speaking-rules/ClockFields.tsx'
import { InterruptionFields } from '../../../../renderer/desk/speaking-rules/InterruptionFields.tsx'
import { OrderFields } from '../../../../renderer/desk/speaking-rules/OrderFields.tsx'
import { QuotaFields } from '../../../../renderer/desk/speaking-rules/QuotaFields.tsx'
import { ruleLabels } from '../../../../renderer/desk/speaking-rules/rule-labels.ts'
import { settingsFault } from '../../../../renderer/desk/speaking-rules/speaking-settings.ts'
import { plainSpeaking } from '../../../../shared/formats/plain-form.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'

const keys = Object.keys(plainSpeaking) as readonly (keyof SpeakingRules)[]

describe('the form of the speaking rules', () => {
  // What belongs to points of order is shown where there are any.
  const rules: SpeakingRules = { ...plainSpeaking, pointsOfOrder: [] }
  const onChange = () => undefined
  const shown = [
    createElement(OrderFields, { rules, onChange }),
    createElement(ClockFields, { seconds: 120, rules, onSeconds: onChange, onChange }),
    createElement(AskingFields, { rules, onChange }),
    createElement(InterruptionFields, { rules, onChange }),
    createElement(QuotaFields, { rules, parties: [], onChange }),
  ]
    .map((part) => renderToStaticMarkup(part).replace(/<[^>]*>/g, ' '))
    .join(' ')

  test.each(keys)('has a label and a hint for %s', (key) => {
    const { hint, label } = ruleLabels[key]
    expect(label).not.toBe('')
    expect(hint).not.toBe('')
    expect(shown).toContain(label)
    expect(shown).toContain(hint)
  })

  test('calls no two rules the same', () => {
    expect(new Set(keys.map((key) => ruleLabels[key].label)).size).toBe(keys.length)
  })
})

describe('what is said twice', () => {
  const faultOf = (changed: Partial<SpeakingRules>) =>
    settingsFault({ seconds: 120, rules: { ...plainSpeaking, ...changed } })

  test('is told of, blanks left out, for categories and for 方', () => {
    const order = { name: '会场秩序', rank: 1 }
    expect(faultOf({ pointsOfOrder: [order, { name: ' 会场秩序 ', rank: 2 }] })).toContain('“会场秩序”写了两遍')
    expect(
      faultOf({
        quotas: [
          { party: '业委会', seconds: 60 },
          { party: '业委会 ', seconds: 90 },
        ],
      }),
    ).toContain('“业委会”写了两遍')
  })

  test('may be the same word for a category and a 方, or the same rank for two categories', () => {
    const categories = [
      { name: '业委会', rank: 1 },
      { name: '会场秩序', rank: 1 },
    ]
    expect(faultOf({ pointsOfOrder: categories, quotas: [{ party: '业委会', seconds: 60 }] })).toBeNull()
  })

  test('is no fault where nothing is said', () => {
    expect(faultOf({})).toBeNull()
  })
})
