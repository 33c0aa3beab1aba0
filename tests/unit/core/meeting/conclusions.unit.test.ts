import { describe, expect, it } from 'vitest'
import { plainForm } from '../../../../shared/formats/plain-form.ts'
import { conclusionOf, repeatsConclusion } from '../../../../shared/meeting/conclusions/state.ts'
import type { MeetingCommand, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { NOW, operator } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  adoptedByAgreement,
  agreeing,
  assigned,
  byScribe,
  closed,
  concluded,
  EARLIER,
  firstItem,
  given,
  itemFinished,
  itemStarted,
  MOTION,
  opened,
  resolution,
  scribe,
  secondItem,
  talking,
} from '../../../fixtures/small-meeting.ts'

type Outcome = 'reached' | 'notReached' | 'handled'

const conclude = (outcome: Outcome = 'reached', itemId = firstItem): MeetingCommand => ({
  type: 'concludeItem',
  data: { itemId, outcome, text: MOTION, resolutionId: resolution },
})
const takeBack: MeetingCommand = { type: 'withdrawConclusion', data: { itemId: firstItem, reason: '写错了' } }
const takenBack: MeetingEvent = {
  type: 'conclusionWithdrawn',
  data: { itemId: firstItem, reason: '写错了', at: EARLIER },
}
const agreed: readonly MeetingEvent[] = [...talking, concluded(), adoptedByAgreement]

const stateAfter = (...events: readonly MeetingEvent[]) => {
  const state = events.reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('the meeting is not open')
  return state
}

const drawn = (outcome: Outcome, by: 'operator' | typeof scribe): MeetingEvent => ({
  type: 'itemConcluded',
  data: {
    itemId: firstItem,
    outcome,
    text: MOTION,
    resolutionId: outcome === 'notReached' ? null : resolution,
    at: NOW,
    by,
  },
})

describe('a conclusion', () => {
  it.each(['reached', 'handled'] as const)('that is %s becomes a resolution without a vote', (outcome) => {
    given(...talking)
      .when(conclude(outcome), byScribe)
      .thenEvents(drawn(outcome, scribe), adoptedByAgreement)
  })

  it('of an item without agreement resolves nothing', () => {
    given(...talking)
      .when(conclude('notReached'), operator)
      .thenEvents(drawn('notReached', 'operator'))
  })

  it('is still drawn when the item is finished and the next one runs', () => {
    given(...talking, itemFinished(firstItem), itemStarted(secondItem))
      .when(conclude(), byScribe)
      .thenEvents(drawn('reached', scribe), adoptedByAgreement)
  })

  it('is not drawn of an item that nobody has talked about, nor of one that is not there', () => {
    const decide = given(...talking)
    decide.when(conclude('reached', secondItem)).thenRefused({ code: 'itemNotRunning' })
    decide.when(conclude('reached', id.item('nowhere'))).thenRefused({ code: 'itemUnknown' })
  })

  it('is not drawn where the form votes, nor after 散会', () => {
    given(opened, itemStarted(firstItem)).when(conclude()).thenRefused({ code: 'decidedByVote' })
    given(...talking, itemFinished(firstItem), closed)
      .when(conclude())
      .thenRefused({ code: 'meetingIsClosed' })
  })

  it('stands with its resolution in what the meeting knows', () => {
    const state = stateAfter(...agreed)
    expect(conclusionOf(state.conclusions, firstItem)).toMatchObject({ outcome: 'reached', text: MOTION, by: scribe })
    expect(conclusionOf(state.conclusions, secondItem)).toBeNull()
    expect(state.voting.resolutions).toEqual([adoptedByAgreement.data])
  })

  it('is taken back with its resolution, and drawn again under another one', () => {
    given(...agreed)
      .when(takeBack, byScribe)
      .thenEvents({ type: 'conclusionWithdrawn', data: { itemId: firstItem, reason: '写错了', at: NOW } })
    const state = stateAfter(...agreed, takenBack)
    expect([state.conclusions, state.voting.resolutions]).toEqual([[], []])
    given(...agreed, takenBack)
      .when(conclude())
      .thenRefused({ code: 'resolutionExists' })
    const again = id.resolution('000002')
    const anew: MeetingCommand = {
      type: 'concludeItem',
      data: { itemId: firstItem, outcome: 'reached', text: MOTION, resolutionId: again },
    }
    expect(given(...agreed, takenBack).when(anew).accepted).toBe(true)
  })

  it('of a finished item is taken back, and drawn again, as long as the meeting is open', () => {
    const left = [...agreed, itemFinished(firstItem), itemStarted(secondItem)]
    expect(given(...left).when(takeBack).accepted).toBe(true)
    const fresh: MeetingCommand = {
      type: 'concludeItem',
      data: { itemId: firstItem, outcome: 'notReached', text: MOTION, resolutionId: id.resolution('000002') },
    }
    expect(given(...left, takenBack).when(fresh).accepted).toBe(true)
  })

  it('stays when its resolution was given to somebody', () => {
    given(...agreed, assigned)
      .when(takeBack)
      .thenRefused({ code: 'resolutionAssigned' })
  })

  it('without a resolution is taken back although another one was given to somebody', () => {
    const elsewhere = [...talking, concluded('notReached')]
    expect(given(...elsewhere).when(takeBack).accepted).toBe(true)
  })

  it('is drawn where what was done first is put on record afterwards', () => {
    const form = { ...plainForm, decision: 'record' as const, actFirst: true, rollCall: false }
    const urgent: MeetingEvent = { type: 'meetingOpened', data: { ...agreeing, form, openedAt: EARLIER } }
    expect(given(urgent, itemStarted(firstItem)).when(conclude('handled')).accepted).toBe(true)
  })
})

describe('a point that was agreed', () => {
  const { conclusions } = stateAfter(...agreed)

  it.each([
    [MOTION, true],
    [`${MOTION}。`, true],
    ['铺设塑胶跑道', true],
    ['铺设石板', false],
  ])('%s is the conclusion again: %s', (point, repeated) => {
    expect(repeatsConclusion(conclusions, firstItem, point)).toBe(repeated)
  })

  it('repeats nothing where there was no agreement, or no conclusion', () => {
    expect(repeatsConclusion(stateAfter(...talking, concluded('notReached')).conclusions, firstItem, MOTION)).toBe(
      false,
    )
    expect(repeatsConclusion(conclusions, secondItem, MOTION)).toBe(false)
  })
})
