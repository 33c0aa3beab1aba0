import { describe, expect, it } from 'vitest'
import { showing } from '../../../../renderer/screen/showing.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  EARLIER,
  firstItem,
  itemFinished,
  itemStarted,
  memberA,
  memberB,
  opened,
  secondItem,
  signedIn,
  speechEnded,
  speechStarted,
  voteClosed,
  voteOpened,
} from '../../../fixtures/small-meeting.ts'
import { asking, closeWritten, play, writtenVote } from '../../../fixtures/written-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

const closed: readonly MeetingEvent[] = play([opened, ...asking], closeWritten).events
const voided = {
  type: 'writtenVoteVoided',
  data: { voteId: writtenVote, reason: '印错了', at: NOW + 1 },
} as const satisfies MeetingEvent
const second = id.vote('nextone')
const before = [itemStarted(firstItem, EARLIER - 9), signedIn(memberA), signedIn(memberB)]
const page = (...events: Parameters<typeof heldAfter>) => showing(heldAfter(...events)).page
const shows = (name: 'item' | 'result'): MeetingEvent => ({ type: 'screenSwitched', data: { shown: { page: name } } })

describe('a written vote on the hall screen', () => {
  it('stands under its item while the papers are out, without what is on them', () => {
    const shown = showing(heldAfter(...before, ...asking))
    expect(shown).toMatchObject({ page: 'written', votes: [{ handedOut: 2, returned: 1 }] })
    expect(page(...asking)).toBe('join')
    expect(page(...before, ...asking, itemFinished(firstItem), itemStarted(secondItem))).toBe('item')
  })

  it('gives way to whoever speaks, to what is going to be voted on and to a vote of the room', () => {
    expect(page(...before, ...asking, speechStarted(memberA))).toBe('floor')
    const drafted: MeetingEvent = {
      type: 'voteDrafted',
      data: { voteId: id.vote('draft0'), itemId: firstItem, motion: '装灯', at: EARLIER },
    }
    expect(page(...before, ...asking, drafted)).toBe('drafts')
    expect(page(...before, ...asking, voteOpened([memberA, memberB]))).toBe('vote')
    expect(page(...before, ...asking, ...closed, voteOpened([memberA, memberB]))).toBe('vote')
  })

  it('is announced when it is counted, until the next act', () => {
    const counted = [...before, ...asking, ...closed]
    expect(page(...counted)).toBe('writtenResult')
    expect(page(...counted, speechStarted(memberA, NOW + 5))).toBe('floor')
    expect(page(...counted, speechStarted(memberA, NOW + 5), speechEnded(memberA, NOW + 6))).toBe('item')
    const [asked] = asking
    if (asked?.type !== 'writtenVoteOpened') throw new Error('something is asked')
    const next = { ...asked, data: { ...asked.data, voteId: second, at: NOW + 5 } }
    expect(page(...counted, next)).toBe('written')
  })

  it('says for as long that it was annulled, with the reason, and brings no older result back', () => {
    const counted = [...before, ...asking, ...closed]
    expect(showing(heldAfter(...counted, voided))).toMatchObject({ page: 'writtenVoid', vote: { reason: '印错了' } })
    expect(page(...counted, voided, speechStarted(memberA, NOW + 5), speechEnded(memberA, NOW + 6))).toBe('item')
    expect(page(...counted, speechStarted(memberA, NOW - 5), voided)).toBe('floor')
    const later = (events: readonly MeetingEvent[], ms: number) =>
      events.map((event) => ({ ...event, data: { ...event.data, voteId: second, at: NOW + ms } }) as MeetingEvent)
    const both = [...counted, ...later(asking, -1), ...later(closed, 1)]
    expect(showing(heldAfter(...both))).toMatchObject({ page: 'writtenResult', vote: { voteId: second } })
    const annulled = [...both, ...later([voided], 2)]
    expect(showing(heldAfter(...annulled))).toMatchObject({ page: 'writtenVoid', vote: { voteId: second } })
    expect(page(...annulled, shows('result'))).toBe('writtenVoid')
  })

  it('gives nothing to announce when papers are called back uncounted, nor what was announced before', () => {
    const counted = [...before, ...asking, ...closed]
    const [asked] = asking
    if (asked?.type !== 'writtenVoteOpened') throw new Error('something is asked')
    const next: MeetingEvent = { ...asked, data: { ...asked.data, voteId: second, at: NOW + 1 } }
    const back: MeetingEvent = { ...voided, data: { voteId: second, reason: '换一张', at: NOW + 2 } }
    expect(page(...counted, next, back)).toBe('item')
    expect(showing(heldAfter(...counted, next, back, shows('result')))).toMatchObject({
      page: 'writtenResult',
      vote: { voteId: writtenVote },
    })
  })

  it('never covers a clock that runs: its result comes when the speech is over', () => {
    const counted = [...before, ...asking, speechStarted(memberA, NOW - 5), ...closed]
    expect(page(...counted)).toBe('floor')
    expect(page(...counted, speechEnded(memberA, NOW + 6))).toBe('writtenResult')
  })

  it('does not take the way in from those who are still to come', () => {
    expect(page(...asking, ...closed)).toBe('join')
  })

  it('and a vote of the room follow each other as they ended', () => {
    const room = [voteOpened([memberA, memberB]), voteClosed(true)]
    expect(page(...before, ...asking, ...room)).toBe('result')
    expect(page(...before, ...asking, ...room, ...closed)).toBe('writtenResult')
    expect(page(...before, ...asking, ...room, ...closed, shows('result'))).toBe('writtenResult')
  })

  it('is found again under the item and the result that somebody chose', () => {
    expect(page(...before, ...asking, speechStarted(memberA), shows('item'))).toBe('written')
    expect(page(...before, ...asking, ...closed, speechStarted(memberA, NOW + 5), shows('result'))).toBe(
      'writtenResult',
    )
  })
})
