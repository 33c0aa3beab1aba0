import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { unfitRule } from '../../../../shared/meeting/written-votes/fitting-rule.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { mattersNamed } from '../../../../shared/rules/trial/matters.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { ruleForMeeting } from '../../rules/rule-for-meeting.ts'

/** A rule that counts what is counted here; `fault`: why it cannot be used for this, in a sentence. */
export type WrittenRule = { readonly rule: Rule; readonly fault: string | null }

type Asked = Parameters<typeof unfitRule>[2]
type Meeting = Parameters<typeof unfitRule>[1] & Pick<HeldMeeting, 'rule'>

/**
 * The rules under which this can be decided in writing: the meeting's own, then the packs. One that counts something else
 * or is not in force is left out; one that is wrong for this matter or this item stays, with the reason.
 */
export function writtenRules(
  meeting: Meeting,
  asked: Asked,
  packs: readonly Rule[],
  now: number,
): readonly WrittenRule[] {
  const own = meeting.rule === null ? [] : [meeting.rule]
  const others = packs.filter(({ ruleId }) => ruleId !== meeting.rule?.ruleId).map((pack) => ruleForMeeting(pack))
  return [...own, ...others].flatMap((rule): readonly WrittenRule[] => {
    const unfit = unfitRule(rule, meeting, asked, now)
    if (unfit === null) return [{ rule, fault: null }]
    const mendable = ['wrongRuleForMatter', 'noticeTooShort', 'itemNotAnnounced'].includes(unfit.code)
    return mendable ? [{ rule, fault: sentenceOf(unfit) }] : []
  })
}

/** The rule that is for this matter of owners; null where none or several are. */
export function ruleForMatter(rules: readonly WrittenRule[], matter: string | null): Rule | null {
  const named = matter === null ? [] : mattersNamed(matter)
  if (named.length === 0) return null
  const fitting = rules.filter(({ rule }) => named.every((one) => rule.matters?.includes(one) === true))
  return fitting.length === 1 ? (fitting[0]?.rule ?? null) : null
}
