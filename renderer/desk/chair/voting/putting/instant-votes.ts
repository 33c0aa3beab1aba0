import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../../../../shared/meeting/state.ts'
import type { TemplateId } from '../../../../../shared/meeting/voting/templates.ts'
import type { Terms } from '../../../../../shared/meeting/voting/terms.ts'
import { unfitTerms } from '../../../../../shared/meeting/voting/unfit-terms.ts'
import { hindranceOf } from '../hindrance.ts'
import { planOf, planTerms, templatesOf } from '../vote-plan.ts'

type InstantVote = {
  readonly template: TemplateId
  readonly terms: Terms
  /** What keeps it from being opened now, in words; null when nothing does. */
  readonly hindrance: string | null
  /** Whether the meeting's rule can decide it at all. */
  readonly fits: boolean
}

/** 表决方式 that ask for nothing but the words: no rows to be written first. `now`: ms since 1970, the host's clock. */
export function instantVotes(
  meeting: HeldMeeting,
  { itemId }: AgendaItem,
  motion: string,
  now: number,
): readonly InstantVote[] {
  return templatesOf(meeting.form).flatMap((template) => {
    const terms = planTerms(planOf(template, meeting))
    if ('rows' in terms.question) return []
    const hindrance = hindranceOf(meeting, { itemId, motion, terms }, now)?.words ?? null
    return [{ template, terms, hindrance, fits: unfitTerms(terms) === null }]
  })
}

/**
 * The one sentence that keeps all of them, as far as the rule fits, from being opened; null when one of them can be, or
 * they have different ones.
 */
export function commonHindrance(votes: readonly InstantVote[]): string | null {
  const fitting = votes.filter(({ fits }) => fits)
  const [first = null, ...others] = (fitting.length > 0 ? fitting : votes).map(({ hindrance }) => hindrance)
  return others.every((other) => other === first) ? first : null
}
