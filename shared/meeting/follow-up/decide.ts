import { ok, refuse } from '../../core/result.ts'
import type { MeetingCommandOf } from '../messages.ts'
import type { MeetingDecision } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'

/** 交办: one worksheet for each resolution. */
export function assignWorksheet(
  { councilId, councilCode, followUp, meetingId, practice, voting }: MeetingBody,
  data: MeetingCommandOf<'assignWorksheet'>,
): MeetingDecision {
  const resolution = voting.resolutions.find((known) => known.resolutionId === data.resolutionId)
  if (resolution === undefined) return refuse({ code: 'resolutionUnknown' })
  if (followUp.some((given) => given.resolutionId === data.resolutionId)) return refuse({ code: 'resolutionAssigned' })
  if (followUp.some((given) => given.worksheetId === data.worksheetId)) return refuse({ code: 'worksheetExists' })
  const worksheet = { ...data, councilId, councilCode, meetingId, matter: resolution.text }
  return ok([{ type: 'worksheetAssigned', data: practice ? { ...worksheet, practice } : worksheet }])
}
