import * as z from 'zod/mini'
import { seatId } from '../core/ids.ts'
import type { MessageOf } from '../core/messages.ts'
import { text } from '../core/text.ts'

const optionalText = (max: number) => z.nullable(text(max))

/** Who sits on a seat. Kept apart from every journal, so that it can be deleted without touching a record. */
export const contact = z.object({
  seatId: seatId.schema,
  name: text(40),
  /** 电话 and 门牌: shown to those who run the meeting, never projected. */
  phone: optionalText(30),
  house: optionalText(60),
})

export const contactCommands = {
  /** A phone or house that is left out stays what it is; null deletes it. */
  saveContact: z.extend(contact, {
    phone: z.optional(contact.shape.phone),
    house: z.optional(contact.shape.house),
  }),
  deleteContact: z.object({ seatId: seatId.schema }),
}

export type Contact = Readonly<z.infer<typeof contact>>
export type ContactCommand = MessageOf<typeof contactCommands>
