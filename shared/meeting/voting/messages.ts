import * as z from 'zod/mini'
import { publicKeyHex, signatureHex } from '../../core/hex.ts'
import { idSchema } from '../../core/id-schemas.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'
import { verdictReasons } from '../../rules/evaluate.ts'
import { MAX_ROWS, rowName, terms } from './terms.ts'

/** More voters than a roster holds. */
const MAX_VOTERS = 5_000
const MAX_TELLERS = 10
const MAX_NUMBER = 99_999
const MAX_EXTRA_SECONDS = 600
/** As much as a worksheet takes of it. */
const MAX_RESOLUTION = 500

/** The marks of a ballot, one for each row, joined by commas; `for`, `against` and `abstain` on a motion. */
const option = z.string().check(z.regex(/^[a-z0-9]+(?:,[a-z0-9]+)*$/), z.maxLength(16 * MAX_ROWS))

/** How a named ballot came in: signed by the seat's device, or entered by somebody who runs the meeting. */
const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed'), publicKey: publicKeyHex, signature: signatureHex, commandId: z.string() }),
  z.object({ kind: z.literal('entered'), by: z.union([idSchema.seatId, z.literal('operator')]) }),
])

/**
 * A ballot is a thing of its own: the choice belongs to the ballot, and a named ballot (记名) also says whose it is.
 * No seat ever carries a choice.
 */
const ballot = { ballotId: idSchema.ballotId, option, seatId: idSchema.seatId }

const voteId = idSchema.voteId
const count = z.int().check(z.minimum(0))
const typed = count.check(z.maximum(MAX_VOTERS * 20))
/** How often each mark was made, row by row. */
const rows = z.array(z.record(z.string().check(z.maxLength(20)), typed)).check(z.maxLength(MAX_ROWS))
const number = z.int().check(z.minimum(1), z.maximum(MAX_NUMBER))
const seats = z.array(idSchema.seatId).check(z.maxLength(MAX_VOTERS))
const by = z.union([idSchema.seatId, z.literal('operator')])
const channel = z.enum(['device', 'hands', 'paper'])

const figures = z.object({
  entitled: count,
  present: count,
  for: count,
  against: count,
  abstain: count,
  /** 回避: counted neither as entitled nor as present. */
  recused: z.optional(count),
})

/** 收回 returned, 有效 valid and 无效 invalid papers, and how often each mark stands on the valid ones. */
const tally = { rows, returned: typed, valid: typed, invalid: typed }

/** Two numbers that should agree, or of which the first should not be larger. `row` counts from 0. */
const fault = z.object({
  code: z.enum([
    'returnedOverIssued',
    'papersDisagree',
    'rowOffValid',
    'rowOverValid',
    'picksOff',
    'picksOver',
    'handsOffNames',
    'handsOverRoom',
    'overPresent',
  ]),
  row: z.nullable(count),
  left: count,
  right: count,
})

/** What a vote came to. Fields that are missing from journals of earlier versions are optional. */
const storedVerdict = z.object({
  /** Null: no rule, it was only counted. */
  ruleId: z.nullable(z.string()),
  valid: z.boolean(),
  passed: z.boolean(),
  reasons: z.array(z.enum(verdictReasons)),
  figures,
  /** 已统计 counted, 有反对意见 objected, 未记票数 notCounted give no verdict. */
  outcome: z.optional(z.enum(['passed', 'notPassed', 'invalid', 'counted', 'objected', 'notCounted'])),
  /** 平局. */
  tie: z.optional(z.literal(true)),
  /** What was counted, row by row; `elected`: chosen by this vote; `level`: as many votes as others at the last place. */
  rows: z.optional(
    z.array(
      z.object({
        counts: z.record(z.string(), count),
        elected: z.boolean(),
        level: z.optional(z.literal(true)),
      }),
    ),
  ),
  /** How many ballots came in by each channel. */
  channels: z.optional(z.object({ device: count, hands: count, paper: count })),
  /** 发出, 收回, 有效, 无效. */
  papers: z.optional(z.object({ issued: count, returned: count, valid: count, invalid: count })),
  faults: z.optional(z.array(fault)),
  /** Where nobody counted. */
  said: z.optional(z.enum(['majority', 'unrecorded'])),
  sentence: z.string(),
})

/** 修正案: the proposal that it changes, and how that would read. */
const amendment = z.object({ voteId, text: text(300) })
/** `of`: the words that it was written against. */
const heldAmendment = z.extend(amendment, { of: z.optional(text(300)) })
/** How a proposal has read; `by` is the amendment that made it so, null: whoever drafted it. */
const version = z.object({ text: text(300), at: instant, by: z.nullable(voteId) })

