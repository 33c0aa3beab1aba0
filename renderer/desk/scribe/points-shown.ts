import type { ItemId } from '../../../shared/core/ids.ts'
import { parseMessage } from '../../../shared/core/messages.ts'
import { entriesOf } from '../../../shared/core/per-item.ts'
import { minutesCommands } from '../../../shared/meeting/minutes/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'
import { meetingStream } from '../../../shared/streams/stream-name.ts'

export type Point = HeldMeeting['minutes'][number]['entries'][number]
export type PointKind = Point['kind']

/** A point as its desk sees it: `unsaved` while the host has not yet confirmed what was done to it. */
export type ShownPoint = Point & { readonly unsaved: boolean }

/** An item's points with everything done to them on this page, also what the host has not answered yet. */
export function pointsShown(
  { meetingId, minutes }: Pick<HeldMeeting, 'meetingId' | 'minutes'>,
  itemId: ItemId,
  pending: readonly CommandFrame[],
): readonly ShownPoint[] {
  const saved = entriesOf(minutes, itemId).map((point): ShownPoint => ({ ...point, unsaved: false }))
  return pending
    .filter((frame) => frame.stream === meetingStream(meetingId))
    .reduce((points, frame) => withCommand(points, itemId, frame), saved as readonly ShownPoint[])
}

function withCommand(points: readonly ShownPoint[], itemId: ItemId, { type, data }: CommandFrame) {
  const command = parseMessage(minutesCommands, type, data)
  if (command === null || command.data.itemId !== itemId) return points
  const others = points.filter((point) => point.pointId !== command.data.pointId)
  switch (command.type) {
    case 'addPoint': {
      const { kind, pointId, text } = command.data
      // The event of a point can be here before the answer to its command.
      return others.length < points.length ? points : [...points, { kind, pointId, text, unsaved: true }]
    }
    case 'revisePoint': {
      const { kind, pointId, text } = command.data
      return points.map((old) => (old.pointId === pointId ? { kind, pointId, text, unsaved: true } : old))
    }
    case 'withdrawPoint':
      return others
  }
}
