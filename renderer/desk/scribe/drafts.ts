import { type ItemId, itemId, type PointId, pointId } from '../../../shared/core/ids.ts'
import { isPointKind } from './point-kinds.ts'
import type { PointKind } from './points-shown.ts'

/** A point that is being typed. */
export type NewPoint = { readonly kind: PointKind; readonly text: string }

export const emptyPoint: NewPoint = { kind: 'opinion', text: '' }

export const isNewPoint = (value: unknown): value is NewPoint =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  isPointKind(value.kind) &&
  'text' in value &&
  typeof value.text === 'string'

/** A point that is being changed; `before` is what it said when the change began. */
export type ChangedPoint = NewPoint & {
  readonly itemId: ItemId
  readonly pointId: PointId
  readonly before: string
}

export const isChangedPoint = (value: unknown): value is ChangedPoint | null =>
  value === null ||
  (isNewPoint(value) &&
    'itemId' in value &&
    itemId.parse(value.itemId) !== null &&
    'pointId' in value &&
    pointId.parse(value.pointId) !== null &&
    'before' in value &&
    typeof value.before === 'string')
