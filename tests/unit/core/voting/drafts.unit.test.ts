import { describe, expect, it } from 'vitest'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { firstItem, secondItem } from '../../../fixtures/small-meeting.ts'
import {
  cast,
  closeIt,
  desk,
  holdIt,
  openIt,
  type Room,
  resolution,
  roomOf,
  seat,
  termsWith,
  voidIt,
  voteCalled,
} from './room.ts'

const proposal = voteCalled('proposal')
const amendment = voteCalled('amendment')
const second = voteCalled('amendment2')

const draft = (voteId = proposal, motion = '装三处充电桩', itemId = firstItem): MeetingCommand => ({
  type: 'draftVote',
  data: { voteId, itemId, motion },
})
const amend = (text: string, voteId = amendment, to = proposal): MeetingCommand => ({
  type: 'draftVote',
  data: { voteId, itemId: firstItem, motion: `改为：${text}`, amendment: { voteId: to, text } },
})
const revise = (motion: string, voteId = proposal): MeetingCommand => ({
  type: 'reviseDraft',
  data: { voteId, motion },
})
const drop = (voteId = proposal): MeetingCommand => ({ type: 'dropDraft', data: { voteId } })
const openDraft = (voteId = proposal): MeetingCommand => ({ type: 'openDraft', data: { voteId } })

/** Opens a draft and closes it with these ballots of 1, 2 and 3. */
function decide(room: Room, voteId: typeof proposal, ...options: readonly string[]): void {
  room.does(openDraft(voteId))
  for (const [index, option] of options.entries()) room.does(cast(index + 1, option, 1, voteId))
  room.does(closeIt(voteId, resolution(`of${voteId.slice(3)}`)))
}

const draftsOf = (room: Room) => room.meeting().voting.drafts
const textsOf = (room: Room) => draftsOf(room).map(({ motion }) => motion)

describe('a vote that is to come', () => {
  it('is on the table with its terms before anything is open', () => {
    const room = roomOf({ voters: 3 })
    const terms = termsWith({ display: 'live', seconds: 60, details: '图纸见附件。' })
    room.does({ type: 'draftVote', data: { voteId: proposal, itemId: secondItem, motion: '修路', terms } })
    expect(draftsOf(room)).toEqual([
      {
        ...{ voteId: proposal, itemId: secondItem, motion: '修路', terms, amendment: null, repeats: null },
        versions: [{ text: '修路', at: NOW, by: null }],
      },
    ])
    expect(room.meeting().voting.open).toBeNull()
  })

  it('is held by the meeting’s rule where nothing else was said', () => {
    const room = roomOf({ voters: 3 })
    room.does(draft())
    expect(draftsOf(room)[0]?.terms).toEqual(termsWith())
  })

  it('keeps every version of its words, and its terms when only the words change', () => {
    const room = roomOf({ voters: 3 })
    const terms = termsWith({ seconds: 90 })
    room.does({ type: 'draftVote', data: { voteId: proposal, itemId: firstItem, motion: '甲', terms } })
    room.does(revise('乙'), desk, NOW + 1)
    room.does(revise('乙'), desk, NOW + 2)
    room.does(revise('丙'), desk, NOW + 3)
    expect(draftsOf(room)[0]?.terms).toEqual(terms)
    expect(draftsOf(room)[0]?.motion).toBe('丙')
    expect(draftsOf(room)[0]?.versions).toEqual([
      { text: '甲', at: NOW, by: null },
      { text: '乙', at: NOW + 1, by: null },
      { text: '丙', at: NOW + 3, by: null },
    ])
  })

  it('takes the terms of its last revision', () => {
    const room = roomOf({ voters: 3 })
    room.does(draft())
    const terms = termsWith({ revisable: true })
    room.does({ type: 'reviseDraft', data: { voteId: proposal, motion: '装三处充电桩', terms } })
    room.does(openDraft())
    expect(room.open().terms).toEqual(terms)
  })

  it('is gone when it is dropped, and its id is never used again', () => {
    const room = roomOf({ voters: 3 })
    room.does(draft())
    room.does(drop())
    expect(draftsOf(room)).toEqual([])
    expect(room.refuses(draft()).code).toBe('voteExists')
    expect(room.refuses(openIt(undefined, proposal)).code).toBe('voteExists')
    expect(room.refuses(openDraft()).code).toBe('draftUnknown')
    expect(room.refuses(revise('别的')).code).toBe('draftUnknown')
    expect(room.refuses(drop()).code).toBe('draftUnknown')
  })

  it('belongs to an item that is known and not over', () => {
    const room = roomOf({ voters: 3 })
    const nowhere = { voteId: proposal, itemId: id.item('nowhere0'), motion: '修路' }
    expect(room.refuses({ type: 'draftVote', data: nowhere }).code).toBe('itemUnknown')
    room.does({ type: 'finishItem', data: { itemId: firstItem } })
    expect(room.refuses(draft()).code).toBe('itemNotRunning')
  })

  it('opens only while its own item runs, and is a draft until then', () => {
    const room = roomOf({ voters: 3 })
    room.does(draft(proposal, '修路', secondItem))
    expect(room.refuses(openDraft()).code).toBe('itemNotRunning')
    expect(textsOf(room)).toEqual(['修路'])
    room.does({ type: 'finishItem', data: { itemId: firstItem } })
    room.does({ type: 'startItem', data: { itemId: secondItem } })
    room.does(openDraft())
    expect(draftsOf(room)).toEqual([])
    expect(room.open().motion).toBe('修路')
  })
})

