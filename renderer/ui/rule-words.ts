import { baseOf, type Figures, quorumNeeded } from '../../shared/rules/evaluate.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { thresholdName, thresholdText } from '../../shared/wording/verdicts.ts'

/** The people who are known before anybody has voted. */
type KnownFigures = Pick<Figures, 'entitled' | 'present'>

/** The votes in favour that a rule measures against, as a number to draw: may lie between two whole ones. */
export const thresholdOf = ({ pass }: Rule, figures: Figures): number =>
  (pass.share.num * baseOf(pass.den, figures)) / pass.share.den

/**
 * When a motion passes, in words, before anybody has voted: 赞成超过应到人数的一半（10.5）算通过. The number is there
 * when it is known already.
 */
export function passWords({ pass }: Rule, known: KnownFigures): string {
  const { den, op, share } = pass
  if (den === 'against' && share.num === share.den) return op === '>' ? '赞成多于反对算通过' : '赞成不少于反对算通过'
  const fixed = den === 'entitled' || den === 'present'
  // After a fraction in figures the next word keeps its distance.
  const number = fixed ? `（${thresholdText(share, known[den])}）` : share.num === 1 && share.den === 2 ? '' : ' '
  return `赞成${op === '>' ? '超过' : '达到'}${thresholdName(pass)}${number}算通过`
}

const bases = { entitled: '应到', present: '实到' } as const

/** How many votes in favour a motion needs, as far as that can be said before anybody has voted. */
export function passSentence(rule: Rule, known: KnownFigures): string {
  const { den, op, share } = rule.pass
  const words = passWords(rule, known)
  switch (den) {
    case 'against':
      return `${words}，弃权和没投的都不算。`
    case 'participating':
      return `${words}，弃权算参加、不算赞成。`
    case 'total':
    case 'totalShare':
      return `${words}。`
    case 'entitled':
    case 'present': {
      // A share of people is reached by votes as it is by presence; nothing passes without a single vote in favour.
      const asPresence: Rule = { ...rule, quorum: { den: 'entitled', op, share } }
      const votes = Math.max(1, quorumNeeded(asPresence, known[den]))
      return `${words}，${bases[den]} ${known[den]} 人时至少 ${votes} 票赞成。`
    }
  }
}
