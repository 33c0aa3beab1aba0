import { assertNever } from '../../core/assert-never.ts'
import type { PointId } from '../../core/ids.ts'
import { type PerItem, withEntries } from '../../core/per-item.ts'
import type { MinutesEvent } from './messages.ts'

type Point = {
  readonly pointId: PointId
  readonly kind: 'opinion' | 'agreed' | 'todo'
  readonly text: string
}

/** 会议纪要要点, item by item. */
export type Minutes = PerItem<Point>

export function evolveMinutes(state: Minutes, event: MinutesEvent): Minutes {
  switch (event.type) {
    case 'pointAdded': {
      const { itemId, ...point } = event.data
      return withEntries(state, itemId, (points) => [...points, point])
    }
    case 'pointRevised': {
      const { itemId, ...point } = event.data
      return withEntries(state, itemId, (points) => points.map((old) => (old.pointId === point.pointId ? point : old)))
    }
    case 'pointWithdrawn':
      return withEntries(state, event.data.itemId, (points) =>
        points.filter((point) => point.pointId !== event.data.pointId),
      )
    default:
      return assertNever(event)
  }
}
