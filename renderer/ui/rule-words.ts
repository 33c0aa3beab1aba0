import { baseOf, type Figures } from '../../shared/rules/evaluate.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { thresholdName, thresholdText } from '../../shared/wording/verdicts.ts'

/** The votes in favour that a rule measures against, as a number to draw: may lie between two whole ones. */
export const thresholdOf = ({ pass }: Rule, figures: Figures): number =>
  (pass.share.num * baseOf(pass.den, figures)) / pass.share.den

/**
 * When a motion passes, in words, before anybody has voted: 赞成超过应到人数的一半（10.5）算通过. The number is there
 * when it is known already.
 */
export function passWords({ pass }: Rule, known: Pick<Figures, 'entitled' | 'present'>): string {
  const { den, op, share } = pass
  if (den === 'against' && share.num === share.den) return op === '>' ? '赞成多于反对算通过' : '赞成不少于反对算通过'
  const fixed = den === 'entitled' || den === 'present'
  // After a fraction in figures the next word keeps its distance.
  const number = fixed ? `（${thresholdText(share, known[den])}）` : share.num === 1 && share.den === 2 ? '' : ' '
  return `赞成${op === '>' ? '超过' : '达到'}${thresholdName(pass)}${number}算通过`
}
