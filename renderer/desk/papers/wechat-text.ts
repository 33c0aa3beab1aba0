import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { ItemId, ResolutionId } from '../../../shared/core/ids.ts'
import { entriesOf } from '../../../shared/core/per-item.ts'
import { conclusionOf, repeatsConclusion } from '../../../shared/meeting/conclusions/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { outcomeOf } from '../../../shared/meeting/voting/outcome.ts'
import { attendanceLists } from '../../../shared/papers/attendance-lists.ts'
import { dateAt, writtenDate } from '../../../shared/papers/chinese-dates.ts'
import { oneLine } from '../../../shared/papers/plain-text.ts'
import { figuresText } from '../../../shared/papers/vote-figures.ts'
import { writtenFiguresText } from '../../../shared/papers/written-vote-text.ts'
import { cautionSentences } from '../../../shared/wording/cautions.ts'
import { outcomeNames, outcomeWord } from '../../../shared/wording/vote-words.ts'

/** What fits on a phone without 展开 being pressed twice. */
export const WECHAT_LENGTH = 500

const CLOSING = '完整内容见会议纪要，有不同意见请找话事员。'
const CUT = '……'
/** Numbers are never cut: only long lists of names are. */
const MIN_FIGURES = 60
/** How long titles and matters may be, tried one after the other until everything fits. */
const CLIPS = [Number.POSITIVE_INFINITY, 60, 36, 24, 14]

type Detail = { readonly clip: number; readonly points: boolean }

/**
 * What was decided, for the residents' group: at most 500 characters, every result with its figures, at the end the rule
 * and the caution that belong to them. When there is too much of it, the points go first, then matters are shortened;
 * votes and what became of them go last.
 */
export function wechatText(meeting: HeldMeeting): string {
  const attempts = CLIPS.map((clip) => textWith(meeting, { clip, points: false }))
  const whole = textWith(meeting, { clip: Number.POSITIVE_INFINITY, points: true })
  const fitting = [whole, ...attempts].find((text) => text.length <= WECHAT_LENGTH)
  return fitting ?? cutBefore(attempts.at(-1) ?? whole, [CUT, ...closingLines(meeting)].join('\n'))
}

function textWith(meeting: HeldMeeting, detail: Detail): string {
  const items = meeting.agenda.flatMap((item, index) =>
    item.phase === 'planned' && writtenLines(meeting, item.itemId, 1).length === 0
      ? []
      : itemLines(meeting, { itemId: item.itemId, title: item.title, index }, detail),
  )
  return [...headLines(meeting), ...items, ...closingLines(meeting)].join('\n')
}

/** No result without the rule it follows. */
function closingLines({ form, voting }: HeldMeeting): readonly string[] {
  const rules = voting.past.flatMap(({ phase, terms }) =>
    phase === 'closed' && terms.rule !== null ? [terms.rule] : [],
  )
  const named = rules.map(({ checked, name }) => `“${oneLine(name)}”${checked === null ? '（依据待核对）' : ''}`)
  return [
    ...(named.length === 0 ? [] : [`表决规则：${[...new Set(named)].join('、')}`]),
    ...(form.cautions.includes('owners') ? [cautionSentences.owners] : []),
    CLOSING,
  ]
}

function headLines(meeting: HeldMeeting): readonly string[] {
  const when = `${oneLine(meeting.councilName)}，${dateAt(meeting.startsAt)}`
  return [`${meeting.practice ? '【练习】' : ''}【${oneLine(meeting.title)}】`, `${when}${countsOf(meeting)}。`]
}

function countsOf(meeting: HeldMeeting): string {
  const { headcount } = meeting.attendance
  if (!meeting.form.rollCall) return headcount === null ? '' : `，到场约 ${headcount} 人`
  const { entitled, present } = attendanceLists(meeting)
  return `，应到 ${entitled} 人，实到 ${present.length} 人`
}

