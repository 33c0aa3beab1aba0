import { countOf } from '../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../shared/meeting/voting/state.ts'

/** How many object so far; silence agrees, so nobody waits for ballots. */
export function objectionWords({ shown }: Pick<OpenVote, 'shown'>): string {
  const objecting = countOf(shown ?? [], 0, 'object')
  return objecting === 0 ? '还没有人反对' : `${objecting} 人有反对意见`
}
