import * as z from 'zod/mini'
import { idSchema } from '../core/id-schemas.ts'
import type { MessageOf } from '../core/messages.ts'
import { text } from '../core/text.ts'
import { MAX_PHOTO_BYTES, type PhotoFault } from './photo.ts'

const optionalText = (max: number) => z.nullable(text(max))

/** Who sits on a seat. Kept apart from every journal, so that it can be deleted without touching a record. */
export const contact = z.object({
  seatId: idSchema.seatId,
  name: text(40),
  /** 电话 and 门牌: shown to those who run the meeting, never projected. */
  phone: optionalText(30),
  house: optionalText(60),
  /** There when a photo is kept, in a file of its own. */
  photo: z.optional(z.literal(true)),
})

/** A phone or house that is left out stays what it is; null deletes it. */
const savedContact = z.extend(z.omit(contact, { photo: true }), {
  phone: z.optional(contact.shape.phone),
  house: z.optional(contact.shape.house),
})

/** Base64 takes 4 characters for 3 bytes. */
const MAX_PHOTO_BASE64 = Math.ceil(MAX_PHOTO_BYTES / 3) * 4

/** As many as a roster holds. */
const MAX_CONTACTS = 5_000

export const contactCommands = {
  saveContact: savedContact,
  /** A roster's worth at once: all of them or none. */
  saveContacts: z.object({ contacts: z.array(savedContact).check(z.maxLength(MAX_CONTACTS)) }),
  /** A JPEG without anything but the picture (photo.ts), as base64. */
  savePhoto: z.object({ seatId: idSchema.seatId, jpeg: z.base64().check(z.maxLength(MAX_PHOTO_BASE64)) }),
  deletePhoto: z.object({ seatId: idSchema.seatId }),
  deleteContact: z.object({ seatId: idSchema.seatId }),
}

export type ContactRejection = { readonly code: 'idNumber' | 'contactUnknown' | PhotoFault }

export type Contact = Readonly<z.infer<typeof contact>>
export type ContactCommand = MessageOf<typeof contactCommands>
