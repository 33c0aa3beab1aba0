import { chinaDate } from '../../../../shared/core/china-time.ts'
import type { ItemId } from '../../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { circumstancesOf } from '../../../../shared/meeting/voting/electorate.ts'
import { noticedMeeting } from '../../../../shared/meeting/written-votes/noticed.ts'
import { circumstanceReasons } from '../../../../shared/rules/evaluate.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { dayWords } from '../day-words.ts'

const DAY_MS = 24 * 60 * 60 * 1000

type Noticed = {
  /** 公示 of this vote, `YYYY-MM-DD`; null: that of the meeting. */
  readonly noticedOn: string | null
  readonly meeting: Pick<HeldMeeting, 'agenda' | 'noticedOn' | 'region' | 'startsAt'>
  readonly itemId: ItemId
  readonly rule: Rule | null
  /** When it would be opened, ms since 1970. */
  readonly now: number
}

/** From when to when the notice counts, and whether that is enough for the rule; `short` where it is not. */
export function noticedWords({ itemId, meeting, noticedOn, now, rule }: Noticed): {
  readonly short: boolean
  readonly words: string
} {
  const own = noticedOn !== null
  const circumstances = circumstancesOf(noticedMeeting(meeting, { itemId, noticedOn }, now), itemId, now)
  const days = circumstances.noticeDays ?? 0
  const counted = own
    ? `${dayWords(noticedOn)}公示，到今天 ${days} 天`
    : meeting.noticedOn === null
      ? '会议没有公示日期'
      : `按会议的公示算：${dayWords(meeting.noticedOn)}公示，到开会那天 ${days} 天`
  const asked = rule?.noticeDays
  if (rule === null || asked === undefined) {
    return { short: false, words: own ? `${counted}。` : '这件事单独公示过的，填公示那一天；没有单独公示的不填。' }
  }
  const source = rule.noticeSource === undefined ? '' : `（${rule.noticeSource}）`
  const wanted = `规则要公示满 ${asked} 天${source}`
  // As the host looks at it: it never refuses what was enough here.
  const short = circumstanceReasons(rule, circumstances).includes('noticeTooShort')
  if (!short) return { short, words: `${wanted}：${counted}，够。` }
  if (!own) return { short, words: `${wanted}：${counted}，不够。这件事单独公示过的，请填公示那一天。` }
  const from = dayWords(chinaDate(Date.parse(noticedOn) + asked * DAY_MS))
  return { short, words: `${wanted}：${counted}，还差 ${asked - days} 天，${from}起可以发起。` }
}
