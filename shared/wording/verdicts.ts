import { baseOf, type Figures, quorumNeeded, type Verdict } from '../rules/evaluate.ts'
import type { Base, Rule, Share } from '../rules/rule.ts'

const baseNames: Readonly<Record<Base, string>> = {
  entitled: '应到人数',
  present: '实到人数',
  participating: '参与表决人数',
  against: '反对票数',
}

/**
 * How a verdict is announced, with every number and the source:
 * 应到 21 人，实到 18 人；赞成 13，反对 3，弃权 2。赞成超过应到人数的一半（10.5），通过。依据：…。
 */
export function verdictSentence(rule: Rule, verdict: Verdict): string {
  const { figures } = verdict
  const count = `应到 ${figures.entitled} 人，实到 ${figures.present} 人；赞成 ${figures.for}，反对 ${figures.against}，弃权 ${figures.abstain}。`
  return `${count}${conclusion(rule, verdict)}依据：${rule.source}。`
}

function conclusion(rule: Rule, { figures, passed, reasons }: Verdict): string {
  if (reasons.includes('ballotsUnbalanced')) return '票数与人数不平，表决无效，请核对后重新表决。'
  if (reasons.includes('noQuorum')) {
    return `到会人数不足法定的 ${quorumNeeded(rule, figures.entitled)} 人，表决无效。`
  }
  return `${comparison(rule, figures, passed)}，${passed ? '通过' : '未通过'}。`
}

function comparison({ pass }: Rule, figures: Figures, passed: boolean): string {
  const threshold = `${thresholdName(pass)}（${thresholdText(pass.share, baseOf(pass.den, figures))}）`
  if (pass.op === '>') return `赞成${passed ? '' : '未'}超过${threshold}`
  return `赞成${passed ? '达到' : '未达到'}${threshold}`
}

/** What votes in favour are measured against: 应到人数的一半. */
export function thresholdName({ den, share }: Rule['pass']): string {
  if (share.num === share.den) return baseNames[den]
  return `${baseNames[den]}${share.num === 1 && share.den === 2 ? '的一半' : `的 ${share.num}/${share.den}`}`
}

/** The share of a whole number, exactly: 10.5 as a decimal when it ends there, else a mixed fraction such as 13又1/3. */
export function thresholdText(share: Share, of: number): string {
  const product = share.num * of
  const whole = Math.floor(product / share.den)
  const rest = product % share.den
  if (rest === 0) return String(whole)
  if (rest * 2 === share.den) return `${whole}.5`
  const divisor = greatestCommonDivisor(rest, share.den)
  return `${whole === 0 ? '' : `${whole}又`}${rest / divisor}/${share.den / divisor}`
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
