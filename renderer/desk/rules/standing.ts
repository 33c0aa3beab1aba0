import { meetingHindrance, outsideForce } from '../../../shared/rules/in-force.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { ELECTION_CAUTION, OWNERS_CAUTION } from '../../../shared/wording/cautions.ts'

/** `2025年12月31日`, of a calendar date. */
const dayWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Why a meeting on this day in China cannot be held under a rule, and what to do instead; null when it can. */
export function hindranceWords(rule: Rule, on: string): string | null {
  switch (meetingHindrance(rule, on)) {
    case 'ruleExpired':
      return `${dayWords(rule.to ?? '')}到期失效，请换别的规则`
    case 'ruleNotYetInForce':
      return `${dayWords(rule.from ?? '')}才起施行，请换别的规则`
    case 'electionOnPaper':
      return '法定选举只用纸票，到规则试算核算'
    case 'ownersOnPaper':
      return '业主、共有人的决定用书面票，到规则试算核算'
    case null:
      return null
  }
}

/** 2021年1月1日起；施行至 2025年12月31日，已失效. Empty where both ends are open. */
export function forceWords(rule: Rule, today: string): string {
  const { from, to } = rule
  const parts = [
    ...(from == null ? [] : [`${dayWords(from)}起施行`]),
    ...(to == null ? [] : [`施行至 ${dayWords(to)}`]),
  ]
  const outside = outsideForce(rule, today)
  const now = outside === 'ruleExpired' ? ['已失效'] : outside === 'ruleNotYetInForce' ? ['尚未生效'] : []
  return [...parts, ...now].join('，')
}

/** Who compared the rule with its source, and when. */
export function checkedWords({ checked }: Rule): string {
  return checked == null ? '依据待核对' : `${checked.by} ${dayWords(checked.on)}已核对`
}

/** What must be said wherever such a rule is counted. */
export function cautionOf({ paperOnly }: Rule): string | null {
  if (paperOnly === 'election') return `${ELECTION_CAUTION}，这里只核算纸票。`
  if (paperOnly === 'owners') return `${OWNERS_CAUTION}。`
  return null
}
