import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { ItemId, ResolutionId } from '../../../shared/core/ids.ts'
import { entriesOf } from '../../../shared/core/per-item.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'

/** Where something missing can be put right. */
export type Lead =
  | { readonly to: 'record'; readonly itemId: ItemId }
  | { readonly to: 'worksheet'; readonly resolutionId: ResolutionId }
  | { readonly to: 'signIn' }

/** What the minutes of a meeting still lack: a sentence, and the way to where it is mended, if it still can be. */
export type Missing = {
  readonly sentence: string
  readonly way: { readonly lead: Lead; readonly act: string } | null
}

export function missingInMinutes(meeting: HeldMeeting): readonly Missing[] {
  const items = meeting.agenda.flatMap((_, index) => missingInItem(meeting, index))
  if (meeting.attendance.presence.length > 0) return items
  const nobody: Missing =
    meeting.phase === 'open'
      ? { sentence: '还没有人签到，纪要里会是“先后到会0人”。', way: { lead: { to: 'signIn' }, act: '去签到' } }
      : { sentence: '没有人签到，纪要里是“先后到会0人”。散会后不能再补签，请在纪要里手写说明。', way: null }
  return [nobody, ...items]
}

function missingInItem(meeting: HeldMeeting, index: number): readonly Missing[] {
  const item = meeting.agenda[index]
  // An item that was never talked about lacks nothing: the minutes say so themselves.
  if (item === undefined || item.phase === 'planned') return []
  const { followUp, minutes, voting } = meeting
  const number = `议题${chineseNumber(index + 1)}`
  const record = (sentence: string, act: string): Missing => {
    return { sentence: number + sentence, way: { lead: { to: 'record', itemId: item.itemId }, act } }
  }
  const lacking: Missing[] = []
  if (item.phase === 'finished' && entriesOf(minutes, item.itemId).length === 0) {
    lacking.push(record('没有要点。', '去补要点'))
  }
  const last = voting.past.filter((vote) => vote.itemId === item.itemId).at(-1)
  if (last?.phase === 'void' && voting.open?.itemId !== item.itemId) {
    lacking.push(record('的表决已作废，没有重新表决。', '去看记录'))
  }
  for (const resolution of voting.resolutions.filter((one) => one.itemId === item.itemId)) {
    if (followUp.some((given) => given.resolutionId === resolution.resolutionId)) continue
    const lead = { to: 'worksheet', resolutionId: resolution.resolutionId } as const
    lacking.push({ sentence: `${number}的决议还没有交办，没有责任单位和时限。`, way: { lead, act: '去交办' } })
  }
  return lacking
}