const proposal = {
  voteId,
  itemId: idSchema.itemId,
  motion: text(300),
  /** The void vote that is held again. */
  repeats: z.optional(voteId),
}
const tellers = {
  /** 监票人, 计票人, 唱票人. */
  supervisors: z.array(idSchema.seatId).check(z.maxLength(MAX_TELLERS)),
  counters: z.array(idSchema.seatId).check(z.maxLength(MAX_TELLERS)),
  callers: z.array(idSchema.seatId).check(z.maxLength(MAX_TELLERS)),
}
const paper = z.object({ seatId: idSchema.seatId, number })
const entry = z.union([z.literal(1), z.literal(2)])

/** 另选的人, in the order in which they were found. */
const others = z.optional(z.array(rowName).check(z.maxLength(MAX_ROWS)))

export const votingCommands = {
  /** A vote that is to come: seen by everybody with its rule and source, and printed, before it opens. */
  draftVote: z.object({ ...proposal, terms: z.optional(terms), amendment: z.optional(amendment) }),
  reviseDraft: z.object({ voteId, motion: text(300), terms: z.optional(terms), amendment: z.optional(amendment) }),
  dropDraft: z.object({ voteId }),
  openDraft: z.object({ voteId }),
  /** At once, without a draft; terms that are left out are those of a named vote by the meeting's rule. */
  openVote: z.object({ ...proposal, terms: z.optional(terms) }),
  nameTellers: z.object({ voteId, ...tellers }),
  /** 补进投票人: who came after the vote had opened, by the chair's act. */
  addElector: z.object({ voteId, seatId: idSchema.seatId }),
  castBallot: z.object({ voteId, ...ballot, signature: signatureHex }),
  /** For those without a device: entered by a person who runs the meeting, and the record says by whom. */
  enterBallot: z.object({ voteId, ...ballot, channel: z.optional(z.enum(['hands', 'paper'])) }),
  /** 举手点数; `seatIds` are those who raised a hand, needed where others vote otherwise. Counting again replaces it. */
  countHands: z.object({
    voteId,
    seatIds: z.nullable(seats),
    rows: z.nullable(rows),
    said: z.optional(z.enum(['majority', 'unrecorded'])),
  }),
  /** 发票: a secret paper for each of these, by the number on its stub. */
  issuePapers: z.object({ voteId, papers: z.array(paper).check(z.minLength(1), z.maxLength(MAX_VOTERS)) }),
  /** A paper that was spoilt, or never reached the box. */
  recallPaper: z.object({ voteId, seatId: idSchema.seatId, reason: text(200) }),
  /**
   * 计票: what one of two people counted. Entering it again replaces it. `others`: the written-in names whose rows stand
   * behind those of the candidates, as whoever counted has read them; left out where there are none.
   */
  enterTally: z.object({ voteId, entry, counter: z.nullable(idSchema.seatId), ...tally, others }),
  /** 另选他人: a name that stands on a paper in the box and on no row yet. The papers are counted with it, or again. */
  addWriteIn: z.object({ voteId, name: rowName }),
  /** A name that was written down wrongly. */
  dropWriteIn: z.object({ voteId, name: rowName }),
  extendVote: z.object({ voteId, seconds: z.int().check(z.minimum(5), z.maximum(MAX_EXTRA_SECONDS)) }),
  /** 截止投票: nobody votes any more; what remains is to count. */
  stopBallots: z.object({ voteId }),
  /** Freezes the numbers. `hold` keeps the result from everybody else until it is published. The id is for what passes. */
  closeVote: z.object({ voteId, resolutionId: idSchema.resolutionId, hold: z.optional(z.literal(true)) }),
  publishVote: z.object({ voteId, resolutionId: idSchema.resolutionId }),
  /** 撤回代录的票: a slip of whoever entered it; it may be entered again, or cast by another channel. */
  withdrawBallot: z.object({ voteId, seatId: idSchema.seatId, reason: text(200) }),
  /** A vote is never undone: it is void, kept, and held again. */
  voidVote: z.object({ voteId, reason: text(200) }),
}

/** `others`: the names found in the box; a closing without it is of a vote in which none was found. */
const announced = {
  ...{ voteId, at: instant, verdict: storedVerdict },
  others,
}
const closing = { ...announced, ballots: z.array(z.object(ballot)) }
/** `versions`: how the words have read, where they have read otherwise before. */
const amends = { amendment: z.optional(heldAmendment), versions: z.optional(z.array(version)) }
const hands = { voteId, seatIds: z.nullable(z.array(idSchema.seatId)), change: z.int() }
const tallyHead = { voteId, entry, counter: z.nullable(idSchema.seatId), by, at: instant, differs: z.array(z.string()) }

