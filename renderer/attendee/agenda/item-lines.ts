import type { ResolutionId } from '../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { writtenDate } from '../../../shared/papers/chinese-dates.ts'
import { timeText } from '../../ui/clock-text.ts'

/** Where an item stands. */
export function itemState(item: AgendaItem): string {
  switch (item.phase) {
    case 'planned':
      return '还没议'
    case 'running':
      return `正在议，${timeText(item.startedAt)} 开始`
    case 'finished':
      return `已议，${timeText(item.startedAt)} 到 ${timeText(item.finishedAt)}`
  }
}

/** 交办: who does what a resolution asks for, until when; null while nobody has been given it. */
export function assignmentOf({ followUp }: HeldMeeting, resolutionId: ResolutionId | null): string | null {
  const assigned = followUp.find((one) => one.resolutionId === resolutionId)
  return assigned === undefined ? null : `交${assigned.unit}办，${writtenDate(assigned.dueOn)}前办完`
}
