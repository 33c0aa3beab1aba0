import type { TimePlan } from '../../../../shared/meeting/time-plan.ts'
import { clockText, timeText } from '../../../ui/clock-text.ts'

const MINUTE = 60_000

/** `用了 12:30`, and `还剩 2:30` or `超了 2:30` where a time is planned. */
export function itemWords({ leftMs, spentMs }: NonNullable<TimePlan['item']>): {
  readonly spent: string
  readonly rest: string | null
  readonly late: boolean
} {
  const spent = `用了 ${clockText(Math.floor(spentMs / 1000))}`
  if (leftMs === null) return { spent, rest: null, late: false }
  const late = leftMs < 0
  // Both together are the time planned, to the second.
  const rest = late ? `超了 ${clockText(Math.floor(-leftMs / 1000))}` : `还剩 ${clockText(Math.ceil(leftMs / 1000))}`
  return { spent, rest, late }
}

/** `预计 20:40 散会，比计划晚 10 分`; null when there is nothing to reckon with. */
export function endWords({ plannedEnd, projectedEnd }: TimePlan): {
  readonly words: string
  readonly late: boolean
} | null {
  if (projectedEnd === null) return null
  const end = `预计 ${timeText(projectedEnd)} 散会`
  if (plannedEnd === null) return { words: end, late: false }
  const minutes = Math.round((projectedEnd - plannedEnd) / MINUTE)
  if (minutes === 0) return { words: `${end}，和计划一样`, late: false }
  return { words: `${end}，比计划${minutes > 0 ? '晚' : '早'} ${durationWords(Math.abs(minutes))}`, late: minutes > 0 }
}

function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}