function itemLines(
  meeting: HeldMeeting,
  { index, itemId, title }: { readonly itemId: ItemId; readonly title: string; readonly index: number },
  { clip, points }: Detail,
): readonly string[] {
  const heading = `${chineseNumber(index + 1)}、${clipped(title, clip)}`
  const agreed = points ? pointsOf(meeting, itemId, 'agreed', '议定') : []
  const todo = points ? pointsOf(meeting, itemId, 'todo', '待办') : []
  return [
    heading,
    ...agreed,
    ...conclusionLines(meeting, itemId, clip),
    ...voteLines(meeting, itemId, clip),
    ...writtenLines(meeting, itemId, clip),
    ...todo,
  ]
}

function pointsOf(
  { conclusions, minutes }: HeldMeeting,
  itemId: ItemId,
  kind: 'agreed' | 'todo',
  name: string,
): readonly string[] {
  return entriesOf(minutes, itemId)
    .filter((point) => point.kind === kind && !repeatsConclusion(conclusions, itemId, point.text))
    .map((point) => `${name}：${oneLine(point.text)}`)
}

const outcomes = { reached: '形成共识', notReached: '未形成共识', handled: '现场处置' } as const

function conclusionLines(meeting: HeldMeeting, itemId: ItemId, clip: number): readonly string[] {
  const conclusion = conclusionOf(meeting.conclusions, itemId)
  if (conclusion === null) return []
  const { outcome, resolutionId, text } = conclusion
  return [`${outcomes[outcome]}：${clipped(text, clip)}`, ...dutyLines(meeting, resolutionId, clip)]
}

/** Who does what was resolved, by when; nothing where it was given to nobody. */
function dutyLines({ followUp }: HeldMeeting, resolutionId: ResolutionId | null, clip: number): readonly string[] {
  const given = followUp.find((one) => one.resolutionId === resolutionId)
  return given === undefined ? [] : [`交办：${clipped(given.unit, clip)}，${writtenDate(given.dueOn)}前办结`]
}

function voteLines(meeting: HeldMeeting, itemId: ItemId, clip: number): readonly string[] {
  const { past, resolutions } = meeting.voting
  return past
    .filter((vote) => vote.itemId === itemId)
    .flatMap((vote) => {
      const matter = clipped(vote.motion, clip)
      if (vote.phase === 'void') return [`作废：${matter}`]
      const { terms, verdict } = vote
      const outcome = outcomeOf(verdict) === 'invalid' ? '无效' : outcomeWord(terms.question, verdict)
      const figured = clipped(figuresText(vote), Math.max(clip, MIN_FIGURES))
      const resolution = resolutions.find((one) => one.voteId === vote.voteId)
      return [`${outcome}：${matter}（${figured}）`, ...dutyLines(meeting, resolution?.resolutionId ?? null, clip)]
    })
}

function writtenLines(meeting: HeldMeeting, itemId: ItemId, clip: number): readonly string[] {
  const { voting, writtenVotes } = meeting
  return writtenVotes
    .filter((vote) => vote.itemId === itemId)
    .flatMap((vote) => {
      const matter = clipped(vote.motion, clip)
      if (vote.phase === 'open') return []
      if (vote.phase === 'void') return [`书面表决作废：${matter}`]
      const { figures, outcome } = vote.verdict
      const told = `书面表决${outcome === 'invalid' ? '无效' : outcomeNames[outcome]}：${matter}（${writtenFiguresText(figures)}）`
      const resolution = voting.resolutions.find((one) => one.voteId === vote.voteId)
      return [told, ...dutyLines(meeting, resolution?.resolutionId ?? null, clip)]
    })
}

function clipped(text: string, length: number): string {
  const line = oneLine(text)
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(HALF_PAIR, '')}…`
}

/** Whole lines as long as they fit, then what stands at the end of every text. */
function cutBefore(text: string, end: string): string {
  const kept: string[] = []
  let size = end.length
  for (const line of text.split('\n')) {
    size += line.length + 1
    if (size > WECHAT_LENGTH) break
    kept.push(line)
  }
  return [...kept, end].join('\n')
}

/** The first half of a pair, of which the cut took the second. */
const HALF_PAIR = /[\ud800-\udbff]$/
