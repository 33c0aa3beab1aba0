import * as z from 'zod/mini'
import type { Immutable } from '../core/messages.ts'
import { calendarDate, text } from '../core/text.ts'

/** 3/4 is the finest share in any law or statute known to us; a thousandth is beyond every rule of a house. */
const LARGEST_PART = 1_000
const MAX_NOTICE_DAYS = 365

/**
 * What a share is taken of: 应到 entitled, 实到 present, 参与表决 participating, 反对 against, 业主总人数/专有总面积 total,
 * 份额合计 totalShare.
 */
const base = z.enum(['entitled', 'present', 'participating', 'against', 'total', 'totalShare'])

/** `>=` is 以上 (the share itself is enough), `>` is 过半数/超过 (it is not): 民法典 §1259. */
const operator = z.enum(['>', '>='])

const whole = z.int().check(z.positive(), z.maximum(LARGEST_PART))

/** An exact share such as 1/2 or 2/3, never a percentage. */
const share = z.object({ num: whole, den: whole })

/** Nobody can ask for more than everybody to be there. */
const part = share.check(z.refine(({ num, den }) => num <= den))

/** Conditions that must hold for each of these counts at once: 人数 owners and 面积 area (民法典 §278). */
const both = z.optional(
  z.array(z.enum(['owners', 'area'])).check(
    z.minLength(2),
    z.maxLength(2),
    z.refine(([first, second]) => first !== second),
  ),
)

/**
 * 规则包: when a vote can be held (`quorum`, null when none is asked) and when it passes. A meeting holds a copy of its
 * rule. What is optional is missing from journals of earlier versions.
 */
export const rule = z.object({
  ruleId: z.string().check(z.regex(/^[a-z][a-z0-9_]{1,40}$/)),
  name: text(60),
  quorum: z.nullable(
    z.object({
      /** `present` where it is left out. */
      num: z.optional(z.enum(['present', 'participating'])),
      den: z.enum(['entitled', 'total']),
      op: operator,
      share: part,
      both,
    }),
  ),
  /** The quorum is left to the meeting's own rules: none is known here. */
  quorumByOwnRules: z.optional(z.literal(true)),
  pass: z.object({
    /** `for` where it is left out. */
    num: z.optional(z.enum(['for', 'forShare'])),
    den: base,
    op: operator,
    share,
    both,
  }),
  source: text(300),
  /** In force from the first to the last of these days in China; null where that is open or not known. */
  from: z.optional(z.nullable(calendarDate)),
  to: z.optional(z.nullable(calendarDate)),
  /** Who compared the rule with its source, and when; null: 依据待核对. */
  checked: z.optional(z.nullable(z.object({ by: text(40), on: calendarDate }))),
  note: z.optional(text(300)),
  /** 会前通知/公示天数: with fewer days no lawful decision exists. */
  noticeDays: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_NOTICE_DAYS))),
  /** Regions in which what was not announced must not be voted on. */
  announcedItemsOnly: z.optional(z.array(text(20)).check(z.maxLength(40))),
  noticeSource: z.optional(text(300)),
  /** The matters of 民法典 §278 (1 to 9) that the rule is for; left out: any. */
  matters: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(9))).check(z.minLength(1))),
  /** Decided on paper by law, and only counted here: an election, or a decision of owners. */
  paperOnly: z.optional(z.enum(['election', 'owners'])),
})

export type Rule = Immutable<z.infer<typeof rule>>
export type Base = z.infer<typeof base>
export type Operator = z.infer<typeof operator>
export type Share = z.infer<typeof share>
