import type { Context } from '../../core/context.ts'
import { hasId } from '../../core/id-set.ts'
import { ok, refuse } from '../../core/result.ts'
import { isPresent } from '../attendance/state.ts'
import { handOverChair } from '../lifecycle/decide.ts'
import type { MeetingCommandOf } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { requestFloor } from './decide-requests.ts'
import { groupTimes } from './quotas.ts'

/** 主持人要发言: in one act somebody else takes the chair, and whoever had it asks for the floor. */
export function nameStandIn(
  meeting: MeetingBody,
  { seatId, speechId, stance }: MeetingCommandOf<'nameStandIn'>,
  context: Context,
): MeetingDecision {
  const former = meeting.chair
  const over = handOverChair(meeting, { seatId }, context)
  if (!over.ok) return over
  if (!isPresent(meeting.attendance, seatId)) return refuse({ code: 'standInNotHere' })
  const asked = requestFloor(
    { ...meeting, chair: seatId },
    { speechId, seatId: former, kind: 'ordinary', stance },
    context,
  )
  if (!asked.ok) return asked
  // A stand-in who wants to speak as well names another one for the same chair.
  const standsInFor = meeting.standsInFor ?? former
  const handed = over.value.map((event) =>
    event.type === 'chairHandedOver' && standsInFor !== seatId ? { ...event, data: { seatId, standsInFor } } : event,
  )
  return ok([...handed, ...asked.value])
}

/** From now on this item goes by these rules; what was recorded stays. */
export function setSpeakingRules(
  { agenda, usedIds }: MeetingBody,
  data: MeetingCommandOf<'setSpeakingRules'>,
): MeetingDecision {
  const { itemId } = data
  if (!hasId(usedIds, itemId)) return refuse({ code: 'itemUnknown' })
  const isOver = agenda.some((item) => item.itemId === itemId && item.phase === 'finished')
  return isOver ? refuse({ code: 'itemAlreadyStarted' }) : ok([{ type: 'speakingRulesSet', data }])
}

/** 拉平: everybody gets the whole seconds by which the worst group is over, so that none is and no group is better off. */
export function equaliseQuotas(meeting: MeetingBody, { now }: Context): MeetingDecision {
  const { runningItem } = meeting
  if (runningItem === null) return refuse({ code: 'noItemRuns' })
  const left = groupTimes(meeting, runningItem, now).map((group) => group.leftMs)
  const over = -Math.min(0, ...left)
  if (over === 0) return refuse({ code: 'noGroupIsOver' })
  return ok([{ type: 'quotasEqualised', data: { itemId: runningItem, seconds: Math.ceil(over / 1000) } }])
}
