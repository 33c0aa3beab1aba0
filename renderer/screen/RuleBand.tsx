import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { electorateOf } from '../../shared/meeting/voting/electorate.ts'
import type { Draft } from '../../shared/meeting/voting/state.ts'
import type { Terms } from '../../shared/meeting/voting/terms.ts'
import { decidingWords, type Known } from './deciding-words.ts'
import { RuleSource } from './RuleSource.tsx'

type Props = {
  readonly terms: Terms
  readonly known: Known
  /** Much stands above it. */
  readonly full: boolean
}

/** By which rule it is decided and where that comes from, before and while people vote. */
export function RuleBand({ full, known, terms }: Props) {
  return (
    <footer className={full ? 'band rule full' : 'band rule'}>
      <p>{decidingWords(terms, known)}</p>
      {terms.rule !== null && <RuleSource rule={terms.rule} />}
    </footer>
  )
}

/** What is known of a draft's electorate as things stand. */
export function knownOf(meeting: HeldMeeting, { itemId }: Draft): Known {
  const { electors, entitled, recused } = electorateOf(meeting, itemId)
  return { entitled, present: electors.length, recused }
}
