import * as z from 'zod/mini'
import { seatId } from '../core/ids.ts'

/**
 * 召集人 convener, 常任 standing and 公众 public members, 话事员 scribe, 列席 guest, 现场登记 walkIn. A seat holds no name:
 * names and phones live in the contacts document, so that they can be deleted without touching a record.
 */
export const seatKind = z.enum(['convener', 'standing', 'public', 'scribe', 'guest', 'walkIn'])

export const seat = z.object({ seatId: seatId.schema, kind: seatKind, voting: z.boolean() })

export type SeatKind = z.infer<typeof seatKind>
export type Seat = Readonly<z.infer<typeof seat>>
