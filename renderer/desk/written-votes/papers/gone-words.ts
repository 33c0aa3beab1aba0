import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { type NamedUnit, unitWords } from '../asked-units.ts'

/** As many as are named; of more their number is told. */
const NAMED = 3

/** Who of a list is no longer on the roster, and what to do about it; null: everybody is. */
export function goneWords(kind: WrittenVote['kind'], gone: readonly NamedUnit[]): string | null {
  if (gone.length === 0) return null
  const names = gone.slice(0, NAMED).map(unitWords).join('；')
  const all = gone.length > NAMED ? `${names}等 ${gone.length} ${kind === 'owners' ? '位' : '户'}` : names
  return `${all}：已不在名册上，仍在这份名单里，总数照样算。请核对；不该算的，请把这次表决作废，重新发起。`
}
