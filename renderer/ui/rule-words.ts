import { baseOf, type Figures } from '../../shared/rules/evaluate.ts'
import type { Base, Rule, Share } from '../../shared/rules/rule.ts'

const baseNames: Readonly<Record<Base, string>> = {
  entitled: '应到人数',
  present: '实到人数',
  participating: '参与表决人数',
  against: '反对票',
}

const shareText = ({ num, den }: Share): string => {
  if (num === den) return ''
  return num === 1 && den === 2 ? '的一半' : `的 ${num}/${den}`
}

/** The votes in favour that a rule measures against, as a number: may lie between two whole ones. */
export const thresholdOf = ({ pass }: Rule, figures: Figures): number =>
  (pass.share.num * baseOf(pass.den, figures)) / pass.share.den

/** A threshold as people read it: 10.5, and 13.3 for a third. */
export const thresholdText = (threshold: number): string => String(Math.round(threshold * 10) / 10)

/** What a result bar is measured in: the base of the rule. */
export const thresholdName = ({ pass }: Rule): string => `${baseNames[pass.den]}${shareText(pass.share)}`

/**
 * When a motion passes, in words, before anybody has voted: 赞成超过应到人数的一半（10.5）算通过. The number is there
 * when it is known already.
 */
export function passWords(rule: Rule, known: Pick<Figures, 'entitled' | 'present'>): string {
  const { den, op, share } = rule.pass
  if (den === 'against' && share.num === share.den) return op === '>' ? '赞成多于反对算通过' : '赞成不少于反对算通过'
  const fixed = den === 'entitled' || den === 'present'
  const number = fixed ? `（${thresholdText((share.num * known[den]) / share.den)}）` : ''
  return `赞成${op === '>' ? '超过' : '达到'}${baseNames[den]}${shareText(share)}${number}算通过`
}
