import { IconAdjustments } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import { useDesk } from '../../../desk-context.tsx'
import { AddRecusal, Recusals } from '../Recusals.tsx'
import { RuleFacts } from '../RuleFacts.tsx'
import { termTags } from '../term-words.ts'
import { MAX_MOTION } from '../use-motion.ts'
import { VoteCautions } from '../VoteCautions.tsx'
import { planOf, planTerms, type VotePlan } from '../vote-plan.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { TemplateKeys } from './TemplateKeys.tsx'
import { TermsDrawer } from './TermsDrawer.tsx'

const examples = {
  motion: '例如：采用透水面层方案，12 月 5 日开工，12 月 28 日前完工。',
  objection: '例如：同意通过今天的议程。',
  choice: '例如：今年的为民项目先做哪几个',
  assessment: '例如：11 月物业服务评议',
  election: '例如：居民小组长选举计票',
} as const

type Props = {
  readonly item: AgendaItem
  readonly motion: string
  readonly plan: VotePlan
  readonly onMotion: (motion: string) => void
  readonly onPlan: (plan: VotePlan) => void
}

/** What is put to the vote and how: the words, the way of voting, the rule with its source. */
export function PlanFields({ item, motion, plan, onMotion, onPlan }: Props) {
  const { meeting } = useDesk()
  const [settingTerms, setSettingTerms] = useState(false)
  const id = useId()
  const terms = planTerms(plan)
  return (
    <>
      <TemplateKeys
        value={plan.template}
        onChange={(template) => {
          const next = planOf(template, meeting)
          // What people are to read has been written for the matter, not for the way of voting.
          onPlan({ ...next, terms: { ...next.terms, details: plan.terms.details } })
        }}
      />
      <div className="field">
        <div className="row vote-label">
          <label htmlFor={id} className="grow">
            要表决的话
          </label>
          <Button
            type="text"
            size="small"
            icon={<IconAdjustments size={18} aria-hidden />}
            onClick={() => setSettingTerms(true)}
          >
            更多设置
          </Button>
          {meeting.form.rollCall && <AddRecusal itemId={item.itemId} />}
        </div>
        <Input.TextArea
          id={id}
          className="song"
          rows={2}
          maxLength={MAX_MOTION}
          value={motion}
          placeholder={examples[terms.question.kind]}
          onChange={(event) => onMotion(event.target.value)}
        />
      </div>
      <QuestionFields plan={plan} onChange={onPlan} />
      <p className="row wrap vote-tags">
        {termTags(terms).map((words) => (
          <span key={words} className="tag line">
            {words}
          </span>
        ))}
      </p>
      <VoteCautions item={item} motion={motion} terms={terms} />
      <Recusals item={item} />
      <RuleFacts itemId={item.itemId} terms={terms} />
      <TermsDrawer
        terms={plan.terms}
        open={settingTerms}
        onChange={(to) => onPlan({ ...plan, terms: to })}
        onClose={() => setSettingTerms(false)}
      />
    </>
  )
}
