import { describe, expect, it } from 'vitest'
import { writtenLine } from '../../../../renderer/screen/written-line.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { firstItem, itemFinished, itemStarted, opened } from '../../../fixtures/small-meeting.ts'
import { asking, closeWritten, play } from '../../../fixtures/written-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

const started = itemStarted(firstItem, NOW - 1)
const closed: readonly MeetingEvent[] = play([opened, ...asking], closeWritten).events

describe('a written vote on the hall screen', () => {
  it('needs no line while its papers are out: it has a page, and after its item none', () => {
    expect(writtenLine(heldAfter(started, ...asking))).toBeNull()
    expect(writtenLine(heldAfter(started, ...asking, ...closed, itemFinished(firstItem)))).toBeNull()
  })

  it('is told of with its sentence once it was closed while the item ran, and not before that', () => {
    const ended = writtenLine(heldAfter(started, ...asking, ...closed))
    expect(ended?.words).toBe('书面表决，已统计：更换小区大门')
    expect(ended?.sentence).toContain('发出 2 份，收回 1 份')
    expect(writtenLine(heldAfter(...asking, ...closed, itemStarted(firstItem, NOW + 1)))).toBeNull()
  })

  it('leaves the sentence out where the resolution stands on the page already', () => {
    const passed = closed.map(
      (event): MeetingEvent =>
        event.type === 'writtenVoteClosed'
          ? { ...event, data: { ...event.data, verdict: { ...event.data.verdict, outcome: 'passed' } } }
          : event,
    )
    expect(writtenLine(heldAfter(started, ...asking, ...passed))).toEqual({
      words: '书面表决，通过：更换小区大门',
      sentence: null,
    })
  })

  it('says nothing where nothing is asked in writing', () => {
    expect(writtenLine(heldAfter(started))).toBeNull()
  })
})
