import type { ResolutionId, WorksheetId } from '../../core/ids.ts'
import type { FollowUpEvent } from './messages.ts'

/** 交办: which resolution became which worksheet, whose duty, until when (`YYYY-MM-DD`). */
type Assignment = {
  readonly worksheetId: WorksheetId
  readonly resolutionId: ResolutionId
  readonly unit: string
  readonly dueOn: string
}

export type FollowUp = readonly Assignment[]

export function evolveFollowUp(state: FollowUp, event: FollowUpEvent): FollowUp {
  const { worksheetId, resolutionId, unit, dueOn } = event.data
  return [...state, { worksheetId, resolutionId, unit, dueOn }]
}
