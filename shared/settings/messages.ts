import * as z from 'zod/mini'
import type { MessageOf } from '../core/messages.ts'

/** Five years: the longest term of office of a residents' committee (任期五年). */
const MAX_CONTACT_MONTHS = 60

/** What the operator can change at any time; kept with the data folder. */
export const hallSettings = z.object({
  /** Who lets devices in: the people who run the meeting, or anybody with the meeting's code on a free seat. */
  admission: z.enum(['chair', 'open']),
  /** Whether writers of notes on secure pages also connect to each other directly. */
  peerNotes: z.boolean(),
  /** 到期删除: months after somebody has left the roster when phone, house number and photo are deleted. */
  contactMonths: z.int().check(z.minimum(1), z.maximum(MAX_CONTACT_MONTHS)),
})

export const settingsCommands = { saveSettings: hallSettings }

export type HallSettings = Readonly<z.infer<typeof hallSettings>>
export type SettingsCommand = MessageOf<typeof settingsCommands>
