import * as z from 'zod/mini'
import type { AskName } from '../../shared/desktop-bridge.ts'

/** A Word file of a long meeting with photographs stays far below. */
const MAX_FILE_BYTES = 64 * 1024 * 1024
const MAX_NAME_LENGTH = 200
/** What no system takes in a name, and what would make it a path. */
const NOT_IN_NAMES = /[/\\:*?"<>|\p{Cc}]/u

const fileName = z.string().check(
  z.minLength(1),
  z.maxLength(MAX_NAME_LENGTH),
  z.refine((name) => !NOT_IN_NAMES.test(name) && name !== '.' && name !== '..'),
)
const fileBytes = z.instanceof(Uint8Array).check(z.refine((bytes) => bytes.length <= MAX_FILE_BYTES))
const joinCode = z.string().check(z.regex(/^\d{6}$/))

/** The arguments of each request of the bridge, read before anything else happens. */
export const askPayloads = {
  hostStatus: z.tuple([]),
  saveFile: z.tuple([fileName, fileBytes]),
  openScreen: z.tuple([joinCode]),
  keepAwake: z.tuple([z.boolean()]),
  printPage: z.tuple([]),
} as const satisfies Record<AskName, z.ZodMiniType>
