import type { ItemId } from '../../core/ids.ts'
import { passComparisons, quorumComparisons } from '../../rules/conditions.ts'
import type { Rule } from '../../rules/rule.ts'
import { mattersNamed } from '../../rules/trial/matters.ts'
import type { MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { unlawfulVote } from '../voting/lawful.ts'
import { noticedMeeting } from './noticed.ts'

type Meeting = Pick<MeetingBody, 'agenda' | 'noticedOn' | 'region' | 'startsAt'>

type Proposed = {
  readonly itemId: ItemId
  readonly kind: 'survey' | 'owners'
  readonly matter?: string | null | undefined
  readonly noticedOn?: string | null | undefined
}

/**
 * What would leave a written vote that is opened at `at` (ms since 1970) without a lawful decision however the papers are
 * filled in: the first reason, null when there is none. Households are counted like people; owners by heads and area.
 */
export function unfitRule(
  rule: Rule,
  meeting: Meeting,
  { itemId, kind, matter, noticedOn }: Proposed,
  at: number,
): MeetingRejection | null {
  if (rule.paperOnly === 'election') return { code: 'electionOnPaper' }
  const measures = [...quorumComparisons(rule), ...passComparisons(rule)].map(({ measure }) => measure)
  const fits = kind === 'survey' ? ['people'] : ['owners', 'area']
  if (!measures.every((measure) => fits.includes(measure))) return { code: 'ruleCountsOthers', kind }
  const named = matter == null ? [] : mattersNamed(matter)
  if (named.some((one) => rule.matters?.includes(one) === false)) return { code: 'wrongRuleForMatter' }
  return unlawfulVote(rule, noticedMeeting(meeting, { itemId, noticedOn }, at), itemId, at)
}
