import { seatKindNames } from '../../../shared/wording/seat-kinds.ts'
import { rosterKinds } from './person.ts'

/** All kinds without a scroll bar, in 大字 too, px. */
export const KINDS_HEIGHT = 400

export const kindOptions = rosterKinds.map((kind) => ({ value: kind, label: seatKindNames[kind] }))
