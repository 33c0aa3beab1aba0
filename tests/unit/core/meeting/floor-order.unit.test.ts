import { describe, expect, it } from 'vitest'
import type { SeatId } from '../../../../shared/core/ids.ts'
import { plainForm, plainSpeaking } from '../../../../shared/formats/plain-form.ts'
import type { OrderPolicy, SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import type { FloorEvent } from '../../../../shared/meeting/floor/messages.ts'
import { inOrder, timesSpoken } from '../../../../shared/meeting/floor/order.ts'
import { evolveFloor, type Floor, floorOf as quietFloor, type Stance } from '../../../../shared/meeting/floor/state.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import {
  asking,
  byChair,
  byMemberA,
  EARLIER,
  firstItem,
  given,
  itemFinished,
  itemStarted,
  memberA,
  memberB,
  opening,
  requested,
  secondItem,
  signedIn,
  speechEnded,
  speechOf,
  speechStarted,
} from '../../../fixtures/small-meeting.ts'

type Spoken = readonly [who: string, stance: Stance | null, seconds: number]
type Asking = readonly [who: string, stance: Stance | null]

const seat = (name: string) => id.seat(name.padEnd(7, '0'))

/** A floor on the first item: what was said, who speaks, who waits in the order of asking. */
function floorOf(spoken: readonly Spoken[], asked: readonly Asking[], now: Asking | null = null): Floor {
  const said = spoken.flatMap(([who, stance, seconds], index) => {
    const [speechId, at] = [speechOf(seat(who), `s${index}`), EARLIER + index * 1_000_000]
    return [
      speechStarted(seat(who), at, { speechId, stance }),
      { type: 'speechEnded', data: { speechId, at: at + seconds * 1_000 } } as const,
    ]
  })
  const speaking = now === null ? [] : [speechStarted(seat(now[0]), NOW, { stance: now[1] })]
  const waiting = asked.map(([who, stance], index) => {
    return requested(seat(who), EARLIER + index, { speechId: speechOf(seat(who), `w${index}`), stance })
  })
  // These events are all of the floor.
  const events = [...said, ...speaking, ...waiting] as readonly FloorEvent[]
  const quiet = quietFloor([{ itemId: firstItem }])
  return events.reduce((floor, event) => evolveFloor(floor, event, firstItem), quiet)
}

const order = (
  floor: Floor,
  policy: OrderPolicy,
  itemId: typeof firstItem | null = firstItem,
): readonly (SeatId | null)[] => inOrder(floor, itemId, policy).map((request) => request.seatId)

