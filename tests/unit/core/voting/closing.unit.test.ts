import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { firstItem } from '../../../fixtures/small-meeting.ts'
import {
  cast,
  closeIt,
  desk,
  holdIt,
  MOTION,
  openIt,
  publishIt,
  type Room,
  replayed,
  resolution,
  seat,
  stopIt,
  theVote,
  voidIt,
  voteCalled,
  votingRoom,
} from './room.ts'

const again = voteCalled('again000')
const voted = (...options: readonly string[]): Room => {
  const room = votingRoom(options.length)
  for (const [index, option] of options.entries()) room.does(cast(index + 1, option))
  return room
}
const repeat: MeetingCommand = { ...openIt(), data: { ...openIt().data, voteId: again, repeats: theVote } }
const resolutionsOf = (room: Room) => room.meeting().voting.resolutions.map(({ voteId }) => voteId)

describe('a result that is held back', () => {
  it('is frozen when the vote closes and becomes a resolution when it is published', () => {
    const room = voted('for', 'for', 'against')
    expect(room.does(holdIt, desk, NOW + 1).map(({ type }) => type)).toEqual(['voteClosed'])
    const held = room.meeting().voting.held
    expect(held).toMatchObject({ voteId: theVote, closedAt: NOW + 1, verdict: { passed: true } })
    expect(resolutionsOf(room)).toEqual([])
    expect(room.refuses(cast(3, 'for', 2)).code).toBe('voteAlreadyEnded')
    expect(room.refuses(closeIt()).code).toBe('voteAlreadyEnded')
    expect(room.refuses(stopIt).code).toBe('voteAlreadyEnded')
    const published = room.does(publishIt, desk, NOW + 9)
    expect(published.map(({ type }) => type)).toEqual(['votePublished', 'resolutionAdopted'])
    expect(room.past()).toMatchObject({
      phase: 'closed',
      closedAt: NOW + 1,
      publishedAt: NOW + 9,
      verdict: held?.verdict,
    })
    expect(resolutionsOf(room)).toEqual([theVote])
  })

  it('is published before its item, or the meeting, is over', () => {
    const room = voted('for', 'for', 'against')
    room.does(holdIt)
    const finish: MeetingCommand = { type: 'finishItem', data: { itemId: firstItem } }
    for (const ending of [finish, { type: 'closeMeeting', data: {} } as const]) {
      expect(room.refuses(ending).code).toBe('resultNotPublished')
    }
    room.does(publishIt)
    expect(room.does(finish).map(({ type }) => type)).toEqual(['itemFinished'])
  })

  it('is published once, and only what was held back', () => {
    const room = voted('for', 'against', 'against')
    expect(room.refuses(publishIt).code).toBe('nothingToPublish')
    room.does(holdIt)
    const unknown: MeetingCommand = { ...publishIt, data: { ...publishIt.data, voteId: voteCalled('nowhere0') } }
    expect(room.refuses(unknown).code).toBe('voteUnknown')
    room.does(publishIt)
    expect(room.refuses(publishIt).code).toBe('nothingToPublish')
    expect(resolutionsOf(room)).toEqual([])
  })

  it('keeps the meeting from being closed, and nobody stands aside in between', () => {
    const room = voted('for', 'for')
    expect(room.refuses({ type: 'closeMeeting', data: {} }).code).toBe('voteIsOpen')
    room.does(holdIt)
    expect(room.refuses({ type: 'closeMeeting', data: {} }).code).toBe('resultNotPublished')
    const aside = { itemId: firstItem, seatId: seat(2), reason: '与本人有利害关系' }
    expect(room.refuses({ type: 'recordRecusal', data: aside }).code).toBe('voteIsOpen')
    room.does(publishIt)
    expect(room.refuses({ type: 'recordRecusal', data: aside }).code).toBe('recusalTooLate')
    room.does({ type: 'closeMeeting', data: {} })
  })

  it('takes a fresh id for what is resolved', () => {
    const room = voted('for', 'for')
    room.does(closeIt())
    room.does({ ...openIt(), data: { ...openIt().data, voteId: again } })
    for (const person of [1, 2]) room.does(cast(person, 'for', 2, again))
    expect(room.refuses(closeIt(again)).code).toBe('resolutionExists')
    room.does({ ...holdIt, data: { ...holdIt.data, voteId: again, resolutionId: resolution('fresh000') } })
    const stale: MeetingCommand = { ...publishIt, data: { ...publishIt.data, voteId: again } }
    expect(room.refuses(stale).code).toBe('resolutionExists')
  })
})

