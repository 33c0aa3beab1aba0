import { hasId } from '../../core/id-set.ts'
import type { ItemId, PointId } from '../../core/ids.ts'
import { entriesOf } from '../../core/per-item.ts'
import { ok, refuse } from '../../core/result.ts'
import type { MeetingCommandOf } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'

export function addPoint(meeting: MeetingBody, data: MeetingCommandOf<'addPoint'>): MeetingDecision {
  if (!hasId(meeting.usedIds, data.itemId)) return refuse({ code: 'itemUnknown' })
  if (hasPoint(meeting, data)) return refuse({ code: 'pointExists' })
  return ok([{ type: 'pointAdded', data }])
}

export function revisePoint(meeting: MeetingBody, data: MeetingCommandOf<'revisePoint'>): MeetingDecision {
  if (!hasPoint(meeting, data)) return refuse({ code: 'pointUnknown' })
  return ok([{ type: 'pointRevised', data }])
}

export function withdrawPoint(meeting: MeetingBody, data: MeetingCommandOf<'withdrawPoint'>): MeetingDecision {
  if (!hasPoint(meeting, data)) return refuse({ code: 'pointUnknown' })
  return ok([{ type: 'pointWithdrawn', data }])
}

function hasPoint(
  { minutes }: MeetingBody,
  { itemId, pointId }: { readonly itemId: ItemId; readonly pointId: PointId },
): boolean {
  return entriesOf(minutes, itemId).some((point) => point.pointId === pointId)
}
