import type { CouncilEvent } from '../council/messages.ts'
import type { MeetingCommand, MeetingEvent } from '../meeting/messages.ts'
import type { WorksheetCommand, WorksheetEvent } from '../worksheets/messages.ts'
import { meetingStream, type StreamName, worksheetStream } from './stream-name.ts'

export type HallEvent = CouncilEvent | MeetingEvent | WorksheetEvent

export type NextStep = { readonly stream: StreamName; readonly command: MeetingCommand | WorksheetCommand }

/**
 * A step across streams: the event is written first where it starts, and this says what follows from it elsewhere.
 * Taking the step twice does no harm, since its command's id is made from the event's place.
 */
export function carryOn(event: HallEvent): NextStep | null {
  switch (event.type) {
    case 'meetingConvened':
      return { stream: meetingStream(event.data.meetingId), command: { type: 'openMeeting', data: event.data } }
    case 'worksheetAssigned': {
      const { councilId, ...worksheet } = event.data
      return { stream: worksheetStream(councilId), command: { type: 'issueWorksheet', data: worksheet } }
    }
    default:
      return null
  }
}