describe('a vote that is declared void', () => {
  const phases: readonly (readonly [string, readonly MeetingCommand[], boolean])[] = [
    ['while people vote', [], false],
    ['when voting has stopped', [stopIt], false],
    ['while its result is held back', [holdIt], true],
    ['when it was published', [holdIt, publishIt], true],
    ['when it closed at once', [closeIt()], true],
  ]
  it.each(phases)('%s is kept with the reason, and the one that repeats it beside it', (_, before, found) => {
    const room = voted('for', 'for', 'against')
    for (const command of before) room.does(command)
    room.does(voidIt(theVote, '唱票有误，当众作废'), desk, NOW + 5)
    expect(room.past()).toMatchObject({
      phase: 'void',
      voidedAt: NOW + 5,
      reason: '唱票有误，当众作废',
      motion: MOTION,
    })
    expect(room.past().verdict?.passed).toBe(found ? true : undefined)
    expect(room.past()).toMatchObject({ published: found && before.at(-1) !== holdIt })
    expect(room.past()).not.toHaveProperty('ballots')
    expect(room.meeting().voting).toMatchObject({ open: null, held: null, resolutions: [] })
    expect(room.refuses(voidIt()).code).toBe('voteAlreadyEnded')
    expect(room.refuses(publishIt).code).toBe('nothingToPublish')

    room.does(repeat)
    expect(room.open()).toMatchObject({ repeats: theVote, ballots: [], voters: [], received: 0 })
    for (const [index, option] of ['against', 'against', 'for'].entries()) room.does(cast(index + 1, option, 2, again))
    room.does(closeIt(again, resolution('again000')))
    expect(room.meeting().voting.past.map(({ phase, voteId }) => [voteId, phase])).toEqual([
      [theVote, 'void'],
      [again, 'closed'],
    ])
    expect(room.verdict(again)).toMatchObject({ passed: false, figures: { for: 1, against: 2 } })
  })

  it('takes its resolution with it, unless that has been assigned to somebody', () => {
    const room = voted('for', 'for')
    room.does(closeIt())
    const [adopted] = room.meeting().voting.resolutions
    const worksheet = {
      worksheetId: id.worksheet('000001'),
      resolutionId: adopted?.resolutionId ?? resolution('none0000'),
    }
    room.does({ type: 'assignWorksheet', data: { ...worksheet, unit: '物业公司', dueOn: '2026-12-31' } })
    expect(room.refuses(voidIt()).code).toBe('resolutionAssigned')
  })

  it('was opened in this meeting', () => {
    expect(votingRoom(2).refuses(voidIt(voteCalled('nowhere0'))).code).toBe('voteUnknown')
  })

  it('alone is repeated, on its own item', () => {
    const room = voted('for', 'for')
    room.does(closeIt())
    expect(room.refuses(repeat).code).toBe('repeatsNothing')
    room.does(voidIt())
    room.does({ type: 'draftVote', data: { voteId: again, itemId: firstItem, motion: '装两处', repeats: theVote } })
    expect(room.meeting().voting.drafts).toMatchObject([{ repeats: theVote }])
    room.does({ type: 'openDraft', data: { voteId: again } })
    expect(room.open().repeats).toBe(theVote)
  })
})

describe('the sentence of a verdict', () => {
  it('is stored as it was announced, with every figure and the source', () => {
    const room = voted('for', 'for', 'against', 'abstain')
    room.does(closeIt())
    expect(room.verdict().sentence).toBe(
      '应到 4 人，实到 4 人；赞成 2，反对 1，弃权 1。赞成未超过参与表决人数的一半（2），未通过。依据：议事公约第三条。',
    )
  })

  it('comes out of the journal as it went in', () => {
    const room = voted('for', 'for', 'against')
    room.does(holdIt)
    room.does(publishIt)
    expect(replayed(room.events)).toEqual(room.meeting())
  })
})
