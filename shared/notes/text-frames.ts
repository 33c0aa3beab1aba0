import * as z from 'zod/mini'

/** The first frame of a page on `/notes`; everything after it is binary (`frames.ts`). */
export const authFrame = z.object({
  t: z.literal('auth'),
  token: z.string().check(z.maxLength(64)),
  schema: z.int(),
  /** The page's Yjs client id: 32 bits, drawn anew for every document. */
  clientId: z.int().check(z.minimum(0), z.maximum(0xffff_ffff)),
})

/** The host's answer to auth, and said again whenever it changes: the only text frame that the host sends. */
export const rightsFrame = z.object({ t: z.literal('rights'), write: z.boolean(), room: z.nullable(z.string()) })

export type AuthFrame = z.infer<typeof authFrame>
export type RightsFrame = z.infer<typeof rightsFrame>

/** The frame that a text holds, or null when it is none. */
export function readTextFrame<Frame>(schema: z.ZodMiniType<Frame>, text: string): Frame | null {
  try {
    return z.parse(schema, JSON.parse(text))
  } catch {
    return null
  }
}
