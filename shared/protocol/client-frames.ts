import * as z from 'zod/mini'
import { publicKeyHex, signatureHex } from '../core/hex.ts'
import { idSchema } from '../core/id-schemas.ts'
import { text } from '../core/text.ts'
import { parseStreamName, type StreamName } from '../streams/stream-name.ts'
import { MAX_PAPER_NUMBER, MAX_PAPERS_AT_ONCE, MAX_RESUMED_STREAMS } from './limits.ts'

const streamName = z.custom<StreamName>((value) => parseStreamName(value) !== null)

const joinCode = z.string().check(z.regex(/^\d{6}$/))

const identity = z.discriminatedUnion('kind', [
  /** The launch window on the host's own laptop. */
  z.object({ kind: z.literal('operator'), secret: z.string().check(z.maxLength(200)) }),
  /** A person's device; `meetingId` is the meeting it remembers, if any. */
  z.object({ kind: z.literal('device'), publicKey: publicKeyHex, meetingId: z.nullable(idSchema.meetingId) }),
  /** 大屏: shows, never acts. */
  z.object({ kind: z.literal('screen'), code: joinCode }),
])

/**
 * Where a returning client's copies stand: fold of all batches up to `seq`, as seen by `viewer`. `mark` says of which
 * history: after a backup was restored, the same number may stand for something else.
 */
const resumed = z.object({
  stream: streamName,
  seq: z.int().check(z.minimum(0)),
  mark: z.string().check(z.maxLength(64)),
  viewer: z.string().check(z.maxLength(4_000)),
})

/** The first frame is the only one that every version of the protocol must be able to read. */
const hello = z.object({
  t: z.literal('hello'),
  protocol: z.int(),
  as: identity,
  resume: z.array(resumed).check(z.maxLength(MAX_RESUMED_STREAMS)),
})

/** What commands are for that is no stream. */
const documentNames = ['contacts', 'settings', 'library'] as const

/** Read before anything else of a hello, so that another version gets its answer and not "malformed". */
export const anyHello = z.object({ t: z.literal('hello'), protocol: z.int() })

const ofVote = { meetingId: idSchema.meetingId, voteId: idSchema.voteId }
const paperNumber = z.int().check(z.minimum(1), z.maximum(MAX_PAPER_NUMBER))
const papersAtOnce = z.int().check(z.minimum(1), z.maximum(MAX_PAPERS_AT_ONCE))
const year = z.int().check(z.minimum(2_000), z.maximum(9_999))

/** 文书: what can be had as a Word file. */
const paper = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minutes'), meetingId: idSchema.meetingId }),
  /** One for each resolution, also for one that nobody has been given yet. */
  z.object({ kind: z.literal('worksheet'), meetingId: idSchema.meetingId, resolutionId: idSchema.resolutionId }),
  /** 表决票 of a vote that is drafted or open; `from`: the number on the first stub. */
  z.object({ kind: z.literal('ballots'), ...ofVote, from: paperNumber, count: papersAtOnce }),
  /** 征求意见表, 业主表决票 for those who are asked in writing; `from`: the first one's place in the list, from 1. */
  z.object({ kind: z.literal('writtenPapers'), ...ofVote, from: paperNumber, count: papersAtOnce }),
  /** 计票单, to be filled in by hand. */
  z.object({ kind: z.literal('tallySheet'), ...ofVote }),
  /** 表决结果, also of a void vote and of one that was held in writing. */
  z.object({ kind: z.literal('resultSheet'), ...ofVote }),
  /** 评议月汇总 of all meetings of a council. */
  z.object({ kind: z.literal('assessmentTable'), councilId: idSchema.councilId, year }),
])

export const clientFrame = z.discriminatedUnion('t', [
  hello,
  z.object({ t: z.literal('proof'), signature: signatureHex }),
  z.object({ t: z.literal('enter'), code: joinCode }),
  z.object({ t: z.literal('claim'), seatId: idSchema.seatId, takeover: z.boolean() }),
  z.object({ t: z.literal('walkIn'), name: text(40) }),
  z.object({ t: z.literal('admit'), id: idSchema.commandId, publicKey: publicKeyHex, seatId: idSchema.seatId }),
  z.object({ t: z.literal('turnAway'), id: idSchema.commandId, publicKey: publicKeyHex, seatId: idSchema.seatId }),
  z.object({
    t: z.literal('command'),
    id: idSchema.commandId,
    /** `contacts`, `settings` and `library` are documents and not streams. */
    stream: z.union([streamName, z.enum(documentNames)]),
    /** The seat that acts; null for the operator. */
    seatId: z.nullable(idSchema.seatId),
    type: z.string().check(z.maxLength(40)),
    data: z.unknown(),
  }),
  /** Asks for a pass to a meeting's notes, which go over a connection of their own. */
  z.object({ t: z.literal('notesPass'), id: idSchema.commandId, meetingId: idSchema.meetingId }),
  z.object({ t: z.literal('paper'), id: idSchema.commandId, paper }),
  /** Asks for what is known of the people on a council's roster, now or formerly: phones and house numbers too. */
  z.object({ t: z.literal('contacts'), id: idSchema.commandId, councilId: idSchema.councilId }),
  z.object({ t: z.literal('photo'), id: idSchema.commandId, seatId: idSchema.seatId }),
  z.object({ t: z.literal('ping'), sent: z.number() }),
])

export type Hello = z.infer<typeof hello>
export type Cursor = z.infer<typeof resumed>
export type Identity = Hello['as']
export type ClientFrame = z.infer<typeof clientFrame>
export type DocumentName = (typeof documentNames)[number]
export type Paper = z.infer<typeof paper>
export type CommandFrame = Extract<ClientFrame, { t: 'command' }>