describe('who speaks next', () => {
  const twiceOnce: readonly Spoken[] = [
    ['a', 'for', 60],
    ['b', 'against', 90],
    ['a', 'for', 10],
  ]
  const all: readonly Asking[] = [
    ['a', 'for'],
    ['b', 'for'],
    ['c', 'for'],
    ['d', 'against'],
  ]

  it.each([
    ['arrival', 'whoever asked first, however often they have spoken', twiceOnce, all, ['a', 'b', 'c', 'd']],
    ['freshFirst', 'who has not spoken, then fewer speeches', twiceOnce, all, ['c', 'd', 'b', 'a']],
    ['alternate', 'who has not spoken, the other side before the same', twiceOnce, all, ['d', 'c', 'b', 'a']],
    ['round', 'once round, each round in the order of asking', twiceOnce, all, ['c', 'd', 'b', 'a']],
    [
      'freshFirst',
      'less time among those who have spoken as often',
      [
        ['a', 'for', 100],
        ['b', 'for', 20],
      ],
      all,
      ['c', 'd', 'b', 'a'],
    ],
    [
      'round',
      'no regard for how long somebody spoke',
      [
        ['a', 'for', 100],
        ['b', 'for', 20],
      ],
      all,
      ['c', 'd', 'a', 'b'],
    ],
    [
      'alternate',
      'the other side also among those who have spoken, before fewer speeches',
      [
        ['a', 'for', 10],
        ['a', 'for', 10],
        ['d', 'against', 10],
      ],
      [
        ['d', 'against'],
        ['a', 'for'],
      ],
      ['a', 'd'],
    ],
    [
      'alternate',
      'who has not spoken before the other side',
      [
        ['d', 'against', 10],
        ['x', 'for', 10],
      ],
      [
        ['d', 'against'],
        ['a', 'for'],
      ],
      ['a', 'd'],
    ],
    [
      'alternate',
      'questions and additions between the sides do not change the turn',
      [
        ['x', 'for', 10],
        ['y', 'question', 10],
        ['z', 'addition', 10],
      ],
      [
        ['a', 'for'],
        ['b', 'addition'],
        ['c', 'against'],
      ],
      ['c', 'a', 'b'],
    ],
    ['alternate', 'arrival as long as nobody has taken a side', [['x', 'question', 10]], all, ['a', 'b', 'c', 'd']],
  ] as const satisfies readonly (readonly [
    OrderPolicy,
    string,
    readonly Spoken[],
    readonly Asking[],
    readonly string[],
  ])[])('%s: %s', (policy, _, spoken, asking, expected) => {
    expect(order(floorOf(spoken, asking), policy)).toEqual(expected.map(seat))
  })

  it('answers whoever is speaking now, not only those who have finished', () => {
    const asking: readonly Asking[] = [
      ['a', 'against'],
      ['b', 'for'],
    ]
    expect(order(floorOf([], asking, ['x', 'against']), 'alternate')).toEqual([seat('b'), seat('a')])
  })

  it('counts what was said on this item alone, and by arrival when no item runs', () => {
    const floor = floorOf(twiceOnce, all)
    expect(order(floor, 'freshFirst', secondItem)).toEqual(['a', 'b', 'c', 'd'].map(seat))
    expect(order(floor, 'freshFirst', null)).toEqual(['a', 'b', 'c', 'd'].map(seat))
  })

  it('neither loses nor doubles anybody, and leaves the queue as it is', () => {
    for (const policy of ['arrival', 'freshFirst', 'alternate', 'round'] as const) {
      const floor = floorOf(twiceOnce, all)
      expect([...order(floor, policy)].sort()).toEqual(['a', 'b', 'c', 'd'].map(seat))
      expect(floor.queue.map((request) => request.seatId)).toEqual(['a', 'b', 'c', 'd'].map(seat))
    }
  })
})

describe('the limits of a form', () => {
  const openedAs = (change: Partial<SpeakingRules>): readonly MeetingEvent[] => [
    {
      type: 'meetingOpened',
      data: {
        ...opening,
        form: { ...plainForm, speeches: { ...plainSpeaking, ...change } },
        openedAt: EARLIER,
      },
    },
    signedIn(memberA),
    signedIn(memberB),
    itemStarted(firstItem),
  ]
  const twice = openedAs({ times: 2, policy: 'freshFirst' })
  const speech = [requested(memberA), speechStarted(memberA), speechEnded(memberA)]
  const again = { speechId: speechOf(memberA, 'again') }
  const ask = asking(memberA, again)

  it('let somebody speak as often as the form says, and no more', () => {
    given(...twice, ...speech)
      .when(ask, byMemberA)
      .thenEvents(requested(memberA, NOW, again))
    given(...twice, ...speech, ...speech)
      .when(ask, byMemberA)
      .thenRefused({ code: 'spokenEnough', times: 2 })
  })

  it('hold for the desk that raises a hand for somebody too', () => {
    given(...twice, ...speech, ...speech)
      .when(ask, byChair)
      .thenRefused({ code: 'spokenEnough', times: 2 })
  })

  it('begin anew with every item', () => {
    given(...twice, ...speech, ...speech, itemFinished(firstItem), itemStarted(secondItem))
      .when(ask, byMemberA)
      .thenEvents(requested(memberA, NOW, again))
  })

  it('are none where the form names none', () => {
    given(...openedAs({ times: null, policy: 'arrival' }), ...speech, ...speech, ...speech)
      .when(ask, byMemberA)
      .thenEvents(requested(memberA, NOW, again))
  })

  it('put whoever has not spoken before those who asked earlier, when 下一位 is called', () => {
    given(...twice, ...speech, requested(memberA), requested(memberB))
      .when({ type: 'callNextSpeaker', data: {} }, byChair)
      .thenEvents(speechStarted(memberB, NOW))
  })

  it('count finished speeches alone', () => {
    expect(timesSpoken(floorOf([['a', 'for', 10]], [], ['a', 'for']), firstItem, seat('a'))).toBe(1)
  })
})
