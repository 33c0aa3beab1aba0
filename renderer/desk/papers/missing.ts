import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { ItemId, ResolutionId } from '../../../shared/core/ids.ts'
import { entriesOf } from '../../../shared/core/per-item.ts'
import { conclusionOf } from '../../../shared/meeting/conclusions/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'

/** Where something missing can be put right. */
export type Lead = DeskLead | { readonly to: 'written'; readonly itemId: ItemId }

/** What is mended on the page of the desk itself. */
export type DeskLead =
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
  return meeting.form.rollCall ? [...missingSignIn(meeting), ...items] : [...missingHeadcount(meeting), ...items]
}

function missingSignIn({ attendance, phase }: HeldMeeting): readonly Missing[] {
  if (attendance.presence.length > 0) return []
  if (phase !== 'open') {
    return [{ sentence: '没有人签到，纪要里是“先后到会0人”。散会后不能再补签，请在纪要里手写说明。', way: null }]
  }
  const way = { lead: { to: 'signIn' }, act: '去签到' } as const
  return [{ sentence: '还没有人签到，纪要里会是“先后到会0人”。', way }]
}

function missingHeadcount({ attendance, phase }: HeldMeeting): readonly Missing[] {
  if (attendance.headcount !== null) return []
  const sentence =
    phase === 'open' ? '还没有写到场约多少人，在页面最下面写。' : '没有写到场约多少人，散会后不能再补，请在纪要里手写。'
  return [{ sentence, way: null }]
}

function missingInItem(meeting: HeldMeeting, index: number): readonly Missing[] {
  const item = meeting.agenda[index]
  if (item === undefined) return []
  const written = openInWriting(meeting, item.itemId, index)
  // An item that was never talked about lacks nothing else: the minutes say so themselves.
  if (item.phase === 'planned') return written
  const { conclusions, floor, followUp, form, minutes, phase, voting } = meeting
  const conclusion = conclusionOf(conclusions, item.itemId)
  const number = `议题${chineseNumber(index + 1)}`
  const record = (sentence: string, act: string): Missing => {
    return { sentence: number + sentence, way: { lead: { to: 'record', itemId: item.itemId }, act } }
  }
  const lacking: Missing[] = [...written]
  const noted = entriesOf(floor.speeches, item.itemId).some((speech) => speech.note !== null)
  const pointless = entriesOf(minutes, item.itemId).length === 0 && !noted
  if (item.phase === 'finished' && conclusion === null && pointless) {
    lacking.push(record('没有要点。', '去补要点'))
  }
  if (form.decision !== 'vote' && conclusion === null) {
    lacking.push(
      phase === 'open'
        ? record('还没有写结论。', '去写结论')
        : record('没有写结论。散会后不能再写，可以补一条“议定事项”。', '去补要点'),
    )
  }
  const last = voting.past.filter((vote) => vote.itemId === item.itemId).at(-1)
  if (last?.phase === 'void' && voting.open?.itemId !== item.itemId) {
    lacking.push(record('的表决已作废，没有重新表决。', '去看记录'))
  }
  for (const resolution of voting.resolutions.filter((one) => one.itemId === item.itemId)) {
    if (followUp.some((given) => given.resolutionId === resolution.resolutionId)) continue
    // What was done on the spot is given to nobody unless somebody wants to.
    if (resolution.voteId === null && conclusion?.outcome === 'handled') continue
    const matter = resolution.voteId === null ? '共识' : '决议'
    const lead = { to: 'worksheet', resolutionId: resolution.resolutionId } as const
    lacking.push({ sentence: `${number}的${matter}还没有交办，没有责任单位和时限。`, way: { lead, act: '去交办' } })
  }
  return lacking
}

/** Nothing can be sealed while papers may still come back. */
function openInWriting({ writtenVotes }: HeldMeeting, itemId: ItemId, index: number): readonly Missing[] {
  const open = writtenVotes.filter((vote) => vote.phase === 'open' && vote.itemId === itemId)
  return open.map(({ motion }) => ({
    sentence: `议题${chineseNumber(index + 1)}的书面表决“${motion}”还没有结束，封存前要结束它，或宣布作废。`,
    way: { lead: { to: 'written', itemId }, act: '去收票' },
  }))
}
