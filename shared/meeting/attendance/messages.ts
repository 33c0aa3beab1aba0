import * as z from 'zod/mini'
import { publicKeyHex } from '../../core/hex.ts'
import { seatId } from '../../core/ids.ts'
import type { MessageOf } from '../../core/messages.ts'
import { instant, text } from '../../core/text.ts'

/** Who entered something for a seat: null when its own device did. */
export const enteredBy = z.nullable(z.union([seatId.schema, z.literal('operator')]))

/** More than any hall holds. */
const MAX_HEADCOUNT = 100_000
const headcount = z.int().check(z.minimum(0), z.maximum(MAX_HEADCOUNT))

export const attendanceCommands = {
  /** 准入: binds a device's key to a seat; a key bound before to that seat gives way (takeover). */
  admitDevice: z.object({ seatId: seatId.schema, publicKey: publicKeyHex }),
  removeDevice: z.object({ seatId: seatId.schema }),
  /** 现场登记: somebody who is not on the roster gets a seat without a vote. */
  registerWalkIn: z.object({ seatId: seatId.schema }),
  signIn: z.object({ seatId: seatId.schema }),
  signOut: z.object({ seatId: seatId.schema }),
  recordLeave: z.object({ seatId: seatId.schema, reason: text(200) }),
  /** 到场约几人: where nobody is signed in one by one. */
  recordHeadcount: z.object({ count: headcount }),
}

export const attendanceEvents = {
  deviceBound: z.object({ seatId: seatId.schema, publicKey: publicKeyHex, at: instant }),
  deviceUnbound: z.object({ seatId: seatId.schema }),
  walkInRegistered: z.object({ seatId: seatId.schema }),
  seatSignedIn: z.object({ seatId: seatId.schema, at: instant, enteredBy }),
  seatSignedOut: z.object({ seatId: seatId.schema, at: instant, enteredBy }),
  headcountRecorded: z.object({ count: headcount, at: instant }),
  leaveRecorded: z.object({ seatId: seatId.schema, reason: text(200) }),
}

/** What others see of an event whose data are not theirs to see. */
export const attendanceRedactions = {
  leaveNoted: z.object({ seatId: seatId.schema }),
}

export type AttendanceEvent = MessageOf<typeof attendanceEvents & typeof attendanceRedactions>
