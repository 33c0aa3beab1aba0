import type { ScreenShown } from '../../../shared/meeting/hall-screen/messages.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { chosenPage } from '../../screen/showing.ts'

type PlainPage = Exclude<ScreenShown['page'], 'break' | 'text'>

type PageChoice = {
  readonly page: PlainPage
  readonly name: string
  /** Why it has nothing to show now; null when it has. */
  readonly empty: string | null
}

const pages: readonly PageChoice[] = [
  { page: 'follow', name: '跟随会议', empty: null },
  { page: 'join', name: '入场', empty: null },
  { page: 'item', name: '议题', empty: '现在没有在议的议题' },
  { page: 'floor', name: '发言', empty: '现在没有在议的议题' },
  { page: 'vote', name: '表决', empty: '现在没有表决' },
  { page: 'result', name: '结果', empty: '还没有表决结果' },
]

/** The pages of the hall screen that take one press, and which of them have something to show. */
export const pageChoices = (meeting: HeldMeeting): readonly PageChoice[] =>
  pages.map((choice) => {
    const shows = choice.page === 'follow' || chosenPage(meeting, { page: choice.page }) !== null
    return shows ? { ...choice, empty: null } : choice
  })

/** What the hall screen does now, in a word: a chosen page that has nothing to show follows the meeting. */
export function shownName(meeting: HeldMeeting): string {
  const { shown } = meeting
  if (shown.page === 'break') return '休息'
  if (shown.page === 'text') return '一句话'
  const page = chosenPage(meeting, shown) === null ? 'follow' : shown.page
  return pages.find((choice) => choice.page === page)?.name ?? '跟随会议'
}
