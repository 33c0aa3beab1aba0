import type { SeatId } from '../../../shared/core/ids.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'

type Counted = Pick<OpenVote, 'tallies' | 'tellers' | 'terms'>

/**
 * What should be settled before secret papers are counted, and hinders nothing: who watches and counts an election or what
 * two people count, and counts by others than the 计票人 who were named.
 */
export function tellerCautions(vote: Counted, nameOf: (seatId: SeatId) => string): readonly string[] {
  const missing = missingTellers(vote)
  return [
    ...(missing.length === 0 ? [] : [`还没有推选${missing.join('、')}，请先推选，再开箱点票。`]),
    ...otherCounters(vote).map((seatId) => `${nameOf(seatId)}点了票，不在计票人里。请核对，或把计票人改对。`),
  ]
}

/** An election has 监票人, 计票人 and 唱票人; what is counted twice has two 计票人. */
function missingTellers({ tellers: { callers, counters, supervisors }, terms }: Counted): readonly string[] {
  const { channels, doubleEntry, question } = terms
  if (channels.paper !== 'secret') return []
  const election = question.kind === 'election'
  const short = (doubleEntry ? 2 : election ? 1 : 0) - counters.length
  return [
    ...(election && supervisors.length === 0 ? ['监票人'] : []),
    ...(short > 0 ? [doubleEntry ? `计票人（双人复核，还差 ${short} 位）` : '计票人'] : []),
    ...(election && callers.length === 0 ? ['唱票人'] : []),
  ]
}

/** Who has counted and is none of the 计票人, where there are any. */
const otherCounters = ({ tallies, tellers: { counters } }: Counted): readonly SeatId[] =>
  counters.length === 0
    ? []
    : tallies.flatMap(({ counter }) => (counter === null || counters.includes(counter) ? [] : [counter]))
