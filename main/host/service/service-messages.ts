import * as z from 'zod/mini'

/** What a host in a process of its own tells its parent. */
export const fromHost = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('host-ready'),
    port: z.int().check(z.minimum(1), z.maximum(65_535)),
    operatorSecret: z.string().check(z.minLength(1)),
    addresses: z.readonly(z.array(z.string())),
  }),
  /** It cannot or can no longer run, and starting it again would not help. */
  z.object({ t: z.literal('host-refused'), sentence: z.string() }),
])

export type FromHost = z.infer<typeof fromHost>

/** What its parent tells it. */
export const toHost = z.object({ t: z.literal('stop') })

export type ToHost = z.infer<typeof toHost>
