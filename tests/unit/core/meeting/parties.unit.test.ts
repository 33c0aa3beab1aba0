import { describe, expect, it } from 'vitest'
import type { MeetingForm } from '../../../../shared/formats/format.ts'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import { missingParties, partiesHere } from '../../../../shared/meeting/attendance/parties.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import {
  chair,
  EARLIER,
  guest,
  memberA,
  memberB,
  opening,
  scribe,
  signedIn,
  signedOut,
} from '../../../fixtures/small-meeting.ts'

const sides: Readonly<Record<string, string>> = {
  [chair]: '社区党组织',
  [memberA]: ' 物业企业 ',
  [memberB]: '物业企业',
  [guest]: '小区党支部',
}

function meetingWith(form: Partial<MeetingForm>, ...events: readonly MeetingEvent[]): HeldMeeting {
  const seats = opening.seats.map((seat) => {
    const party = sides[seat.seatId]
    return party === undefined ? seat : { ...seat, party }
  })
  const parties = ['社区党组织', '物业企业', '小区党支部', '业委会'].map((name) => ({ name, required: true }))
  const data = { ...opening, seats, form: { ...plainForm, parties, ...form }, openedAt: EARLIER }
  const state = [{ type: 'meetingOpened', data } as const, ...events].reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('it is open')
  return state
}

const missing = (meeting: HeldMeeting) => missingParties(meeting).map(({ name }) => name)

describe('the sides that a form names', () => {
  it('are here as soon as anybody of them is, also 列席, whatever spaces stand around the name', () => {
    expect(missing(meetingWith({}))).toEqual(['社区党组织', '物业企业', '小区党支部', '业委会'])
    expect(missing(meetingWith({}, signedIn(chair), signedIn(memberA), signedIn(guest)))).toEqual(['业委会'])
  })

  it('are missing again when the last of them has left', () => {
    const both = [signedIn(memberA), signedIn(memberB), signedOut(memberA)]
    expect(missing(meetingWith({}, ...both))).not.toContain('物业企业')
    expect(missing(meetingWith({}, ...both, signedOut(memberB)))).toContain('物业企业')
  })

  it('tell a side that is not on the roster from one that has not come', () => {
    const parties = partiesHere(meetingWith({}))
    expect(parties.map(({ name, onRoster }) => [name, onRoster])).toEqual([
      ['社区党组织', true],
      ['物业企业', true],
      ['小区党支部', true],
      ['业委会', false],
    ])
  })

  it('are not missing when the form only hopes for them', () => {
    const parties = [{ name: '业委会', required: false }]
    expect(missing(meetingWith({ parties }))).toEqual([])
    expect(partiesHere(meetingWith({ parties }))).toMatchObject([{ name: '业委会', here: false }])
  })

  it('are not missing where nobody is signed in one by one', () => {
    expect(missing(meetingWith({ rollCall: false }))).toEqual([])
  })

  it('are never the side of somebody who stands for none', () => {
    expect(missing(meetingWith({ parties: [{ name: '甲方', required: true }] }, signedIn(scribe)))).toEqual(['甲方'])
  })
})
