import type { TimePlan } from '../../shared/meeting/time-plan.ts'

const MINUTE = 60_000

/** `已用 14 分，计划 20 分` in whole minutes; null where no time was set. */
export function itemTimeWords(item: TimePlan['item']): { readonly text: string; readonly over: boolean } | null {
  if (item === null || item.leftMs === null) return null
  const { leftMs, spentMs } = item
  const used = `已用 ${Math.floor(spentMs / MINUTE)} 分`
  const over = Math.floor(-leftMs / MINUTE)
  if (over >= 1) return { text: `${used}，超了 ${over} 分`, over: true }
  return { text: `${used}，计划 ${Math.round((spentMs + leftMs) / MINUTE)} 分`, over: false }
}
