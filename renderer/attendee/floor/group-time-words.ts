import type { GroupTime } from '../../../shared/meeting/floor/quotas.ts'
import { groupTimeText } from '../../ui/group-time.ts'

/** `物业：本组时间还剩 4:20`; more than was given: `已超 0:35`. */
export function groupTimeWords({ leftMs, party }: Pick<GroupTime, 'leftMs' | 'party'>): string {
  const { over, text } = groupTimeText(leftMs)
  return `${party}：本组时间${over ? '已超' : '还剩'} ${text}`
}
