import * as z from 'zod/mini'

/** 3/4 is the finest share in any law or statute known to us; a thousandth is beyond every rule of a house. */
const LARGEST_PART = 1_000

/** What a share is taken of: 应到 entitled, 实到 present, 参与表决 participating, 反对 against. */
const base = z.enum(['entitled', 'present', 'participating', 'against'])

/** `>=` is 以上 (the share itself is enough), `>` is 过半数/超过 (it is not): 民法典 §1259. */
const operator = z.enum(['>', '>='])

const whole = z.int().check(z.positive(), z.maximum(LARGEST_PART))

/** An exact share such as 1/2 or 2/3, never a percentage. */
const share = z.object({ num: whole, den: whole })

/** Nobody can ask for more than everybody to be there. */
const part = share.check(z.refine(({ num, den }) => num <= den))

/** A rule of decision: when a vote can be held (quorum, null when none is asked) and when it passes. */
export const rule = z.object({
  ruleId: z.string().check(z.regex(/^[a-z][a-z0-9_]{1,40}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  quorum: z.nullable(z.object({ den: z.enum(['entitled']), op: operator, share: part })),
  pass: z.object({ den: base, op: operator, share }),
  source: z.string().check(z.minLength(1), z.maxLength(200)),
})

export type Rule = z.infer<typeof rule>
export type Base = z.infer<typeof base>
export type Operator = z.infer<typeof operator>
export type Share = z.infer<typeof share>
