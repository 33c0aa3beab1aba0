import { daysBetween } from '../../../shared/core/china-time.ts'
import type { Rule } from '../../../shared/rules/rule.ts'

export type NoticeWord = { readonly state: 'ok' | 'short' | 'unlawful'; readonly words: string }

type Notice = {
  /** The day of the notice and that of the meeting in China, `YYYY-MM-DD`. */
  readonly noticedOn: string | null
  readonly on: string
  /** What the format asks: good custom. */
  readonly formatDays: number
  /** What the rule asks: with less the host opens no vote. Null where nothing is voted on. */
  readonly rule: Pick<Rule, 'announcedItemsOnly' | 'noticeDays' | 'noticeSource'> | null
  readonly region: string | null
  readonly items: readonly { readonly announced: boolean }[]
}

/** Whether the notice was early enough, in words: for the format, for the rule, and for what was not in it. */
export function noticeWords({ formatDays, items, noticedOn, on, region, rule }: Notice): readonly NoticeWord[] {
  const days = noticedOn === null ? 0 : Math.max(0, daysBetween(noticedOn, on))
  const since = noticedOn === null ? '还没有填公示日期' : `${dayWords(noticedOn)}公示`
  const words: NoticeWord[] = []
  if (noticedOn !== null && noticedOn > on) words.push({ state: 'short', words: '公示日期在开会之后，请核对' })
  else if (formatDays > 0) words.push(formatWord(formatDays, days, since, noticedOn === null))
  if (rule?.noticeDays !== undefined) words.push(ruleWord(rule, rule.noticeDays, days, since))
  const bound = rule?.announcedItemsOnly?.some((place) => region?.trim().startsWith(place)) ?? false
  const unannounced = items.filter((item) => !item.announced).length
  if (bound && unannounced > 0) {
    words.push({
      state: 'unlawful',
      words: `${region}规定：没有公示的议题不得表决。还有 ${unannounced} 个议题没有勾“已公示”`,
    })
  }
  return words
}

function formatWord(asked: number, days: number, since: string, unknown: boolean): NoticeWord {
  if (unknown) return { state: 'short', words: `这种形式一般会前公示 ${asked} 天，${since}；不填也能开会` }
  if (days >= asked) return { state: 'ok', words: `公示 ${asked} 天：${since.replace('公示', '已公示')}，够` }
  return { state: 'short', words: `公示 ${asked} 天：${since}，还差 ${asked - days} 天；照样能开会，请在会上说明` }
}

function ruleWord(
  { noticeSource }: NonNullable<Notice['rule']>,
  asked: number,
  days: number,
  since: string,
): NoticeWord {
  const source = noticeSource === undefined ? '' : `（${noticeSource}）`
  if (days >= asked) return { state: 'ok', words: `表决规则要求公示 ${asked} 天${source}：够` }
  return {
    state: 'unlawful',
    words: `表决规则要求公示 ${asked} 天${source}，这是硬性规定：${since}，还差 ${asked - days} 天，会上不能表决`,
  }
}

/** `11月19日`. */
function dayWords(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日`
}