export const votingEvents = {
  voteDrafted: z.object({ ...proposal, ...amends, terms: z.optional(terms), at: instant }),
  draftRevised: z.object({
    voteId,
    motion: text(300),
    terms: z.optional(terms),
    amendment: z.optional(heldAmendment),
    at: instant,
  }),
  draftDropped: z.object({ voteId }),
  /** An amendment was adopted (`by`), or its vote declared void (null): how the proposal reads from now on. */
  textAmended: z.object({ voteId, text: text(300), by: z.nullable(voteId), at: instant }),
  voteOpened: z.object({
    ...proposal,
    ...amends,
    terms: z.optional(terms),
    at: instant,
    entitled: count,
    /** How many stand aside on this item, when there are any. */
    recused: z.optional(count),
    /** 到场约几人, where nobody is signed in one by one. */
    headcount: z.optional(count),
    /** The voting seats present when the vote opened: these and no others may vote. */
    electors: z.array(idSchema.seatId),
  }),
  tellersNamed: z.object({ voteId, ...tellers }),
  electorAdded: z.object({ voteId, seatId: idSchema.seatId, at: instant, by }),
  ballotCast: z.object({
    voteId,
    ...ballot,
    channel: z.optional(channel),
    at: z.optional(instant),
    /** The ballot of the same voter that it takes the place of, where the last press counts. */
    replaces: z.optional(idSchema.ballotId),
    evidence,
  }),
  ballotWithdrawn: z.object({
    voteId,
    ballotId: idSchema.ballotId,
    seatId: idSchema.seatId,
    reason: text(200),
    at: instant,
    by,
  }),
  /** `change`: how many more ballots are in than before. */
  handsCounted: z.object({
    ...hands,
    at: instant,
    by,
    rows: z.nullable(rows),
    said: z.nullable(z.enum(['majority', 'unrecorded'])),
  }),
  /** `issued`: how many papers are out by now. */
  papersIssued: z.object({ voteId, papers: z.array(paper), issued: count, at: instant, by }),
  paperRecalled: z.object({ voteId, ...paper.shape, reason: text(200), issued: count, at: instant, by }),
  /** `differs`: where it does not agree with the other count, as far as there is one. */
  tallyEntered: z.object({ ...tallyHead, ...tally }),
  /** Each of them does away with the counts of the papers that stood before: they were of other rows. */
  writeInFound: z.object({ voteId, name: rowName, at: instant, by }),
  writeInDropped: z.object({ voteId, name: rowName, at: instant, by }),
  /** Live display: what everybody may see by now. */
  figuresShown: z.object({ voteId, rows: z.array(z.record(z.string(), count)) }),
  voteExtended: z.object({ voteId, seconds: count }),
  ballotsStopped: z.object({ voteId, at: instant }),
  voteClosed: z.object({ ...closing, held: z.optional(z.literal(true)) }),
  /** What was held back is announced. */
  votePublished: z.object(closing),
  /** `verdict`: what had been found and not announced, when the result was held back, and of whom (`others`). */
  voteVoided: z.object({ voteId, reason: text(200), at: instant, verdict: z.optional(storedVerdict), others }),
  resolutionAdopted: z.object({
    resolutionId: idSchema.resolutionId,
    /** Null where nothing was voted on: the item's conclusion. */
    voteId: z.nullable(voteId),
    itemId: idSchema.itemId,
    text: text(MAX_RESOLUTION),
  }),
}

/** What others see: that a seat has voted, that somebody has voted, how the vote ended. */
export const votingRedactions = {
  /** `again`: it takes the place of the ballot that was there. */
  ballotNoted: z.object({
    voteId,
    seatId: idSchema.seatId,
    channel,
    at: z.nullable(instant),
    again: z.boolean(),
  }),
  ballotCounted: z.object({ voteId, count: z.int() }),
  handsNoted: z.object({ ...hands, at: instant }),
  papersNoted: z.object({ voteId, papers: z.array(paper), issued: count, at: instant }),
  tallyNoted: z.object(tallyHead),
  voteEnded: z.object({ voteId, at: instant }),
  voteResultAnnounced: z.object(announced),
}

export type VotingEvent = MessageOf<typeof votingEvents & typeof votingRedactions>
