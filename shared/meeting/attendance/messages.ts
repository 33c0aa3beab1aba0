import * as z from 'zod/mini'
import { publicKeyHex } from '../../core/hex.ts'
import { idSchema } from '../../core/id-schemas.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'

/** Who entered something for a seat: null when its own device did. */
export const enteredBy = z.nullable(z.union([idSchema.seatId, z.literal('operator')]))

/** More than any hall holds. */
const MAX_HEADCOUNT = 100_000
const headcount = z.int().check(z.minimum(0), z.maximum(MAX_HEADCOUNT))

export const attendanceCommands = {
  /** 准入: binds a device's key to a seat; a key bound before to that seat gives way (takeover). */
  admitDevice: z.object({ seatId: idSchema.seatId, publicKey: publicKeyHex }),
  removeDevice: z.object({ seatId: idSchema.seatId }),
  /** 现场登记: somebody who is not on the roster gets a seat without a vote. */
  registerWalkIn: z.object({ seatId: idSchema.seatId }),
  signIn: z.object({ seatId: idSchema.seatId }),
  signOut: z.object({ seatId: idSchema.seatId }),
  recordLeave: z.object({ seatId: idSchema.seatId, reason: text(200) }),
  /** 委托表决: who cannot vote or leaves early hands the vote to somebody; entered from the paper that says so. */
  delegateVote: z.object({ seatId: idSchema.seatId, proxyId: idSchema.seatId }),
  withdrawDelegation: z.object({ seatId: idSchema.seatId }),
  /** 到场约几人: where nobody is signed in one by one. */
  recordHeadcount: z.object({ count: headcount }),
}

export const attendanceEvents = {
  deviceBound: z.object({ seatId: idSchema.seatId, publicKey: publicKeyHex, at: instant }),
  deviceUnbound: z.object({ seatId: idSchema.seatId }),
  walkInRegistered: z.object({ seatId: idSchema.seatId }),
  seatSignedIn: z.object({ seatId: idSchema.seatId, at: instant, enteredBy }),
  seatSignedOut: z.object({ seatId: idSchema.seatId, at: instant, enteredBy }),
  voteDelegated: z.object({ seatId: idSchema.seatId, proxyId: idSchema.seatId, at: instant, enteredBy }),
  delegationWithdrawn: z.object({ seatId: idSchema.seatId, at: instant, enteredBy }),
  headcountRecorded: z.object({ count: headcount, at: instant }),
  leaveRecorded: z.object({ seatId: idSchema.seatId, reason: text(200) }),
}

/** What others see of an event whose data are not theirs to see. */
export const attendanceRedactions = {
  leaveNoted: z.object({ seatId: idSchema.seatId }),
}

export type AttendanceEvent = MessageOf<typeof attendanceEvents & typeof attendanceRedactions>
