import type { HallClient } from '../../../shared/client/hall-client.ts'
import type { Who } from '../../../shared/client/phase.ts'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { makeDeviceKey } from '../../../shared/identity/device-key.ts'

export type Person = { readonly seatId: SeatId; readonly name: string; readonly kind: string; readonly voting: boolean }

/** Somebody with a device: a real socket client with a key of its own. */
export type Attendee = { readonly name: string; readonly client: HallClient; readonly seatId: SeatId | null }

/** Devices for the guests: one in eight, at least one and not more than there are. */
const ATTENDEES_PER_GUEST = 8

export type Seating = {
  /** People who come with a device, the convener and the scribe first. */
  readonly withDevice: readonly Person[]
  /** People on the roster without one: the desk acts for them. */
  readonly withoutDevice: readonly Person[]
  /** People who are not on the roster and register at the door. */
  readonly walkIns: readonly string[]
}

/** Who of the roster brings a device, when `attendees` do in all. */
export function seatAttendees(people: readonly Person[], attendees: number): Seating {
  const [convener, scribe] = ['convener', 'scribe'].map((kind) => people.find((person) => person.kind === kind))
  if (convener === undefined || scribe === undefined) throw new Error('the sample has a convener and a scribe')
  const members = people.filter((person) => person.kind === 'standing' || person.kind === 'public')
  const guests = people.filter((person) => person.kind === 'guest')
  const guestDevices = Math.min(guests.length, Math.max(1, Math.floor(attendees / ATTENDEES_PER_GUEST)))
  const memberDevices = Math.min(members.length, Math.max(0, attendees - 2 - guestDevices))
  const withDevice = [convener, scribe, ...members.slice(0, memberDevices), ...guests.slice(0, guestDevices)]
  const extra = attendees - withDevice.length
  return {
    withDevice,
    withoutDevice: people.filter((person) => !withDevice.includes(person)),
    walkIns: Array.from({ length: Math.max(0, extra) }, (_, index) => `现场来宾${index + 1}`),
  }
}

export type Connect = (who: Who) => HallClient

/** A phone scans the code and picks a name, or registers on the spot; somebody has to let it in. */
export function knock(
  connect: Connect,
  key: ReturnType<typeof makeDeviceKey>,
  joinCode: string,
  name: string,
  seatId: SeatId | null,
): Attendee {
  const client = connect({ kind: 'device', key, meetingId: null })
  let asked = false
  client.subscribe(() => {
    if (client.phase.at === 'stranger' && client.refusal === null) client.enter(joinCode)
    if (client.phase.at !== 'door' || asked) return
    asked = true
    if (seatId === null) client.walkIn(name)
    else client.claim(seatId)
  })
  return { name, client, seatId }
}
