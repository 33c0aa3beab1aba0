/** Why a journal cannot be used as it is. The edge turns the code and the line into a sentence. */
export type DamageReason =
  /** The line is not of the journal's form, or its events are not JSON. */
  | 'notJson'
  /** The line's own hash does not fit its bytes. */
  | 'hashMismatch'
  /** The line is whole, but does not continue the line before it. */
  | 'chainBroken'
  /** The line is whole, but its number is not the next one. */
  | 'seqGap'
  /** The first line is not a journal's header although something follows it. */
  | 'badHeader'
  /** The header names another stream. */
  | 'wrongStream'
  /** Written by a newer app: nothing is broken, but this app must not touch it. */
  | 'newerVersion'
  /** The bytes are those that were written, but an event in them is none that this app knows. */
  | 'badEvent'

/** `line` counts from 1 (the header). `detail` is for logs, in English. */
export type JournalDamage = {
  readonly line: number
  readonly reason: DamageReason
  readonly detail?: string
}
