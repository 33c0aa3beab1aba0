import type { PointKind } from './points-shown.ts'

/** The kinds of points in the order in which the minutes give them, each with its key and the part of the minutes it goes into. */
export const pointKinds = [
  { kind: 'agreed', name: '议定事项', key: 'F6', becomes: '大家同意的，进“会议议定”' },
  { kind: 'opinion', name: '意见要点', key: 'F7', becomes: '有人提出的，进“会议认为”' },
  { kind: 'todo', name: '待办', key: 'F8', becomes: '还要去办的，进“待办事项”' },
] as const satisfies readonly {
  readonly kind: PointKind
  readonly name: string
  readonly key: string
  readonly becomes: string
}[]

export const isPointKind = (value: unknown): value is PointKind => pointKinds.some(({ kind }) => kind === value)
