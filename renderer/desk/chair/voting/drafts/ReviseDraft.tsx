import { Button } from 'antd'
import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import { wasAmended } from '../../../../../shared/meeting/voting/amendments-first.ts'
import type { Draft } from '../../../../../shared/meeting/voting/state.ts'
import { sentenceOf } from '../../../../../shared/wording/rejections.ts'
import { forgetDraft, useDraft } from '../../../../connection/use-draft.ts'
import { useDesk } from '../../../desk-context.tsx'
import { PlanFields } from '../putting/PlanFields.tsx'
import { isPlan, planFault, planLike, planTerms, type VotePlan } from '../vote-plan.ts'

type Revision = { readonly motion: string; readonly plan: VotePlan }

const isRevision = (value: unknown): value is Revision =>
  typeof value === 'object' &&
  value !== null &&
  'motion' in value &&
  typeof value.motion === 'string' &&
  'plan' in value &&
  isPlan(value.plan)

type Props = { readonly item: AgendaItem; readonly draft: Draft; readonly onDone: () => void }

/** 改: other words, or another way of voting, before it opens; how it read before stays in the record. */
export function ReviseDraft({ item, draft, onDone }: Props) {
  const { act, meeting, say } = useDesk()
  const { voteId } = draft
  const kept = `vote-draft.${voteId}`
  const [{ motion, plan }, setRevision] = useDraft<Revision>(
    kept,
    { motion: draft.motion, plan: planLike(draft.terms) },
    isRevision,
  )
  const amended = wasAmended(meeting.voting, draft.versions, motion) ? sentenceOf({ code: 'motionAmended' }) : null
  const fault = motion.trim() === '' ? '请先写下要表决的话。' : (amended ?? planFault(plan))
  const leave = () => {
    forgetDraft(kept)
    onDone()
  }
  const save = async () => {
    const answer = await act('reviseDraft', { voteId, motion: motion.trim(), terms: planTerms(plan) })
    if (!answer.ok) return
    say('已改好，大家看到的也变了')
    leave()
  }
  return (
    <form
      className="vote-form vote-revising"
      aria-label={`改：${draft.motion}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (fault === null) void save()
      }}
    >
      <PlanFields
        item={item}
        motion={motion}
        plan={plan}
        onMotion={(words) => setRevision({ motion: words, plan })}
        onPlan={(next) => setRevision({ motion, plan: next })}
      />
      <div className="vote-end">
        <span className="grow note" role="status">
          {fault ?? '改以前的话留在记录里。'}
        </span>
        <Button onClick={leave}>不改了</Button>
        <Button type="primary" htmlType="submit" disabled={fault !== null}>
          改好了
        </Button>
      </div>
    </form>
  )
}
