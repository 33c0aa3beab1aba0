import './timing.css'
import { Button } from 'antd'
import { useState } from 'react'
import { timePlan } from '../../../../shared/meeting/time-plan.ts'
import { useDesk } from '../../desk-context.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { endWords } from './plan-words.ts'

/** When the meeting will be over as things stand, and the way to plan its time. `now`: ms since 1970, the host's clock. */
export function EndForecast({ now }: { readonly now: number }) {
  const { meeting } = useDesk()
  const [planning, setPlanning] = useState(false)
  if (meeting.phase !== 'open') return null
  const plan = timePlan(meeting, now)
  const end = endWords(plan)
  const missing = plan.unplanned.length === 0 ? '' : `还有 ${plan.unplanned.length} 项没定时间，没算在内。`
  return (
    <>
      <Button
        type="text"
        size="small"
        className={`plan-end ${end?.late === true ? 'plan-late' : ''}`}
        title={`${missing}点开定每一项和全会的时间`}
        onClick={() => setPlanning(true)}
      >
        <span className="one">{end?.words ?? '定时间'}</span>
      </Button>
      {planning && <PlanDialog onClose={() => setPlanning(false)} />}
    </>
  )
}
