import type { Rule } from '../../../shared/rules/rule.ts'
import { hindranceWords } from './standing.ts'

/** How many must be there, where a pack leaves it to the meeting's own rules. */
export const ownQuorums = [
  {
    value: 'half',
    label: '超过应到的半数',
    quorum: { num: 'present', den: 'entitled', op: '>', share: { num: 1, den: 2 } },
  },
  {
    value: 'twoThirds',
    label: '应到的三分之二以上',
    quorum: { num: 'present', den: 'entitled', op: '>=', share: { num: 2, den: 3 } },
  },
  {
    value: 'threeQuarters',
    label: '应到的四分之三以上',
    quorum: { num: 'present', den: 'entitled', op: '>=', share: { num: 3, den: 4 } },
  },
  { value: 'none', label: '不限到会人数', quorum: null },
] as const satisfies readonly { readonly value: string; readonly label: string; readonly quorum: Rule['quorum'] }[]

export type OwnQuorum = (typeof ownQuorums)[number]['value']

const MAX_SOURCE = 300
const OWN = '到会门槛为本次会议所定'

/**
 * The copy of a pack that a meeting holds. Where the pack leaves the quorum to the meeting, more than half must be there
 * unless another one is chosen, and the source says whose it is.
 */
export function ruleForMeeting(pack: Rule, chosen: OwnQuorum = 'half'): Rule {
  if (!pack.quorumByOwnRules) return pack
  const { quorumByOwnRules: _left, ...rest } = pack
  const source = `${pack.source}；${OWN}`
  const quorum = ownQuorums.find(({ value }) => value === chosen)?.quorum ?? null
  return { ...rest, quorum, source: source.length > MAX_SOURCE ? pack.source : source }
}

/** Which of the quorums offered a meeting's copy has; null where it is another. */
export function ownQuorumOf(rule: Rule): OwnQuorum | null {
  const key = (quorum: Rule['quorum']) =>
    quorum === null ? 'none' : `${quorum.op}${quorum.share.num}/${quorum.share.den}`
  return ownQuorums.find(({ quorum }) => key(quorum) === key(rule.quorum))?.value ?? null
}

/** Why a meeting on this day cannot be convened under this rule, in words; null when it can. */
export function ruleFault(rule: Rule | null, decision: 'vote' | 'consensus' | 'record', onDay: string): string | null {
  if (decision !== 'vote') return null
  if (rule === null) return '请选表决规则。'
  const hindrance = hindranceWords(rule, onDay)
  return hindrance === null ? null : `“${rule.name}”不能用于这次会：${hindrance}。`
}
