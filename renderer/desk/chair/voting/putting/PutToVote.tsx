import { IconNotes, IconScale } from '@tabler/icons-react'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import { electorateOf } from '../../../../../shared/meeting/voting/electorate.ts'
import { useDesk } from '../../../desk-context.tsx'
import { MissingParties } from '../../attendance/MissingParties.tsx'
import { unreachedWords } from '../device-reach.ts'
import { hindranceOf } from '../hindrance.ts'
import { looksRepeated, objectedOn, repeatedOn, useMotion, usePlan } from '../use-motion.ts'
import { planFault, planTerms } from '../vote-plan.ts'
import { PlanFields } from './PlanFields.tsx'
import { usePut } from './use-put.ts'

type Props = { readonly item: AgendaItem; readonly onDrafted: () => void }

/** What is put to the vote, by which rule, and whether it can be done now; or drafted, to be voted on later. */
export function PutToVote({ item, onDrafted }: Props) {
  const { client, meeting, say } = useDesk()
  const put = usePut(item)
  const [motion, setMotion] = useMotion(meeting, item)
  const [plan, setPlan] = usePlan(meeting, item)
  const [sending, setSending] = useState(false)
  const [ticked, setTicked] = useState<boolean | null>(null)
  const { itemId } = item
  const terms = planTerms(plan)
  const repeated = repeatedOn(meeting, item)
  const repeating = repeated !== null && (ticked ?? looksRepeated(repeated, motion, terms))
  const fault = planFault(plan)
  const hindrance = hindranceOf(meeting, { itemId, motion, terms }, client.hostNow())
  const send = async (type: 'openVote' | 'draftVote'): Promise<boolean> => {
    setSending(true)
    const done = await put(type, { motion, terms, repeats: repeating ? (repeated?.voteId ?? null) : null })
    setSending(false)
    return done
  }
  const draft = async () => {
    if (!(await send('draftVote'))) return
    say('已拟好，大家都看得到，到时候再开始表决')
    onDrafted()
  }
  const ready = hindrance === null && fault === null
  const draftable = fault === null && motion.trim() !== ''
  const here = meeting.form.rollCall
    ? unreachedWords(meeting, itemId, terms) === null
      ? `在场 ${electorateOf(meeting, itemId).electors.length} 位有表决权的人都能投，大屏和手机同时打开。`
      : '有手机的人能投，大屏和手机同时打开。'
    : `到场约 ${meeting.attendance.headcount ?? 0} 人，举手点数。`
  return (
    <form
      className="vote-form"
      aria-label="付表决"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !sending) void send('openVote')
      }}
    >
      {repeated !== null && (
        <p className="row wrap">
          <Checkbox checked={repeating} onChange={(event) => setTicked(event.target.checked)}>
            这是上一次作废的表决重投
          </Checkbox>
          <span className="note">
            {repeating
              ? '话和投法照那一次填好了，可以改。两次都留在记录里。'
              : '当作另一件事表决，和作废的那一次没有关系。'}
          </span>
        </p>
      )}
      {objectedOn(meeting, item) === motion.trim() && (
        <p className="sub">有人反对，不能按无异议通过。请就这句话付表决。</p>
      )}
      <PlanFields item={item} motion={motion} plan={plan} onMotion={setMotion} onPlan={setPlan} />
      <div className="vote-end">
        <div className="grow vote-before">
          <MissingParties />
          <span className={hindrance?.unlawful ? 'vote-hindrance' : 'note'} role="status">
            {hindrance?.unlawful ? hindrance.words : (fault ?? hindrance?.words ?? here)}
          </span>
        </div>
        <Button
          disabled={!draftable || sending}
          icon={<IconNotes size={18} aria-hidden />}
          title="大家先看到要表决什么、按什么规则"
          onClick={() => void draft()}
        >
          先拟好，待会儿表决
        </Button>
        <Button
          type={meeting.floor.queue.length === 0 ? 'primary' : 'default'}
          htmlType="submit"
          disabled={!ready || sending}
          icon={<IconScale size={18} aria-hidden />}
        >
          开始表决
        </Button>
      </div>
    </form>
  )
}
