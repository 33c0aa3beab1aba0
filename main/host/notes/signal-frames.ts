import * as z from 'zod/mini'

/** Names of rooms are ours, those of y-webrtc's peers are uuids. */
const name = z.string().check(z.regex(/^[\w-]{1,64}$/))
/** Topics in one frame: a page is in one room. */
const topics = z.array(name).check(z.maxLength(4))

/** What one peer says to all, or to one other. The offer, answer or candidate itself is none of our business. */
const announce = z.object({ type: z.literal('announce'), from: name })
const signal = z.object({
  type: z.literal('signal'),
  to: name,
  from: name,
  token: z.optional(z.number()),
  signal: z.looseObject({ type: z.optional(z.string().check(z.maxLength(40))) }),
})

/** The frames that y-webrtc's client sends to its signalling server. */
export const signalFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscribe'), topics }),
  z.object({ type: z.literal('unsubscribe'), topics }),
  z.object({ type: z.literal('publish'), topic: name, data: z.discriminatedUnion('type', [announce, signal]) }),
  z.object({ type: z.literal('ping') }),
])

export type SignalData = z.infer<typeof announce> | z.infer<typeof signal>
export type Signal = z.infer<typeof signal>
