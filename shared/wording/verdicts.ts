import { baseOf, type Figures, quorumNeeded, type Verdict, type VerdictReason } from '../rules/evaluate.ts'
import type { Base, Rule, Share } from '../rules/rule.ts'
import { sourceText } from '../rules/source-text.ts'
import { exactText } from './exact-text.ts'
import { shareName } from './finding-words.ts'

const baseNames: Readonly<Record<Base, string>> = {
  entitled: '应到人数',
  present: '实到人数',
  participating: '参与表决人数',
  against: '反对票数',
  total: '业主总人数',
  totalShare: '总份额',
}

/**
 * How a verdict is announced, with every number and the source:
 * 应到 21 人，实到 18 人；赞成 13，反对 3，弃权 2。赞成超过应到人数的一半（10.5），通过。依据：…。
 */
export function verdictSentence(rule: Rule, verdict: Verdict): string {
  return `${attendanceText(verdict.figures)}；${stancesText(verdict.figures)}。${conclusion(rule, verdict)}${sourceSentence(rule)}`
}

/** 应到 21 人（另有 1 人回避，不计入），实到 18 人 */
export function attendanceText({ entitled, present, recused }: Figures): string {
  const aside = recused ? `（另有 ${recused} 人回避，不计入）` : ''
  return `应到 ${entitled} 人${aside}，实到 ${present} 人`
}

/** 赞成 13，反对 3，弃权 2 */
export const stancesText = (figures: Pick<Figures, 'abstain' | 'against' | 'for'>): string =>
  `赞成 ${figures.for}，反对 ${figures.against}，弃权 ${figures.abstain}`

export const sourceSentence = (rule: Rule): string => `依据：${sourceText(rule)}。`

type InvalidWords = { readonly [Reason in VerdictReason]?: (rule: Rule, figures: Figures) => string }

/** What is the matter with a vote that is not valid. The reasons of a trial alone are not here. */
const invalidWords: InvalidWords = {
  figureMissing: () => '这条规则要核业主人数、面积或份额，会上的票数算不出结论，表决无效，请用规则试算核算书面票。',
  ballotsUnbalanced: () => '票数与人数不平，表决无效，请核对后重新表决。',
  ruleExpired: ({ to }) => `所用规则施行至 ${to}，表决时已失效，表决无效，请换现行规则后重新表决。`,
  ruleNotYetInForce: ({ from }) => `所用规则自 ${from} 起施行，表决时尚未生效，表决无效，请换现行规则后重新表决。`,
  noticeTooShort: ({ noticeDays }) => `会前公示不足 ${noticeDays} 天，表决无效，请公示期满后重新表决。`,
  itemNotAnnounced: () => '议题会前没有公示，按当地规定不得表决，表决无效，请公示后重新表决。',
  noQuorum: (rule, { entitled }) =>
    `${rule.quorum?.num === 'participating' ? '参与表决' : '到会'}人数不足法定的 ${quorumNeeded(rule, entitled)} 人，表决无效。`,
}

/** What the rule makes of the figures, or why it makes nothing of them. */
export function conclusion(rule: Rule, { figures, passed, reasons, valid }: Omit<Verdict, 'ruleId'>): string {
  // Figures that do not add up say nothing about the quorum.
  const told = reasons.includes('ballotsUnbalanced') ? reasons.filter((reason) => reason !== 'noQuorum') : reasons
  if (!valid) return told.map((reason) => invalidWords[reason]?.(rule, figures) ?? '').join('')
  return `${comparison(rule, figures, passed)}，${passed ? '通过' : '未通过'}。`
}

function comparison({ pass }: Rule, figures: Figures, passed: boolean): string {
  const threshold = `${thresholdName(pass)}（${thresholdText(pass.share, baseOf(pass.den, figures))}）`
  if (pass.op === '>') return `赞成${passed ? '' : '未'}超过${threshold}`
  return `赞成${passed ? '达到' : '未达到'}${threshold}`
}

/** What votes in favour are measured against: 应到人数的一半. */
export const thresholdName = ({ den, share }: Rule['pass']): string => `${baseNames[den]}${shareName(share)}`

/** The share of a whole number, exactly: 10.5 as a decimal when it ends there, else a mixed fraction such as 13又1/3. */
export const thresholdText = (share: Share, of: number): string =>
  exactText(BigInt(share.num) * BigInt(of), BigInt(share.den))
