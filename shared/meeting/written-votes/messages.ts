import * as z from 'zod/mini'
import { isDecimal } from '../../core/decimal.ts'
import { idSchema } from '../../core/id-schemas.ts'
import type { Immutable, MessageOf } from '../../core/messages.ts'
import { calendarDate, instant, text } from '../../core/text.ts'
import { verdictReasons } from '../../rules/evaluate.ts'
import { rule } from '../../rules/rule.ts'

/** As many as a roster has seats. */
const MAX_UNITS = 5_000
/** Six digits are what a numbering stamp prints. */
const MAX_PAPER_NUMBER = 999_999
/** More owners than any estate has. */
const MAX_OWNERS = 1_000_000

/** Who is asked: a household, or a seat that is a household or an owner of its own. */
const unitId = z.union([idSchema.householdId, idSchema.seatId])

const count = z.int().check(z.minimum(0))
/** 平方米 as a decimal; a sum may be longer than any one area of the register. */
const areaSum = z.string().check(z.regex(/^(?:0|[1-9]\d{0,17})(?:\.\d{1,6})?$/))
const paperNumber = z.int().check(z.minimum(1), z.maximum(MAX_PAPER_NUMBER))

/** 业主总人数 and 专有总面积 of the register. */
const totals = z.object({ owners: z.int().check(z.minimum(1), z.maximum(MAX_OWNERS)), area: areaSum })

/** 户 counts one; an owner counts one head however many flats, and with the area in square metres. */
const area = z.string().check(z.refine(isDecimal))
const unit = z.object({ unitId, area: z.optional(area) })

const asked = {
  voteId: idSchema.voteId,
  itemId: idSchema.itemId,
  /** 书面征求意见/入户问卷 by household; 业主书面票 by heads and area (民法典 §278; 区分所有权解释 §8, §9). */
  kind: z.enum(['survey', 'owners']),
  motion: text(300),
  details: z.optional(text(2_000)),
  /** A copy of the rule pack; null: the papers are only counted, nothing is decided. */
  rule: z.nullable(rule),
  /** 事项, as 民法典 §278 lists them. */
  matter: z.optional(text(100)),
  /** 公示 of its own: the day in China; left out, that of the meeting counts. */
  noticedOn: z.optional(calendarDate),
  /** 截止: the last day on which a paper comes back; null: none is set. */
  dueOn: z.nullable(calendarDate),
}

/** How far it is, after this event: the same numbers for everybody. */
const counts = z.object({ handedOut: count, returned: count })

const option = z.enum(['for', 'against', 'abstain', 'invalid'])
const opinion = text(500)
const paper = z.object({ unitId, number: paperNumber })
const by = z.union([idSchema.seatId, z.literal('operator')])

const figures = z.object({
  /** 户, or owners on the list. */
  asked: count,
  handedOut: count,
  returned: count,
  valid: count,
  invalid: count,
  for: count,
  against: count,
  abstain: count,
  /** Only where owners vote: heads and area stand beside each other and are never added. */
  owners: z.optional(
    z.object({
      total: count,
      totalArea: areaSum,
      /** 参与: the valid papers that came back. */
      participating: count,
      participatingArea: areaSum,
      forArea: areaSum,
      againstArea: areaSum,
      abstainArea: areaSum,
    }),
  ),
})

const verdict = z.object({
  /** `counted`: no rule was chosen; `invalid`: no lawful decision exists. */
  outcome: z.enum(['passed', 'notPassed', 'invalid', 'counted']),
  ruleId: z.nullable(z.string()),
  reasons: z.array(z.enum(verdictReasons)),
  /** Where as many are in favour as against: that never passes. */
  tied: z.array(z.enum(['heads', 'area'])),
  figures,
  sentence: z.string(),
})

const ofUnit = { voteId: idSchema.voteId, unitId }
const reason = text(200)
const ofPapers = { voteId: idSchema.voteId, counts, at: instant }

