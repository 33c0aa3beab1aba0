import * as z from 'zod/mini'
import { hallSettings } from '../../../shared/settings/messages.ts'
import { type Document, type OpenDocumentResult, openDocument } from '../documents/document.ts'
import type { Storage } from '../storage/storage.ts'

const settings = z.object({
  /** This data folder's own id: a device's proof to one host is worth nothing to another. Null until first opened. */
  hostId: z.nullable(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  /** The port of the last opened meeting: browsers keep their keys by address and port. */
  port: z.nullable(z.int()),
  ...hallSettings.shape,
})

export type Settings = z.infer<typeof settings>

export function openSettings(storage: Storage): Promise<OpenDocumentResult<Settings>> {
  return openDocument({
    storage,
    path: 'documents/settings.json',
    version: 3,
    upgrade: [(old) => ({ peerNotes: true, ...(old as object) }), (old) => ({ contactMonths: 6, ...(old as object) })],
    parse: (value) => settings.parse(value),
    initial: { hostId: null, port: null, admission: 'chair', peerNotes: true, contactMonths: 6 },
  })
}

export type SettingsDocument = Document<Settings>
