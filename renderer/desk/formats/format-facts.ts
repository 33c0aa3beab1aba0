import type { Format, PaperKind } from '../../../shared/formats/format.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { lengthText, paperNames, recurrenceText, votingKindNames } from '../../../shared/wording/formats.ts'
import { policyNames } from '../../../shared/wording/speaking-order.ts'
import { passesWords, quorumWords } from '../rules/condition-words.ts'
import { hindranceWords } from '../rules/standing.ts'

/** What this software writes by itself today; everything else is written by hand. */
const madeHere: readonly PaperKind[] = ['minutes', 'worksheet']

/** How a format is decided in, in one sentence. */
export function decisionText({ actFirst, decision }: Format): string {
  if (decision === 'vote') return '逐项表决，按规则算出通过还是未通过，当场宣布。'
  if (decision === 'consensus') return '不表决：由主持人宣布形成了什么共识，或者没有形成共识。'
  return actFirst ? '不表决：先办，后补记录，写清谁到了、办了什么、还剩什么。' : '不表决：把办了什么记录在案。'
}

export const rollText = ({ rollCall }: Format): string =>
  rollCall ? '要签到，核应到、实到' : '不点名，不看法定人数，只记到场多少人'

/** Who comes where no sides are named. */
export const partylessText = ({ rollCall }: Format): string => (rollCall ? '不分方，按名册' : '不分方，谁来都可以')

export function speakingText({ speakingSeconds, speeches }: Format): string {
  const times = speeches.times === null ? '次数不限' : `每人每题最多 ${speeches.times} 次`
  return `每次 ${lengthText(speakingSeconds)}，${times}，${policyNames[speeches.policy]}`
}

export const noticeText = ({ noticeDays }: Format): string =>
  noticeDays === 0 ? '不要求提前公示' : `会前 ${noticeDays} 天公示`

export function recurringText({ recurrence }: Format): string {
  if (recurrence === null) return '按需召开，不催办'
  const { remindDays } = recurrence
  return `${recurrenceText(recurrence)}，到期前 ${remindDays} 天还没开够就在起始页提醒`
}

/** The papers of a format: those that are made here, and those that are written by hand. */
export const papersOf = ({ documents }: Format) => ({
  made: documents.filter((kind) => madeHere.includes(kind)).map((kind) => paperNames[kind]),
  byHand: documents.filter((kind) => !madeHere.includes(kind)).map((kind) => paperNames[kind]),
})

export const votersText = ({ decision, votingKinds }: Format): string =>
  decision !== 'vote' || votingKinds.length === 0
    ? '不表决'
    : `${votingKinds.map((kind) => votingKindNames[kind]).join('、')}；每一席可以在名册里另定，列席不表决`

/** The rule of a format in words, what speaks against it on a day in China (`YYYY-MM-DD`), and where it comes from. */
export function ruleFacts(rule: Rule, on: string) {
  return {
    words: `${quorumWords(rule)}；${passesWords(rule)}。`,
    hindrance: hindranceWords(rule, on),
    unchecked: rule.checked == null,
    source: rule.source,
  }
}
