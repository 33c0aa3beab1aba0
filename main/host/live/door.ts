import type { MeetingId, SeatId } from '../../../shared/core/ids.ts'
import { keyOf } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { AdmissionRequest, SeatAtDoor } from '../../../shared/protocol/host-frames.ts'
import type { Contacts } from '../hall/contacts.ts'

/** Requests that one device may have open: a couple and a helper on one phone. */
const MAX_REQUESTS_PER_DEVICE = 6

/** Who waits to be let in. In memory only: after a restart a phone that still waits asks again by itself. */
export class Door {
  #requests: readonly AdmissionRequest[] = []

  all(): readonly AdmissionRequest[] {
    return this.#requests
  }

  of(meetingId: MeetingId): readonly AdmissionRequest[] {
    return this.#requests.filter((request) => request.meetingId === meetingId)
  }

  find(publicKey: string, seatId: SeatId): AdmissionRequest | null {
    return this.#requests.find((request) => request.publicKey === publicKey && request.seatId === seatId) ?? null
  }

  /** Puts a request in the place of an equal one; false when the device has too many. */
  ask(request: AdmissionRequest): boolean {
    const others = this.#requests.filter((known) => !sameRequest(known, request))
    if (others.filter((known) => known.publicKey === request.publicKey).length >= MAX_REQUESTS_PER_DEVICE) return false
    this.#requests = [...others, request]
    return true
  }

  settle(publicKey: string, seatId: SeatId): void {
    this.#requests = this.#requests.filter((known) => !sameRequest(known, { publicKey, seatId }))
  }

  /** A device has left: it no longer waits. */
  leave(publicKey: string): boolean {
    const before = this.#requests.length
    this.#requests = this.#requests.filter((known) => known.publicKey !== publicKey)
    return this.#requests.length < before
  }
}

/** The roster as somebody with the right code sees it: names to pick one's own from, and nothing else. */
export function seatsAtDoor({ attendance }: HeldMeeting, { seats }: Contacts): readonly SeatAtDoor[] {
  return attendance.seats.flatMap(({ seatId, kind }) => {
    const name = seats[seatId]?.name
    return name === undefined ? [] : [{ seatId, kind, name, taken: keyOf(attendance, seatId) !== null }]
  })
}

type Place = { readonly publicKey: string; readonly seatId: SeatId }

const sameRequest = (a: Place, b: Place) => a.publicKey === b.publicKey && a.seatId === b.seatId
