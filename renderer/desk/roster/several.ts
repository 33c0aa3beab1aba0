import { mayVote } from './files/kind-words.ts'
import type { Person, RosterKind } from './person.ts'
import { withKind } from './roster-people.ts'

/** What several people are given alike; null leaves to each what they have. */
export type CommonPart = {
  readonly kind: RosterKind | null
  readonly voting: boolean | null
  readonly suspended: boolean | null
  readonly party: string | null
  readonly term: Pick<Person, 'termFrom' | 'termTo'> | null
}

export const noCommonPart: CommonPart = { kind: null, voting: null, suspended: null, party: null, term: null }

/** A vote goes only to those whose kind may have one. */
export function withCommonPart(person: Person, { kind, party, suspended, term, voting }: CommonPart): Person {
  const seated = kind === null ? person : withKind(person, kind)
  return {
    ...seated,
    voting: (voting ?? seated.voting) && mayVote(seated.kind),
    suspended: suspended ?? seated.suspended,
    party: party ?? seated.party,
    ...(term ?? {}),
  }
}
