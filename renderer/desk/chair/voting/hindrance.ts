import type { ItemId } from '../../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { unlawfulVote } from '../../../../shared/meeting/voting/lawful.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { ruleInUse } from '../../../ui/rule-in-use.ts'
import { quorumOf } from '../attendance/quorum.ts'

/** `unlawful`: a vote held now would not be valid; else the chair has only something to finish first. */
type Hindrance = { readonly unlawful: boolean; readonly words: string }

/**
 * What keeps a motion from being put to the vote at `now`, ms since 1970 by the host's clock; null when nothing does. What
 * no sign-in mends is said first: 公示 too short, 议题 not announced, 规则 out of force.
 */
export function hindranceOf(meeting: HeldMeeting, itemId: ItemId, motion: string, now: number): Hindrance | null {
  const rule = ruleInUse(meeting)
  const unlawful = rule === null ? null : unlawfulVote(rule, meeting, itemId, now)
  if (unlawful !== null) return { unlawful: true, words: sentenceOf(unlawful) }
  const quorum = quorumOf(meeting, itemId)
  if (quorum !== null && !quorum.met) {
    const missing = quorum.needed - quorum.present
    const words = `${quorum.words}。可以接着议；再来 ${missing} 位有表决权的人签到，就能表决。`
    return { unlawful: true, words }
  }
  if (meeting.floor.speaking !== null) return { unlawful: false, words: '还有人在发言。请他说完，再开始表决。' }
  if (motion.trim() !== '') return null
  return { unlawful: false, words: '请先写下要表决的话，一句话说清做什么、什么时候、谁来做。' }
}
