import type { SeatId } from '../../../shared/core/ids.ts'
import type { OpenVote, Voter } from '../../../shared/meeting/voting/state.ts'
import { channelNames } from '../../../shared/wording/vote-words.ts'
import { timeText } from '../../ui/clock-text.ts'

/** While the numbers stand and nobody has been told them. */
export const HELD_WORDS = '表决已结束，等主持人公布'

/** 已记录 15:02, by the host's clock; 已按举手记录 where somebody else entered it. */
export function recordedWords({ at, channel }: Voter): string {
  const how = channel === 'device' ? '已记录' : `已按${channelNames[channel]}记录`
  return at === null ? how : `${how} ${timeText(at)}`
}

/** 边投边看 or 结束前不看票数. */
export const seenBeforeWords = ({ terms }: OpenVote): string =>
  terms.display === 'live'
    ? '大家看到收了几票、各项多少票；主持人和话事员看到谁投过。边投边看时，会场上能推出谁投了什么。'
    : '大家只看到收了几票；主持人和话事员看到谁投过，看不到投了什么。'

/** What becomes known of a ballot when the result is. */
export const seenAfterWords = ({ terms }: OpenVote, { channel }: Voter): string =>
  channel === 'hands' && terms.channels.hands === 'counted'
    ? '举手只点数：大家看到票数，没有记下谁举的是什么。'
    : '记名表决：委员、主持人和话事员能看到谁投了什么，大屏和列席的只看到票数。'

/** What can still be done about a ballot that is recorded. */
export function afterwardsWords({ terms }: OpenVote, { channel }: Voter, revisable: boolean): string {
  if (revisable) return '表决结束前可以改，以最后一次为准。'
  if (channel !== 'device') return '一人只算一票，手机上不用再投。记得不对，请当场举手告诉主持人。'
  const which = terms.revisable ? '现在不能再改' : '以第一次投出的为准，不能再改'
  return `${which}。觉得有问题，请当场举手，由主持人决定要不要作废重投。`
}

/** How to vote where devices do not take part. */
export function elsewhereWords({ spoilt, terms }: OpenVote, seatId: SeatId): string {
  const { hands, paper } = terms.channels
  const returned = spoilt.filter((one) => one.seatId === seatId)
  const again = returned.map(({ number }) => `${number} 号纸票已经收回，请再领一张。`).join('')
  if (hands !== null && paper !== null) {
    return `${again}这次举手或用纸票投，不用手机：听主持人问到时举手，或请工作人员给您一张纸票，只能用一种。`
  }
  if (hands !== null) return '这次举手表决，不用手机：请听主持人问，问到您的意见时举手。'
  const get =
    terms.channels.paper === 'secret' ? '请向工作人员领票，填好投进票箱' : '请填好纸票，签上名字，交给工作人员'
  return `${again}这次用纸票投，不用手机：${get}。`
}

/** A heading and a sentence for somebody whose ballot did not come in. */
export function stoppedWords(at: 'stopped' | 'timeUp', { terms }: OpenVote): readonly [title: string, text: string] {
  if (at === 'timeUp') return ['投票时间到了', '您没有投。要补投，请马上举手，由主持人延长时间。']
  const counted = terms.channels.hands === 'counted' ? '举过手的，按点数计。' : ''
  return ['投票已截止，正在计票', `这里没有您的票。${counted}有疑问，请当场举手问主持人。`]
}
