import { plainForm } from '../../../../shared/formats/plain-form.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import {
  evolveMeeting,
  type HeldMeeting,
  type MeetingState,
  unopenedMeeting,
} from '../../../../shared/meeting/state.ts'
import type { Actor } from '../../../../shared/roles/roles.ts'
import { contextOf, operator } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { chair, firstItem, guest, memberA, memberB, opening, scribe } from '../../../fixtures/small-meeting.ts'

export const START = 1_764_000_000_000

export const first = id.speech('first000')
export const second = id.speech('second00')
export const third = id.speech('third000')
export const fourth = id.speech('fourth00')

/** What was done, and how many seconds after the start. */
export type Done = readonly [seconds: number, command: MeetingCommand, actor?: Actor]

export const asks = (
  seatId: typeof memberA | null,
  speechId = first,
  more: Partial<Extract<MeetingCommand, { type: 'requestFloor' }>['data']> = {},
): MeetingCommand => ({ type: 'requestFloor', data: { speechId, seatId, kind: 'ordinary', stance: 'for', ...more } })

export const next: MeetingCommand = { type: 'callNextSpeaker', data: {} }

/** A meeting whose first item runs, everybody present, in which all of this was done; what is refused is a mistake of the test. */
export function talked(rules: Partial<SpeakingRules>, ...done: readonly Done[]): HeldMeeting {
  const form = { ...plainForm, speeches: { ...plainForm.speeches, ...rules } }
  const seats = opening.seats.map((seat) => {
    const party = seat.seatId === memberA ? '物业企业' : seat.seatId === memberB ? '业委会' : undefined
    return party === undefined ? seat : { ...seat, party }
  })
  const begin: readonly Done[] = [
    [0, { type: 'openMeeting', data: { ...opening, seats, form } }, { role: 'host', seatId: null }],
    ...[chair, scribe, memberA, memberB, guest].map((seatId): Done => [0, { type: 'signIn', data: { seatId } }]),
    [0, { type: 'startItem', data: { itemId: firstItem } }],
  ]
  const state = [...begin, ...done].reduce<MeetingState>(after, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('the meeting was opened')
  return state
}

function after(state: MeetingState, [seconds, command, actor = operator]: Done): MeetingState {
  const decided = decideMeeting(state, command, contextOf(actor, { now: START + seconds * 1000 }))
  if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal.code}`)
  return decided.value.reduce(evolveMeeting, state)
}
