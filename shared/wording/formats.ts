import type { Format, MeetingForm, PaperKind, Recurrence } from '../formats/format.ts'
import type { Standing } from '../formats/recurrence.ts'

/** How an item ends. */
export const decisionNames: Readonly<Record<MeetingForm['decision'], string>> = {
  vote: '表决',
  consensus: '形成共识',
  record: '办完补记',
}

export const paperNames: Readonly<Record<PaperKind, string>> = {
  notice: '会议公示',
  signInSheet: '签到表',
  record: '会议记录',
  minutes: '会议纪要',
  worksheet: '工单',
  ballots: '表决票',
  resultNotice: '结果公示',
  assessment: '评议表',
  dispatch: '现场处置单',
  register: '四议两公开登记表',
}

export const votingKindNames: Readonly<Record<Format['votingKinds'][number], string>> = {
  convener: '召集人',
  standing: '常任议事委员',
  public: '公众议事委员',
  scribe: '话事员',
}

type Words = { readonly every: string; readonly present: string; readonly before: string }

const periods: Readonly<Record<Recurrence['per'], Words>> = {
  week: { every: '每周', present: '本周', before: '上周' },
  month: { every: '每月', present: '本月', before: '上月' },
  quarter: { every: '每季度', present: '本季度', before: '上季度' },
  year: { every: '每年', present: '今年', before: '去年' },
}

export const everyPeriod = (per: Recurrence['per']): string => periods[per].every

/** `每月 1 次`; what does not recur is held when there is need. */
export const recurrenceText = (recurrence: Recurrence | null): string =>
  recurrence === null ? '按需召开' : `${periods[recurrence.per].every} ${recurrence.times} 次`

/** What a secretary is told of a format that recurs; null while there is nothing to be told. */
export function reminderText({ daysLeft, held, missed, recurrence, state }: Standing): string | null {
  const { before, present } = periods[recurrence.per]
  const needed = recurrence.times
  const so = held === 0 ? `${present}还没开` : `${present}开了 ${held} 次，还差 ${needed - held} 次`
  const left = daysLeft === 0 ? '今天是最后一天' : `还剩 ${daysLeft} 天`
  const words = [
    state === 'due' ? `${so}（${recurrenceText(recurrence)}），${left}` : '',
    missed > 0 ? `${before}缺 ${missed} 次` : '',
  ].filter((word) => word !== '')
  return words.length === 0 ? null : words.join('；')
}

/** `2 分钟`, `1 分 30 秒`, `45 秒`. */
export function lengthText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return `${rest} 秒`
  return rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`
}
