import type { GroupTime } from '../../../shared/meeting/floor/quotas.ts'
import { clockText } from '../../ui/clock-text.ts'

/** `物业：本组时间还剩 4:20`; more than was given: `已超 0:35`. A second that has begun is taken. */
export function groupTimeWords({ leftMs, party }: Pick<GroupTime, 'leftMs' | 'party'>): string {
  const left = Math.floor(leftMs / 1000)
  return `${party}：本组时间${left < 0 ? `已超 ${clockText(-left)}` : `还剩 ${clockText(left)}`}`
}
