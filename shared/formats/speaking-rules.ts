import * as z from 'zod/mini'
import type { Immutable } from '../core/messages.ts'
import { text } from '../core/text.ts'

/** 10 minutes: longer than any speaking limit seen in practice (2 to 3 minutes). */
const MAX_SPEAKING_SECONDS = 600
const MIN_SPEAKING_SECONDS = 10
const MAX_SPEECHES = 20
const MAX_WAITING = 500
const MAX_CATEGORIES = 20
const MAX_RANK = 99
const MAX_GROUPS = 20
/** 3 hours: nobody is given more of an item. */
const MAX_GROUP_SECONDS = 10_800

/** How long one may speak before the time is up. */
export const speakingSeconds = z.int().check(z.minimum(MIN_SPEAKING_SECONDS), z.maximum(MAX_SPEAKING_SECONDS))

/**
 * Who speaks next: 到达先后; 未发言者优先; 正反交替; 轮流 (once round before anybody speaks again).
 */
const orderPolicy = z.enum(['arrival', 'freshFirst', 'alternate', 'round'])

/** 程序问题 of one sort: the smaller its rank, the earlier. */
const pointCategory = z.object({ name: text(20), rank: z.int().check(z.minimum(1), z.maximum(MAX_RANK)) })

/** 分组时间: how long the people of one 方 may speak on an item, together. */
const groupQuota = z.object({
  party: text(30),
  seconds: z.int().check(z.minimum(MIN_SPEAKING_SECONDS), z.maximum(MAX_GROUP_SECONDS)),
})

/**
 * 发言规则. What journals and files of earlier versions do not say is as it was then: everybody present, one place each,
 * with a stance, no questions in between.
 */
export const speakingRules = z.object({
  policy: orderPolicy,
  /** How often one may speak on an item; null: as often as one likes. */
  times: z.nullable(z.int().check(z.minimum(1), z.maximum(MAX_SPEECHES))),
  /** 插问: somebody may interrupt whoever speaks with a question. */
  questions: z._default(z.boolean(), false),
  /** 回应/说明: somebody may answer or explain before the others. */
  interventions: z._default(z.boolean(), false),
  /** 程序问题: null where there are none; without categories all are alike. */
  pointsOfOrder: z._default(z.nullable(z.array(pointCategory).check(z.maxLength(MAX_CATEGORIES))), null),
  /** A closed list takes no points of order either. */
  closedToPoints: z._default(z.boolean(), false),
  /** One person may wait in several places at once. */
  repeats: z._default(z.boolean(), false),
  /** Only who has signed in may ask for the floor. */
  presentOnly: z._default(z.boolean(), true),
  /** How many ordinary requests may wait at once; null: any number. */
  maxWaiting: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(MAX_WAITING))), null),
  /** Whoever asks says first for or against, or what else. */
  stanceRequired: z._default(z.boolean(), true),
  /** Who has handed the vote to somebody else does not speak either. */
  delegatorsBarred: z._default(z.boolean(), false),
  /** 不记名: somebody may speak whose name is not taken down. */
  anonymous: z._default(z.boolean(), false),
  /** Seconds before the end of a speech at which its clock warns; 0: not at all. */
  warnSeconds: z._default(z.int().check(z.minimum(0), z.maximum(MAX_SPEAKING_SECONDS)), 30),
  /** 到时即止: a speech ends by itself when its time is up, and the next one begins. */
  hardEnd: z._default(z.boolean(), false),
  /** A sound when the time is nearly up, and when it is. */
  sound: z._default(z.boolean(), true),
  quotas: z._default(z.array(groupQuota).check(z.maxLength(MAX_GROUPS)), []),
})

export type SpeakingRules = Immutable<z.infer<typeof speakingRules>>
export type OrderPolicy = z.infer<typeof orderPolicy>
export type PointCategory = Immutable<z.infer<typeof pointCategory>>