describe('an amendment', () => {
  const twoDrafts = () => {
    const room = roomOf({ voters: 3 })
    room.does(draft())
    room.does(amend('装五处充电桩'))
    return room
  }

  it('is voted on before the proposal', () => {
    const room = twoDrafts()
    expect(room.refuses(openDraft()).code).toBe('amendmentFirst')
    decide(room, amendment, 'for', 'for', 'against')
    expect(textsOf(room)).toEqual(['装五处充电桩'])
    decide(room, proposal, 'for', 'for', 'for')
    expect(room.meeting().voting.resolutions.map(({ text }) => text)).toEqual(['装五处充电桩'])
  })

  it('that fails leaves the proposal as it was', () => {
    const room = twoDrafts()
    decide(room, amendment, 'for', 'against', 'against')
    expect(textsOf(room)).toEqual(['装三处充电桩'])
    decide(room, proposal, 'for', 'for', 'for')
    expect(room.meeting().voting.resolutions.map(({ text }) => text)).toEqual(['装三处充电桩'])
    expect(room.past(proposal).versions).toEqual([])
  })

  it('that ends in a tie leaves the proposal as it was', () => {
    const room = twoDrafts()
    decide(room, amendment, 'for', 'against')
    expect(textsOf(room)).toEqual(['装三处充电桩'])
  })

  it('makes no resolution of its own, and the record keeps by which vote the words changed', () => {
    const room = twoDrafts()
    decide(room, amendment, 'for', 'for')
    expect(room.meeting().voting.resolutions).toEqual([])
    expect(room.past(amendment).amendment).toEqual({
      ...{ voteId: proposal, text: '装五处充电桩' },
      of: '装三处充电桩',
    })
    room.does(openDraft())
    expect(room.open().versions).toEqual([
      { text: '装三处充电桩', at: NOW, by: null },
      { text: '装五处充电桩', at: NOW, by: amendment },
    ])
  })

  it('waits for its result to be published before it changes anything', () => {
    const room = twoDrafts()
    room.does(openDraft(amendment))
    for (const person of [1, 2]) room.does(cast(person, 'for', 1, amendment))
    room.does({ ...holdIt, data: { ...holdIt.data, voteId: amendment } })
    expect(textsOf(room)).toEqual(['装三处充电桩'])
    expect(room.refuses(openDraft()).code).toBe('resultNotPublished')
    room.does({ type: 'publishVote', data: { voteId: amendment, resolutionId: resolution('another0') } })
    expect(textsOf(room)).toEqual(['装五处充电桩'])
  })

  it('goes with the proposal that is dropped, and only with that one', () => {
    const room = twoDrafts()
    const other = voteCalled('otherone')
    room.does(draft(other, '修路'))
    room.does(drop())
    expect(textsOf(room)).toEqual(['修路'])
  })

  it('keeps its proposal as it is while people vote on it or its result is held back', () => {
    const room = twoDrafts()
    room.does(openDraft(amendment))
    for (const command of [drop(), revise('装四处充电桩')]) expect(room.refuses(command).code).toBe('voteIsOpen')
    for (const person of [1, 2]) room.does(cast(person, 'for', 1, amendment))
    room.does({ ...holdIt, data: { ...holdIt.data, voteId: amendment } })
    for (const command of [drop(), revise('装四处充电桩')])
      expect(room.refuses(command).code).toBe('resultNotPublished')
    room.does({ type: 'publishVote', data: { voteId: amendment, resolutionId: resolution('another0') } })
    room.does(revise('装四处充电桩'))
  })

  it('written against other words is not opened before it is written anew', () => {
    const room = twoDrafts()
    room.does(revise('装四处充电桩'))
    expect(room.refuses(openDraft(amendment)).code).toBe('amendmentOutdated')
    const anew = { voteId: proposal, text: '装四处充电桩，含照明' }
    room.does({ type: 'reviseDraft', data: { voteId: amendment, motion: '加照明', amendment: anew } })
    decide(room, amendment, 'for', 'for')
    expect(textsOf(room)).toEqual(['装四处充电桩，含照明'])
  })

  it('has a rule: only counted it would change nothing', () => {
    const room = roomOf({ voters: 3 })
    room.does(draft())
    const counted = { voteId: proposal, text: '装五处' }
    const data = { voteId: amendment, itemId: firstItem, motion: '改为五处', amendment: counted }
    const terms = termsWith({ rule: null })
    expect(room.refuses({ type: 'draftVote', data: { ...data, terms } }).code).toBe('amendmentNeedsRule')
  })

  it('that was voted on may be what makes somebody stand aside', () => {
    const room = twoDrafts()
    const recusal = { itemId: firstItem, seatId: seat(3), reason: '是施工方亲属' }
    decide(room, amendment, 'for', 'for')
    room.does({ type: 'recordRecusal', data: recusal })
    decide(room, proposal, 'for', 'for')
    const late = { ...recusal, seatId: seat(2) }
    expect(room.refuses({ type: 'recordRecusal', data: late }).code).toBe('recusalTooLate')
  })

  it('dropped lets the proposal be voted on', () => {
    const room = twoDrafts()
    room.does(drop(amendment))
    room.does(openDraft())
    expect(room.open().motion).toBe('装三处充电桩')
  })

  it('is made to a proposal on the same item that is still a draft, never to another amendment', () => {
    const room = twoDrafts()
    expect(room.refuses(amend('装六处充电桩', second, amendment)).code).toBe('proposalIsAmendment')
    expect(room.refuses(amend('装六处充电桩', second, voteCalled('nowhere0'))).code).toBe('proposalGone')
    room.does(draft(voteCalled('elsewhere'), '修路', secondItem))
    expect(room.refuses(amend('装六处充电桩', second, voteCalled('elsewhere'))).code).toBe('proposalGone')
    room.does(drop(amendment))
    room.does(openDraft())
    expect(room.refuses(amend('装六处充电桩', second)).code).toBe('proposalGone')
  })

  it('declared void gives the proposal its words back', () => {
    const room = twoDrafts()
    decide(room, amendment, 'for', 'for')
    room.does(voidIt(amendment), desk, NOW + 9)
    expect(textsOf(room)).toEqual(['装三处充电桩'])
    expect(draftsOf(room)[0]?.versions.map(({ by, text }) => [text, by])).toEqual([
      ['装三处充电桩', null],
      ['装五处充电桩', amendment],
      ['装三处充电桩', null],
    ])
    expect(room.past(amendment)).toMatchObject({ phase: 'void', verdict: { passed: true } })
  })

  it('declared void after it failed changes nothing', () => {
    const room = twoDrafts()
    decide(room, amendment, 'against', 'against')
    expect(room.does(voidIt(amendment)).map(({ type }) => type)).toEqual(['voteVoided'])
  })

  it('declared void while it is open changes nothing', () => {
    const room = twoDrafts()
    room.does(openDraft(amendment))
    for (const person of [1, 2]) room.does(cast(person, 'for', 1, amendment))
    expect(room.does(voidIt(amendment)).map(({ type }) => type)).toEqual(['voteVoided'])
    expect(textsOf(room)).toEqual(['装三处充电桩'])
  })

  it('declared void leaves what was reworded after it', () => {
    const room = twoDrafts()
    room.does(amend('装五处充电桩，含照明', second))
    decide(room, amendment, 'for', 'for')
    expect(room.refuses(openDraft(second)).code).toBe('amendmentOutdated')
    const anew = { voteId: proposal, text: '装五处充电桩，含照明' }
    room.does({ type: 'reviseDraft', data: { voteId: second, motion: '加照明', amendment: anew } })
    decide(room, second, 'for', 'for')
    expect(room.does(voidIt(amendment)).map(({ type }) => type)).toEqual(['voteVoided'])
    expect(textsOf(room)).toEqual(['装五处充电桩，含照明'])
    room.does(voidIt(second))
    expect(textsOf(room)).toEqual(['装五处充电桩'])
  })

  it('cannot be declared void once the proposal as amended is being voted on', () => {
    const room = twoDrafts()
    decide(room, amendment, 'for', 'for')
    room.does(openDraft())
    expect(room.refuses(voidIt(amendment)).code).toBe('amendmentUsed')
    for (const person of [1, 2]) room.does(cast(person, 'for', 1, proposal))
    room.does({ ...holdIt, data: { ...holdIt.data, voteId: proposal } })
    expect(room.refuses(voidIt(amendment)).code).toBe('amendmentUsed')
    room.does({ type: 'publishVote', data: { voteId: proposal, resolutionId: resolution('another0') } })
    expect(room.refuses(voidIt(amendment)).code).toBe('amendmentUsed')
    room.does(voidIt(proposal))
    room.does(voidIt(amendment))
    expect(room.meeting().voting.past.map(({ phase }) => phase)).toEqual(['void', 'void'])
  })

  it('is declared void also where its proposal was dropped meanwhile', () => {
    const room = twoDrafts()
    decide(room, amendment, 'for', 'for')
    room.does(drop())
    expect(room.does(voidIt(amendment)).map(({ type }) => type)).toEqual(['voteVoided'])
  })

  it('can be put in other words or be turned to another proposal; a proposal cannot become one', () => {
    const room = twoDrafts()
    const other = voteCalled('otherone')
    room.does(draft(other, '修路'))
    const turned = { voteId: other, text: '修水泥路' }
    room.does({ type: 'reviseDraft', data: { voteId: amendment, motion: '改为水泥路', amendment: turned } })
    room.does(openDraft())
    expect(room.refuses({ type: 'reviseDraft', data: { voteId: other, motion: '修路', amendment: turned } }).code).toBe(
      'proposalGone',
    )
  })
})

