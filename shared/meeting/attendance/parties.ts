import type { MeetingBody } from '../state.ts'

/** 方: whether anybody of that side is signed in, and whether the roster has anybody of it at all. */
export type PartyHere = {
  readonly name: string
  readonly required: boolean
  readonly here: boolean
  readonly onRoster: boolean
}

/** The sides that the meeting's form names, in its order; a seat's side is compared without the spaces around it. */
export function partiesHere({
  attendance: { presence, seats },
  form,
}: Pick<MeetingBody, 'attendance' | 'form'>): readonly PartyHere[] {
  if (form.parties.length === 0) return []
  const present = new Set(presence.filter((entry) => entry.present).map((entry) => entry.seatId))
  const sides = seats.map(({ party, seatId }) => ({ side: party?.trim() ?? '', seatId }))
  return form.parties.map(({ name, required }) => {
    const own = sides.filter(({ side }) => side !== '' && side === name.trim())
    return { name, required, onRoster: own.length > 0, here: own.some(({ seatId }) => present.has(seatId)) }
  })
}

/**
 * The sides that must be there and are not. Where nobody is signed in one by one nothing is known of them, and none is
 * missing.
 */
export const missingParties = (meeting: Pick<MeetingBody, 'attendance' | 'form'>): readonly PartyHere[] =>
  meeting.form.rollCall ? partiesHere(meeting).filter(({ here, required }) => required && !here) : []