export const writtenVoteCommands = {
  openWrittenVote: z.object({
    ...asked,
    unitIds: z.array(unitId).check(z.minLength(1), z.maxLength(MAX_UNITS)),
    /** Owners only; left out: the sums of those on the list. */
    totals: z.optional(totals),
  }),
  handOutPapers: z.object({
    voteId: idSchema.voteId,
    papers: z.array(paper).check(z.minLength(1), z.maxLength(MAX_UNITS)),
    on: calendarDate,
  }),
  /** A paper that was handed out in error, spoilt or lost: its number is not given again. */
  spoilPaper: z.object({ ...ofUnit, reason: text(200) }),
  recordReturn: z.object({ ...ofUnit, option, opinion: z.optional(opinion), on: calendarDate }),
  /** A slip of entering; the journal keeps it. */
  withdrawReturn: z.object({ ...ofUnit, reason: text(200) }),
  /** Somebody on the roster, also one who was put there after the meeting had opened. */
  addUnit: z.object({ ...ofUnit, reason }),
  /** Takes an owner's area as the roster has it today. */
  correctUnit: z.object({ ...ofUnit, reason }),
  /** The resolution's id is used when the motion passes. */
  closeWrittenVote: z.object({ voteId: idSchema.voteId, resolutionId: idSchema.resolutionId }),
  voidWrittenVote: z.object({ voteId: idSchema.voteId, reason: text(200) }),
}

export const writtenVoteEvents = {
  writtenVoteOpened: z.object({
    ...asked,
    units: z.array(unit),
    totals: z.optional(totals),
    at: instant,
  }),
  papersHandedOut: z.object({ ...ofPapers, papers: z.array(paper), on: calendarDate }),
  paperSpoilt: z.object({ ...ofPapers, ...paper.shape, reason: text(200) }),
  returnRecorded: z.object({ ...ofPapers, unitId, option, opinion: z.optional(opinion), on: calendarDate, by }),
  returnWithdrawn: z.object({ ...ofPapers, unitId, reason: text(200) }),
  /**
   * `totals` as they are from now on, where owners vote; `seatIds`: whose unit it is, where the roster of that day says so
   * and not the meeting's copy. Journals of earlier versions have no reason.
   */
  unitAdded: z.object({
    voteId: idSchema.voteId,
    unit,
    seatIds: z.optional(z.array(idSchema.seatId).check(z.minLength(1))),
    totals: z.optional(totals),
    reason: z.optional(reason),
    at: instant,
    by,
  }),
  /** `was`: the area that stood there before. */
  unitCorrected: z.object({
    voteId: idSchema.voteId,
    unitId,
    area,
    was: area,
    totals,
    reason,
    at: instant,
    by,
  }),
  writtenVoteClosed: z.object({
    voteId: idSchema.voteId,
    at: instant,
    choices: z.array(z.object({ unitId, option })),
    opinions: z.array(z.object({ unitId, opinion })),
    verdict,
  }),
  writtenVoteVoided: z.object({ voteId: idSchema.voteId, reason: text(200), at: instant }),
}

/** Who is asked and who has answered is for the desk, how they answered for nobody before the close. */
export const writtenVoteRedactions = {
  writtenVoteShown: z.object({ ...asked, asked: count, totals: z.optional(totals), at: instant }),
  returnNoted: z.object({ ...ofPapers, unitId, on: calendarDate, by }),
  returnsCounted: z.object(ofPapers),
  /** `count`: how many more are asked; none where only an area was corrected. */
  unitsCounted: z.object({ voteId: idSchema.voteId, count, totals: z.optional(totals) }),
  writtenVoteAnnounced: z.object({ voteId: idSchema.voteId, at: instant, verdict }),
}

export type WrittenVoteEvent = MessageOf<typeof writtenVoteEvents & typeof writtenVoteRedactions>
export type RecordedWrittenEvent = MessageOf<typeof writtenVoteEvents>
export type UnitId = z.output<typeof unitId>
export type Unit = Immutable<z.output<typeof unit>>
export type Totals = Immutable<z.output<typeof totals>>
export type Paper = Immutable<z.output<typeof paper>>
export type WrittenOption = z.output<typeof option>
export type WrittenFigures = Immutable<z.output<typeof figures>>
export type WrittenVerdict = Immutable<z.output<typeof verdict>>
