import * as z from 'zod/mini'
import type { MessageOf } from '../core/messages.ts'

/** What the operator can change at any time; kept with the data folder. */
export const hallSettings = z.object({
  /** Who lets devices in: the people who run the meeting, or anybody with the meeting's code on a free seat. */
  admission: z.enum(['chair', 'open']),
  /** Whether writers of notes on secure pages also connect to each other directly. */
  peerNotes: z.boolean(),
})

export const settingsCommands = { saveSettings: hallSettings }

export type HallSettings = Readonly<z.infer<typeof hallSettings>>
export type SettingsCommand = MessageOf<typeof settingsCommands>
