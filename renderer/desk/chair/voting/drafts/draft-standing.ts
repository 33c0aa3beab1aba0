import type { HeldMeeting } from '../../../../../shared/meeting/state.ts'
import { type Draft, draftOf } from '../../../../../shared/meeting/voting/state.ts'
import type { Rule } from '../../../../../shared/rules/rule.ts'
import { sentenceOf } from '../../../../../shared/wording/rejections.ts'
import { ruleInUse } from '../../../../ui/rule-in-use.ts'

/** The rule that decides an amendment to a proposal: its own, else the meeting's; null: there is none. */
export const amendmentRule = (proposal: Draft, meeting: Pick<HeldMeeting, 'form' | 'rule'>): Rule | null =>
  proposal.terms.rule ?? ruleInUse(meeting)

/** What has to be done with the amendments of a proposal, or the words of one, before it can be voted on; null: nothing. */
export function amendmentWords({ voting }: Pick<HeldMeeting, 'voting'>, { amendment, voteId }: Draft): string | null {
  if (voting.drafts.some((other) => other.amendment?.voteId === voteId)) return sentenceOf({ code: 'amendmentFirst' })
  const proposal = amendment === null ? null : draftOf(voting, amendment.voteId)
  if (amendment?.of === undefined || proposal === null || proposal.motion === amendment.of) return null
  return '原案已改过，请先改这条修正案。'
}

/** A proposal stays as it is while its amendment is voted on, until that result is announced. */
export const amendmentIsVotedOn = ({ voting }: Pick<HeldMeeting, 'voting'>, { voteId }: Draft): boolean =>
  (voting.open ?? voting.held)?.amendment?.voteId === voteId
