import { describe, expect, it } from 'vitest'
import { pageChoices, shownName } from '../../../../renderer/desk/hall-screen/page-choices.ts'
import type { ScreenShown } from '../../../../shared/meeting/hall-screen/messages.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { firstItem, itemStarted, memberA, memberB, voteClosed, voteOpened } from '../../../fixtures/small-meeting.ts'
import { heldAfter } from '../attendee/held-meeting.ts'

const shows = (shown: ScreenShown): MeetingEvent => ({ type: 'screenSwitched', data: { shown } })
const ready = (...events: MeetingEvent[]) =>
  pageChoices(heldAfter(...events)).flatMap(({ empty, name }) => (empty === null ? [name] : []))
const voting = [itemStarted(firstItem), voteOpened([memberA, memberB])]

describe('the desk chooses a page of the hall screen', () => {
  it('from those that have something to show', () => {
    expect(ready()).toEqual(['跟随会议', '入场'])
    expect(ready(itemStarted(firstItem))).toEqual(['跟随会议', '入场', '议题', '发言'])
    expect(ready(...voting)).toEqual(['跟随会议', '入场', '议题', '发言', '表决'])
    expect(ready(...voting, voteClosed(true))).toEqual(['跟随会议', '入场', '议题', '发言', '结果'])
  })

  it('and reads why the others have none', () => {
    const vote = pageChoices(heldAfter()).find(({ page }) => page === 'vote')
    expect(vote?.empty).toBe('现在没有表决')
  })

  it('and sees which is on', () => {
    expect(shownName(heldAfter())).toBe('跟随会议')
    expect(shownName(heldAfter(shows({ page: 'join' })))).toBe('入场')
    expect(shownName(heldAfter(shows({ page: 'break', until: null, text: null })))).toBe('休息')
    expect(shownName(heldAfter(shows({ page: 'text', text: '安静' })))).toBe('一句话')
  })

  it('and that the screen follows when the chosen page has run out', () => {
    expect(shownName(heldAfter(shows({ page: 'vote' })))).toBe('跟随会议')
  })
})
