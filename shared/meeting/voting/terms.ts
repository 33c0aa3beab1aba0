import * as z from 'zod/mini'
import type { Immutable } from '../../core/messages.ts'
import { text } from '../../core/text.ts'
import { rule } from '../../rules/rule.ts'

/** What fits on one A4 ballot in a type that people over seventy read. */
export const MAX_ROWS = 40
/** 30 minutes: a vote that takes longer has no clock. */
const MAX_SECONDS = 1_800
const LARGEST_SCORE = 10

export const rowName = text(60)
/** 评议对象, 备选项目 or 候选人, in the order in which the ballot lists them. */
const rows = z.array(rowName).check(
  z.minLength(1),
  z.maxLength(MAX_ROWS),
  z.refine((names) => new Set(names).size === names.length),
)
const places = z.int().check(z.minimum(1), z.maximum(MAX_ROWS))

/** What is asked: it says which marks a ballot can carry and what becomes of them. */
const question = z.discriminatedUnion('kind', [
  /** 表决议题: 赞成, 反对, 弃权. */
  z.object({ kind: z.literal('motion') }),
  /** 有没有反对意见: whoever has one says so; silence agrees. */
  z.object({ kind: z.literal('objection') }),
  /** 多选: 至多 or 恰好 so many of the rows; `elects` of them are chosen, null: they are only counted. */
  z.object({
    kind: z.literal('choice'),
    rows,
    pick: z.object({ op: z.enum(['atMost', 'exactly']), count: places }),
    elects: z.nullable(places),
  }),
  /** 评议: 满意, 基本满意, 不满意, 不了解 of each row, or points from 0 up to `max`. */
  z.object({
    kind: z.literal('assessment'),
    rows,
    scale: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('satisfaction') }),
      z.object({ kind: z.literal('score'), max: z.int().check(z.minimum(2), z.maximum(LARGEST_SCORE)) }),
    ]),
  }),
  /** 选举计票, on paper only: 赞成, 反对, 弃权 for each candidate, 赞成 for at most as many as there are posts. */
  z.object({
    kind: z.literal('election'),
    rows,
    posts: places,
    /** 另选他人: a voter may write another name beneath the candidates, for whom the paper then counts. */
    writeIns: z.optional(z.boolean()),
  }),
])

/** The ways in which ballots come in; at least one is open. */
const channels = z
  .object({
    /** 手机、电脑: named and signed. */
    device: z.boolean(),
    /** 举手: by name, or only counted. */
    hands: z.nullable(z.enum(['named', 'counted'])),
    /** 纸票: signed with a name, or secret and counted by tellers. */
    paper: z.nullable(z.enum(['named', 'secret'])),
  })
  .check(z.refine(({ device, hands, paper }) => device || hands !== null || paper !== null))

/** How a vote is held, settled before it opens and never changed afterwards. */
export const terms = z.object({
  question,
  /** A copy of the rule that decides; null: it is only counted. */
  rule: z.nullable(rule),
  channels,
  /** Whether the figures are shown while ballots come in, or only when the result is published. */
  display: z.enum(['live', 'delayed']),
  /** True: the last press counts; false: the first one. */
  revisable: z.boolean(),
  /** How long devices may vote, seconds; null: until the chair stops it. */
  seconds: z.nullable(z.int().check(z.minimum(10), z.maximum(MAX_SECONDS))),
  /** 双人复核: secret papers are counted by two people whose figures must agree. */
  doubleEntry: z.boolean(),
  /** 说明材料, read in full before anybody votes; null: none. */
  details: z.nullable(text(2_000)),
})

type Asked = Immutable<z.infer<typeof question>>
type AskedElection = Extract<Asked, { kind: 'election' }>

/**
 * `others`: 另选的人, names that were found on papers in the box, in the order in which they were written down: rows of the
 * vote behind its candidates. No command brings them with its terms.
 */
type Election = AskedElection & { readonly others?: readonly string[] | undefined }
export type Question = Exclude<Asked, AskedElection> | Election
export type Channels = Immutable<z.infer<typeof channels>>
export type Terms = Omit<Immutable<z.infer<typeof terms>>, 'question'> & { readonly question: Question }
