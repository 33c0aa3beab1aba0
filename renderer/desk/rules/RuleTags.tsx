import { IconAlertTriangle, IconCheck, IconClockOff, IconPaperclip, IconPencil } from '@tabler/icons-react'
import { outsideForce } from '../../../shared/rules/in-force.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import type { Origin } from './origin.ts'
import { checkedWords } from './standing.ts'

type Props = { readonly rule: Rule; readonly origin: Origin; readonly today: string }

const originNames = { builtIn: null, changed: '改过的内置规则', own: '自定' } as const
const outsideNames = { ruleExpired: '已失效', ruleNotYetInForce: '尚未生效' } as const

/** How a rule stands: whether it was compared with its source, whether it is in force, and whose it is. */
export function RuleTags({ origin, rule, today }: Props) {
  const outside = outsideForce(rule, today)
  return (
    <span className="rule-tags">
      {rule.checked == null ? (
        <span className="tag warn">
          <IconAlertTriangle size={16} aria-hidden />
          依据待核对
        </span>
      ) : (
        <span className="tag ok" title={checkedWords(rule)}>
          <IconCheck size={16} aria-hidden />
          已核对
        </span>
      )}
      {outside !== null && (
        <span className="tag late">
          <IconClockOff size={16} aria-hidden />
          {outsideNames[outside]}
        </span>
      )}
      {rule.paperOnly !== undefined && (
        <span className="tag">
          <IconPaperclip size={16} aria-hidden />
          {rule.paperOnly === 'election' ? '只核算纸票' : '只核算书面票'}
        </span>
      )}
      {originNames[origin] !== null && (
        <span className="tag line">
          <IconPencil size={16} aria-hidden />
          {originNames[origin]}
        </span>
      )}
    </span>
  )
}