describe('a vote that is held again', () => {
  const again = voteCalled('again000')
  const repeat = (voteId: typeof proposal, motion: string, repeats = proposal): MeetingCommand => ({
    type: 'draftVote',
    data: { voteId, itemId: firstItem, motion, repeats },
  })
  const voided = () => {
    const room = roomOf({ voters: 3 })
    room.does(draft())
    decide(room, proposal, 'for', 'for')
    room.does(voidIt(proposal))
    return room
  }

  it('is held again once', () => {
    const room = voided()
    room.does(repeat(again, '装三处充电桩'))
    expect(room.refuses(repeat(second, '装三处充电桩')).code).toBe('repeatsNothing')
    decide(room, again, 'for', 'for')
    expect(room.refuses(repeat(second, '装三处充电桩')).code).toBe('repeatsNothing')
    expect(room.refuses(repeat(second, '装三处充电桩', again)).code).toBe('repeatsNothing')
  })

  it('keeps the first words, where it is put in others', () => {
    const room = voided()
    room.does(repeat(again, '装两处充电桩'), desk, NOW + 5)
    expect(draftsOf(room)[0]?.versions.map(({ text }) => text)).toEqual(['装三处充电桩', '装两处充电桩'])
    room.does(openDraft(again))
    expect(room.open().versions.map(({ text }) => text)).toEqual(['装三处充电桩', '装两处充电桩'])
  })
})
