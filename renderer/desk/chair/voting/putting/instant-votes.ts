import type { AgendaItem } from '../../../../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../../../../shared/meeting/state.ts'
import type { TemplateId } from '../../../../../shared/meeting/voting/templates.ts'
import type { Terms } from '../../../../../shared/meeting/voting/terms.ts'
import { hindranceOf } from '../hindrance.ts'
import { planOf, planTerms, templatesOf } from '../vote-plan.ts'

type InstantVote = {
  readonly template: TemplateId
  readonly terms: Terms
  /** What keeps it from being opened now, in words; null when nothing does. */
  readonly hindrance: string | null
}

/** 表决方式 that ask for nothing but the words: no rows have to be written first. `now`: ms since 1970, the host's clock. */
export function instantVotes(
  meeting: HeldMeeting,
  { itemId }: AgendaItem,
  motion: string,
  now: number,
): readonly InstantVote[] {
  return templatesOf(meeting.form).flatMap((template) => {
    const terms = planTerms(planOf(template, meeting))
    if ('rows' in terms.question) return []
    return [{ template, terms, hindrance: hindranceOf(meeting, { itemId, motion, terms }, now)?.words ?? null }]
  })
}

/** The one sentence that keeps all of them from being opened; null when one of them can be, or they have different ones. */
export function commonHindrance(votes: readonly InstantVote[]): string | null {
  const [first = null, ...others] = votes.map(({ hindrance }) => hindrance)
  return others.every((other) => other === first) ? first : null
}
