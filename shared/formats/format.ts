import * as z from 'zod/mini'
import type { Immutable } from '../core/messages.ts'
import { text } from '../core/text.ts'
import { speakingRules, speakingSeconds } from './speaking-rules.ts'

const MAX_PARTIES = 20
const MAX_STEPS = 15
const MAX_NOTICE_DAYS = 60
const MAX_TIMES = 31

export const formatId = z.string().check(z.regex(/^[a-z][a-z0-9_]{1,40}$/))

/** 方: a side that takes part; when one that is required is missing, everybody is warned and nothing is hindered. */
const party = z.object({ name: text(30), required: z.boolean() })

/** The pages on which a meeting is run. */
const page = z.enum(['signIn', 'discuss', 'decide', 'minutes', 'worksheets'])

/** A step by the name that this council gives it; `at` is null for what happens outside this software. */
const step = z.object({ name: text(20), at: z.nullable(page) })

/** How an item ends: 表决 by the rule, 形成共识/未形成, or what was done is put on record (急哨: 先办后补). */
const decision = z.enum(['vote', 'consensus', 'record'])

/** 会议公示 签到表 会议记录 会议纪要 工单 表决票 结果公示 评议表 现场处置单 四议两公开登记表. */
const paperKind = z.enum([
  'notice',
  'signInSheet',
  'record',
  'minutes',
  'worksheet',
  'ballots',
  'resultNotice',
  'assessment',
  'dispatch',
  'register',
])

/** 涉密, 业主事项, 法定选举: what must be said wherever the format is used. */
const caution = z.enum(['secrets', 'owners', 'elections'])

/** What a meeting keeps of its format: a copy, so that a later edit never changes a meeting. */
const kept = {
  formatId,
  rollCall: z.boolean(),
  decision,
  parties: z.array(party).check(z.maxLength(MAX_PARTIES)),
  steps: z.array(step).check(z.minLength(1), z.maxLength(MAX_STEPS)),
  speeches: speakingRules,
  documents: z.array(paperKind),
  cautions: z.array(caution),
  /** 急哨: what was done first is recorded afterwards. */
  actFirst: z.boolean(),
}

export const meetingForm = z.object(kept)

/** 会议形式: how meetings of one name are held. */
export const format = z.object({
  ...kept,
  name: text(40),
  about: text(300),
  /** Where the form comes from. */
  source: text(300),
  /** Kinds of seats that vote unless it is said otherwise. */
  votingKinds: z.array(z.enum(['convener', 'standing', 'public', 'scribe'])),
  /** The rule pack to begin with; null where nothing is voted on. */
  ruleId: z.nullable(z.string()),
  speakingSeconds,
  /** Days between the notice and the meeting. */
  noticeDays: z.int().check(z.minimum(0), z.maximum(MAX_NOTICE_DAYS)),
  /** How often it meets; `remindDays` before the end of the period a missing meeting is pointed out. */
  recurrence: z.nullable(
    z.object({
      times: z.int().check(z.minimum(1), z.maximum(MAX_TIMES)),
      per: z.enum(['week', 'month', 'quarter', 'year']),
      remindDays: z.int().check(z.minimum(0), z.maximum(MAX_NOTICE_DAYS)),
    }),
  ),
  /** 轮值主席. */
  chairRotates: z.boolean(),
})

export type Format = Immutable<z.infer<typeof format>>
export type MeetingForm = Immutable<z.infer<typeof meetingForm>>
export type MeetingPage = z.infer<typeof page>
export type PaperKind = z.infer<typeof paperKind>
export type Caution = z.infer<typeof caution>
export type Recurrence = NonNullable<Format['recurrence']>

/** The meeting's own copy of what it must keep of its format. */
export const formOf = (format: Format): MeetingForm => {
  const { actFirst, cautions, decision, documents, formatId, parties, rollCall, speeches, steps } = format
  return { actFirst, cautions, decision, documents, formatId, parties, rollCall, speeches, steps }
}
