import type { MeetingPlan } from './meeting-plan.ts'

type Timed = {
  readonly lines: readonly Pick<MeetingPlan['lines'][number], 'title' | 'minutes'>[]
  readonly minutes: MeetingPlan['minutes']
}

/** Minutes given to items that have a title; how many of these have none. */
function itemTime({ lines }: Timed): { readonly sum: number; readonly open: number } {
  const items = lines.filter(({ title }) => title.trim() !== '')
  return {
    sum: items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    open: items.filter(({ minutes }) => minutes === null).length,
  }
}

/** `会议 90 分钟`; the sum of the items where only they have times; null where nothing was planned. */
export function plannedText(plan: Timed): string | null {
  if (plan.minutes !== null) return `会议 ${plan.minutes} 分钟`
  const { sum } = itemTime(plan)
  return sum === 0 ? null : `议题合计 ${sum} 分钟`
}

/** What the items take together, and whether that is more than the meeting has. */
export function itemTimeWords(plan: Timed): { readonly words: string; readonly over: boolean } {
  const { open, sum } = itemTime(plan)
  if (sum === 0) return { words: '每个议题的时间写在议题下面；都可以不写', over: false }
  const rest = open === 0 ? '' : `，另有 ${open} 个没写时间`
  const over = plan.minutes !== null && sum > plan.minutes
  return { words: `议题合计 ${sum} 分钟${rest}${over ? `，比会议时间多 ${sum - (plan.minutes ?? 0)} 分钟` : ''}`, over }
}
