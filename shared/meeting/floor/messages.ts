import * as z from 'zod/mini'
import { idSchema } from '../../core/id-schemas.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'
import { speakingRules, speakingSeconds } from '../../formats/speaking-rules.ts'
import { enteredBy } from '../attendance/messages.ts'

const MAX_WAITING = 1_000
const MAX_EXTENSION_SECONDS = 600

const { itemId, seatId, speechId } = idSchema

/** 赞成, 反对, 补充, 提问. */
const stance = z.enum(['for', 'against', 'addition', 'question'])

/** 插问, 回应/说明, 程序问题, 普通发言, and the answer (答复) to a question or an intervention. */
const askedKind = z.enum(['question', 'intervention', 'pointOfOrder', 'ordinary', 'answer'])
/** 部门答题 is not asked for: the chair calls it. */
const speechKind = z.enum(['question', 'intervention', 'pointOfOrder', 'ordinary', 'answer', 'departmentAnswer'])

const category = z.nullable(z.object({ name: text(20), rank: z.int() }))

/** `seatId` is null where somebody speaks whose name is not taken down (不记名). */
const anybody = z.nullable(seatId)

/** Who waits, or speaks: `to` is the speech that a question interrupts or that an answer answers. */
const asked = {
  speechId,
  seatId: anybody,
  stance: z.nullable(stance),
  category,
  to: z.nullable(speechId),
}

const writtenAnswer = z.nullable(text(4_000))
/** As many as were decided: what is written is always read again. */
const seconds = z.int().check(z.minimum(1))

export const floorCommands = {
  requestFloor: z.object({
    speechId,
    seatId: anybody,
    /** The item that is meant: a request that was long on its way does not join the queue of another. */
    itemId: z.optional(itemId),
    kind: askedKind,
    stance: z.nullable(stance),
    /** The name of a category of points of order. */
    category: z.optional(text(20)),
    to: z.optional(speechId),
  }),
  withdrawRequest: z.object({ speechId }),
  /** 轮流: 过. Whoever passes has had this turn. */
  passTurn: z.object({ speechId }),
  /** 走一圈: everybody named is put into the queue, in this order. */
  goRound: z.object({
    places: z.array(z.object({ speechId, seatId })).check(z.minLength(1), z.maxLength(MAX_WAITING)),
  }),
  /**
   * 下一位: whoever waits first gets the floor; a speech still running ends. What the presser saw may be told (who had the
   * floor, who was next): when it has changed meanwhile, nothing is done.
   */
  callNextSpeaker: z.object({ onFloor: z.optional(z.nullable(speechId)), speechId: z.optional(speechId) }),
  /** Out of turn: this one next. */
  callSpeaker: z.object({ speechId, onFloor: z.optional(z.nullable(speechId)) }),
  /** 部门答题: somebody is called to answer who has not asked for the floor. */
  callDepartment: z.object({ speechId, seatId }),
  pauseSpeech: z.object({ speechId: z.optional(speechId) }),
  resumeSpeech: z.object({ speechId: z.optional(speechId) }),
  /** 再给 30 秒. */
  extendSpeech: z.object({
    speechId: z.optional(speechId),
    seconds: z.int().check(z.minimum(1), z.maximum(MAX_EXTENSION_SECONDS)),
  }),
  endSpeech: z.object({ speechId }),
  /** Sent by the host alone, when the time of a speech is up that ends by itself. */
  timeOutSpeech: z.object({ speechId }),
  /** Whoever spoke last goes back to the head of the queue, with the time used. */
  undoSpeech: z.object({ speechId: z.optional(speechId) }),
  /** All who wait, in the order wanted; null: back to the order of the rules. */
  reorderQueue: z.object({ speechIds: z.nullable(z.array(speechId).check(z.maxLength(MAX_WAITING))) }),
  closeQueue: z.object({}),
  reopenQueue: z.object({}),
  /** 主持人要发言: somebody else takes the chair, and whoever had it joins the queue. */
  nameStandIn: z.object({ seatId, speechId, stance: z.nullable(stance) }),
  setSpeakingRules: z.object({ itemId, seconds: speakingSeconds, rules: speakingRules }),
  /** 拉平: every group of the running item gets the time by which the worst one is over. */
  equaliseQuotas: z.object({}),
  /** The scribe's 要点 of a speech; null takes them back. */
  noteSpeech: z.object({ speechId, text: z.nullable(text(1_000)) }),
  /** 书面答复; null takes it back. */
  attachWrittenAnswer: z.object({ speechId, text: writtenAnswer }),
}

export const floorEvents = {
  floorRequested: z.object({ ...asked, kind: askedKind, at: instant, enteredBy }),
  /** 撤回, 过, 离场, or took the chair. */
  requestWithdrawn: z.object({ speechId, at: instant, why: z.enum(['withdrawn', 'passed', 'left', 'tookChair']) }),
  speechStarted: z.object({
    ...asked,
    itemId,
    kind: speechKind,
    at: instant,
    limitSeconds: z.int().check(z.positive()),
    /** The speech that runs is only interrupted, and goes on afterwards. */
    interposed: z.boolean(),
  }),
  speechPaused: z.object({ speechId, at: instant }),
  speechResumed: z.object({ speechId, at: instant }),
  speechExtended: z.object({ speechId, seconds }),
  speechEnded: z.object({ speechId, at: instant }),
  /** Back to the head of the queue. */
  speechRestored: z.object({ speechId }),
  /** Back to where it waited: the call was undone by which it began. */
  speechReturned: z.object({ speechId, at: instant }),
  queueReordered: z.object({ speechIds: z.nullable(z.array(speechId)) }),
  queueClosed: z.object({}),
  queueReopened: z.object({}),
  speakingRulesSet: z.object({ itemId, seconds: z.int().check(z.positive()), rules: speakingRules }),
  quotasEqualised: z.object({ itemId, seconds }),
  speechNoted: z.object({ speechId, text: z.nullable(text(1_000)) }),
  writtenAnswerAttached: z.object({ speechId, text: writtenAnswer, enteredBy }),
}

export type FloorEvent = MessageOf<typeof floorEvents>
