import * as z from 'zod/mini'
import { publicKeyHex, signatureHex } from '../../core/hex.ts'
import { idSchema } from '../../core/id-schemas.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'
import { verdictReasons } from '../../rules/evaluate.ts'

/** 赞成, 反对, 弃权. */
const option = z.enum(['for', 'against', 'abstain'])

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

const count = z.int().check(z.minimum(0))
const figures = z.object({
  entitled: count,
  present: count,
  for: count,
  against: count,
  abstain: count,
  /** 回避: counted neither as entitled nor as present. */
  recused: z.optional(count),
})

const storedVerdict = z.object({
  ruleId: z.string(),
  valid: z.boolean(),
  passed: z.boolean(),
  reasons: z.array(z.enum(verdictReasons)),
  figures,
  sentence: z.string(),
})

export const votingCommands = {
  openVote: z.object({ voteId: idSchema.voteId, itemId: idSchema.itemId, motion: text(300) }),
  castBallot: z.object({ voteId: idSchema.voteId, ...ballot, signature: signatureHex }),
  /** For those without a device: entered by a person who runs the meeting, and the record says by whom. */
  enterBallot: z.object({ voteId: idSchema.voteId, ...ballot }),
  /** The resolution's id is used when the motion passes. */
  closeVote: z.object({ voteId: idSchema.voteId, resolutionId: idSchema.resolutionId }),
  /** A vote is never undone: it is void, kept, and held again. */
  voidVote: z.object({ voteId: idSchema.voteId, reason: text(200) }),
}

export const votingEvents = {
  voteOpened: z.object({
    voteId: idSchema.voteId,
    itemId: idSchema.itemId,
    motion: text(300),
    at: instant,
    entitled: count,
    /** How many stand aside on this item, when there are any. */
    recused: z.optional(count),
    /** The voting seats present when the vote opened: these and no others may vote. */
    electors: z.array(idSchema.seatId),
  }),
  ballotCast: z.object({ voteId: idSchema.voteId, ...ballot, evidence }),
  voteClosed: z.object({
    voteId: idSchema.voteId,
    at: instant,
    ballots: z.array(z.object(ballot)),
    verdict: storedVerdict,
  }),
  voteVoided: z.object({ voteId: idSchema.voteId, reason: text(200), at: instant }),
  resolutionAdopted: z.object({
    resolutionId: idSchema.resolutionId,
    /** Null where nothing was voted on: the item's conclusion. */
    voteId: z.nullable(idSchema.voteId),
    itemId: idSchema.itemId,
    text: text(300),
  }),
}

/** What others see: that a seat has voted, that somebody has voted, how the vote ended. */
export const votingRedactions = {
  ballotNoted: z.object({ voteId: idSchema.voteId, seatId: idSchema.seatId }),
  ballotCounted: z.object({ voteId: idSchema.voteId, count: z.int().check(z.positive()) }),
  voteResultAnnounced: z.object({ voteId: idSchema.voteId, at: instant, verdict: storedVerdict }),
}

export type VotingEvent = MessageOf<typeof votingEvents & typeof votingRedactions>
