/** Bytes from a source of randomness; injected, so that a test or a replay can be deterministic. */
export type RandomBytes = (length: number) => Uint8Array

declare const kindOf: unique symbol
type Id<Kind extends string> = string & { readonly [kindOf]: Kind }

/** 10 random bytes are 80 bits: two laptops never mint the same id in practice. */
const ID_BYTES = 10
const ALPHABET = '0123456789abcdefghijklmnopqrstuv'

/** One kind of id: `xx_` and 6 to 26 characters of 0-9 and a-z. Only `parse` and `mint` make one. */
const idKind = <Kind extends string>(prefix: string) => {
  const pattern = new RegExp(`^${prefix}_[0-9a-z]{6,26}$`)
  const is = (value: unknown): value is Id<Kind> => typeof value === 'string' && pattern.test(value)
  return {
    parse: (value: unknown): Id<Kind> | null => (is(value) ? value : null),
    mint: (random: RandomBytes): Id<Kind> => {
      const minted = `${prefix}_${base32(random(ID_BYTES))}`
      if (!is(minted)) throw new Error(`minted a bad id: ${minted}`)
      return minted
    },
  }
}

function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text
}

export type CouncilId = Id<'CouncilId'>
export const councilId = idKind<'CouncilId'>('cn')
export type MeetingId = Id<'MeetingId'>
export const meetingId = idKind<'MeetingId'>('mt')
export type SeatId = Id<'SeatId'>
export const seatId = idKind<'SeatId'>('st')
export type ItemId = Id<'ItemId'>
export const itemId = idKind<'ItemId'>('it')
export type VoteId = Id<'VoteId'>
export const voteId = idKind<'VoteId'>('vt')
export type BallotId = Id<'BallotId'>
export const ballotId = idKind<'BallotId'>('bl')
export type PointId = Id<'PointId'>
export const pointId = idKind<'PointId'>('pt')
export type ResolutionId = Id<'ResolutionId'>
export const resolutionId = idKind<'ResolutionId'>('rs')
export type WorksheetId = Id<'WorksheetId'>
export const worksheetId = idKind<'WorksheetId'>('ws')
/** A place in the speaker queue, and the speech that becomes of it. */
export type SpeechId = Id<'SpeechId'>
export const speechId = idKind<'SpeechId'>('sp')
export type CommandId = Id<'CommandId'>
export const commandId = idKind<'CommandId'>('cm')
export type HouseholdId = Id<'HouseholdId'>
export const householdId = idKind<'HouseholdId'>('hh')
