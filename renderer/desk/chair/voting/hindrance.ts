import type { ItemId } from '../../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { pastAmendments } from '../../../../shared/meeting/voting/amendments-first.ts'
import { electorateOf } from '../../../../shared/meeting/voting/electorate.ts'
import { unlawfulVote } from '../../../../shared/meeting/voting/lawful.ts'
import type { Draft } from '../../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { unfitTerms } from '../../../../shared/meeting/voting/unfit-terms.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { quorumOf } from '../attendance/quorum.ts'
import { nobodyReached } from './device-reach.ts'

/** `unlawful`: a vote held now would not be valid; else the chair has only something to finish first. */
type Hindrance = { readonly unlawful: boolean; readonly words: string }

/** What is to be put to the vote, on which item, and how. */
type Proposal = {
  readonly itemId: ItemId
  readonly motion: string
  readonly terms: Terms
  readonly amendment?: Draft['amendment']
}

/**
 * What keeps a motion from being put to the vote at `now`, ms since 1970 by the host's clock; null when nothing does. What
 * no sign-in mends is said first: a rule for other votes, 公示 too short, 议题 not announced, 规则 out of force.
 */
export function hindranceOf(meeting: HeldMeeting, proposal: Proposal, now: number): Hindrance | null {
  const { itemId, motion, terms } = proposal
  const lawful = unlawful(meeting, itemId, terms, now) ?? absent(meeting, itemId, terms)
  if (lawful !== null) return { unlawful: true, words: lawful }
  const { floor, runningItem, voting } = meeting
  if (voting.held !== null)
    return {
      unlawful: false,
      words: `“${voting.held.motion}”的结果还没有公布。请在议程里点那一项，先公布结果，或宣布作废。`,
    }
  if (runningItem !== itemId) return { unlawful: false, words: '这一项还没有开始。可以先拟好，开始以后再表决。' }
  if (nobodyReached(meeting, itemId, terms)) {
    return { unlawful: false, words: '在场能表决的人都没有手机（或已委托别人），投不了。请加上举手或纸票。' }
  }
  if (floor.speaking !== null) return { unlawful: false, words: '还有人在发言。请他说完，再开始表决。' }
  const first = pastAmendments(voting, proposal)
  if (first !== null) return { unlawful: false, words: sentenceOf(first) }
  if (motion.trim() !== '') return null
  return { unlawful: false, words: '请先写下要表决的话，一句话说清做什么、什么时候、谁来做。' }
}

function unlawful(meeting: HeldMeeting, itemId: ItemId, terms: Terms, now: number): string | null {
  const { channels, rule } = terms
  const unfit = unfitTerms(terms)
  if (unfit !== null) return sentenceOf(unfit)
  const onHands = !channels.device && channels.hands === 'counted' && channels.paper === null
  if (!meeting.form.rollCall && (!onHands || rule !== null)) return sentenceOf({ code: 'onlyHandsWithoutRoll' })
  const refusal = rule === null ? null : unlawfulVote(rule, meeting, itemId, now)
  return refusal === null ? null : sentenceOf(refusal)
}

/** Too few are there, by the rule of this very vote. */
function absent(meeting: HeldMeeting, itemId: ItemId, { rule }: Terms): string | null {
  if (!meeting.form.rollCall) {
    return (meeting.attendance.headcount ?? 0) > 0 ? null : sentenceOf({ code: 'headcountNeeded' })
  }
  if (rule === null) {
    return electorateOf(meeting, itemId).electors.length > 0
      ? null
      : '有表决权的人一位也没有到。可以接着议；再来 1 位有表决权的人签到，就能表决。'
  }
  const quorum = quorumOf({ ...meeting, rule, form: { ...meeting.form, decision: 'vote' } }, itemId)
  if (quorum === null || quorum.met) return null
  const missing = quorum.needed - quorum.present
  return `${quorum.words}。可以接着议；再来 ${missing} 位有表决权的人签到，就能表决。`
}
