import * as z from 'zod/mini'
import { isDecimal } from '../core/decimal.ts'
import { idSchema } from '../core/id-schemas.ts'
import type { Immutable } from '../core/messages.ts'
import { calendarDate, text } from '../core/text.ts'

/** More flats than any one owner is known to have in one estate. */
const MAX_FLATS = 10_000

/**
 * 召集人 convener, 常任 standing and 公众 public members, 话事员 scribe, 列席 guest, 监督 supervisor, 现场登记 walkIn. A seat
 * holds no name: names, phones and house numbers live in the contacts document, so that they can be deleted without
 * touching a record.
 */
export const seatKind = z.enum(['convener', 'standing', 'public', 'scribe', 'guest', 'supervisor', 'walkIn'])

export const seat = z.object({
  seatId: idSchema.seatId,
  kind: seatKind,
  voting: z.boolean(),
  /** 方: the side that the seat stands for, such as 物业企业 or 业委会. */
  party: z.optional(text(30)),
  /** What somebody is there as: 法律顾问, 民警, 城管. */
  duty: z.optional(text(30)),
  /** 任期, days in China; null where it is open. */
  term: z.optional(z.object({ from: z.nullable(calendarDate), to: z.nullable(calendarDate) })),
  /** 户: seats of one household carry the same id; where it lives is contact data. */
  household: z.optional(idSchema.householdId),
  /** 业主: how many flats (套) and their area in square metres, as the register says it. */
  owner: z.optional(
    z.object({ flats: z.int().check(z.minimum(1), z.maximum(MAX_FLATS)), area: z.string().check(z.refine(isDecimal)) }),
  ),
  /** 资格停止: keeps the seat, but counts neither as 应到 nor as 实到. */
  suspended: z.optional(z.literal(true)),
})

export type SeatKind = z.infer<typeof seatKind>
export type Seat = Immutable<z.infer<typeof seat>>
