import type { SeatId } from '../core/ids.ts'

/**
 * 操作员 operator: the launch window on the host's laptop. 主持 chair, 话事员 scribe, 议事委员 member and 列席 guest are
 * roles of seats. 大屏 screen only shows. `host` is the hall host itself, carrying a step from one stream to the next.
 */
export type Role = 'operator' | 'chair' | 'scribe' | 'member' | 'guest' | 'screen' | 'host'

/** Everyone who may look at a hall, in the order in which a device with several seats takes its role. */
export const viewerRoles = ['operator', 'chair', 'scribe', 'member', 'guest', 'screen'] as const

export type ViewerRole = (typeof viewerRoles)[number]

/** Who acts: a seat, or one of the two that hold none. */
export type Actor =
  | { readonly role: 'operator' | 'host'; readonly seatId: null }
  | { readonly role: 'chair' | 'scribe' | 'member' | 'guest'; readonly seatId: SeatId }

/** Who looks: the role and the seats that are the viewer's own. */
export type Viewer = { readonly role: ViewerRole; readonly seats: readonly SeatId[] }

/** The people who run the meeting see what is needed to run it. */
export const runsTheMeeting = (role: Role): boolean => role === 'operator' || role === 'chair' || role === 'scribe'

/** Who entered something on behalf of a seat: null when its own device did. */
export const enteredBy = (actor: Actor, seat: SeatId): SeatId | 'operator' | null =>
  actor.seatId === seat ? null : (actor.seatId ?? 'operator')

/** A seat acts for itself; the people who run the meeting act for those without a device. */
export const mayActFor = (actor: Actor, seat: SeatId): boolean => actor.seatId === seat || runsTheMeeting(actor.role)
