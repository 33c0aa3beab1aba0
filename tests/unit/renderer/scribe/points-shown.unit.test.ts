import { describe, expect, test } from 'vitest'
import { isChangedPoint, isNewPoint } from '../../../../renderer/desk/scribe/drafts.ts'
import { pointsShown } from '../../../../renderer/desk/scribe/points-shown.ts'
import type { CommandFrame } from '../../../../shared/protocol/client-frames.ts'
import { meetingStream } from '../../../../shared/streams/stream-name.ts'
import { id } from '../../../fixtures/ids.ts'
import { firstItem, opening, secondItem } from '../../../fixtures/small-meeting.ts'

const { meetingId } = opening
const saved = { pointId: id.point('saved1'), kind: 'opinion', text: '先做防水' } as const
const meeting = {
  meetingId,
  minutes: [
    { itemId: firstItem, entries: [saved] },
    { itemId: secondItem, entries: [] },
  ],
}

const frame = (
  type: string,
  data: unknown,
  stream: CommandFrame['stream'] = meetingStream(meetingId),
): CommandFrame => ({
  t: 'command',
  id: 'cm_000001' as CommandFrame['id'],
  stream,
  seatId: null,
  type,
  data,
})

const fresh = { pointId: id.point('fresh1'), itemId: firstItem, kind: 'todo', text: '物业答复' } as const

describe('the points of an item', () => {
  test('show what the host has not answered yet, marked as unsaved', () => {
    expect(pointsShown(meeting, firstItem, [frame('addPoint', fresh)])).toEqual([
      { ...saved, unsaved: false },
      { pointId: fresh.pointId, kind: 'todo', text: '物业答复', unsaved: true },
    ])
  })

  test('show a point once when its event came before the answer to its command', () => {
    const again = frame('addPoint', { ...saved, itemId: firstItem })
    expect(pointsShown(meeting, firstItem, [again])).toEqual([{ ...saved, unsaved: false }])
  })

  test('show the newest words of a point whose change waits, and not a point whose removal waits', () => {
    const revised = { ...saved, itemId: firstItem, kind: 'agreed', text: '先做防水检测' }
    expect(pointsShown(meeting, firstItem, [frame('revisePoint', revised)])).toEqual([
      { pointId: saved.pointId, kind: 'agreed', text: '先做防水检测', unsaved: true },
    ])
    const removal = frame('withdrawPoint', { pointId: saved.pointId, itemId: firstItem })
    expect(pointsShown(meeting, firstItem, [removal])).toEqual([])
  })

  test('come back when a removal that waits is undone', () => {
    const waiting = [
      frame('withdrawPoint', { pointId: saved.pointId, itemId: firstItem }),
      frame('addPoint', { ...saved, itemId: firstItem }),
    ]
    expect(pointsShown(meeting, firstItem, waiting)).toEqual([{ ...saved, unsaved: true }])
  })

  test('do not mix with those of another item, of another meeting, or with other commands', () => {
    const others = [
      frame('addPoint', { ...fresh, itemId: secondItem }),
      frame('addPoint', fresh, meetingStream(id.meeting('another1'))),
      frame('signIn', { seatId: 'st_000001' }),
      frame('addPoint', { text: 'not a point' }),
    ]
    expect(pointsShown(meeting, firstItem, others)).toEqual([{ ...saved, unsaved: false }])
  })
})

describe('a draft that was kept', () => {
  test('is taken up only when it is one', () => {
    expect(isNewPoint({ kind: 'todo', text: '' })).toBe(true)
    expect([null, 'x', {}, { kind: 'vote', text: '' }, { kind: 'todo', text: 1 }].some(isNewPoint)).toBe(false)
  })

  test('of a change names the point and what it said before', () => {
    const change = { kind: 'todo', text: '甲', before: '乙', itemId: firstItem, pointId: saved.pointId }
    expect([null, change].every(isChangedPoint)).toBe(true)
    expect(
      [{ ...change, pointId: 'nobody' }, { ...change, itemId: null }, { ...change, before: null }, 'x'].some(
        isChangedPoint,
      ),
    ).toBe(false)
  })
})
