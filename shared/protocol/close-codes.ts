/** Why a socket is closed by the host. 4000-4999 is the range left to applications (RFC 6455 §7.4.2). */
export const closeCodes = {
  /** The client kept sending frames that are none of this protocol. */
  malformed: 4000,
  /** The page is older than the oldest protocol this host speaks: load it again. */
  pageTooOld: 4001,
  /** The page is newer than this host: the host's laptop must be updated. */
  hostTooOld: 4002,
  /** No hello, or no proof of the key, in time. */
  tooSlowToGreet: 4003,
  /** The proof does not fit the key, the operator's secret is wrong, or it came from another machine. */
  notProven: 4004,
  /** The same seats are now used on another connection of the same device. */
  replaced: 4005,
  /** The seat was given to another device, or the device was removed. */
  removed: 4006,
  /** The client reads too slowly; it comes back and catches up. */
  tooSlow: 4007,
  /** The client sends too fast; it comes back after a while. */
  tooFast: 4008,
  /** The host is being ended in an orderly way. */
  hostEnding: 4009,
  /** The host can no longer write to its disk and has stopped accepting. */
  storageFailed: 4010,
  /** Too many connections wait at the door. */
  crowded: 4011,
  /** A frame larger than this client may send. Our own clients say so themselves and never send one. */
  frameTooLarge: 4012,
} as const

export type CloseReason = keyof typeof closeCodes

export const closeReasonOf = (code: number): CloseReason | null => {
  const found = Object.entries(closeCodes).find(([, value]) => value === code)
  return found === undefined ? null : (found[0] as CloseReason)
}
