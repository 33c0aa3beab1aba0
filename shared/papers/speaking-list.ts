import type { ItemId, SeatId } from '../core/ids.ts'
import { entriesOf } from '../core/per-item.ts'
import { seatOf } from '../meeting/attendance/state.ts'
import type { Speech, Unspoken } from '../meeting/floor/state.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import { seatKindNames } from '../wording/seat-kinds.ts'
import { speechKindNames, speechStanceNames, UNNAMED } from '../wording/speech-words.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import { clockTime } from './chinese-dates.ts'
import { linesOf, oneLine } from './plain-text.ts'

/** One speech as 发言记录 has it: a row of facts, and beneath it 要点 and 书面答复 where there are any. */
export type SpeechLine = {
  readonly time: string
  readonly name: string
  readonly seat: string
  readonly what: string
  readonly length: string
  readonly beneath: readonly string[]
}

/** The facts of a row, from left to right. */
export const speechFacts = ['time', 'name', 'seat', 'what', 'length'] as const satisfies readonly (keyof SpeechLine)[]

/** What stands over each of them. */
export const speechColumns: Readonly<Record<(typeof speechFacts)[number], string>> = {
  time: '时间',
  name: '姓名',
  seat: '席位',
  what: '立场或类别',
  length: '时长',
}

const whyUnspoken: Readonly<Record<Unspoken['why'], string>> = {
  withdrawn: '撤回',
  passed: '过',
  left: '离场',
  tookChair: '改为主持',
  dropped: '未轮到',
  itemFinished: '议题结束',
}

/** The speeches on an item in the order in which they began. */
export function speechLines(meeting: HeldMeeting, itemId: ItemId, names: Names): readonly SpeechLine[] {
  return [...entriesOf(meeting.floor.speeches, itemId)]
    .sort((a, b) => a.startedAt - b.startedAt)
    .map((speech) => ({
      time: clockTime(speech.startedAt),
      name: speakerName(names, speech.seatId),
      seat: seatWords(meeting, speech.seatId),
      what: whatWords(speech),
      length: lengthWords(speech.spokenMs),
      beneath: [...labelled('要点', speech.note), ...labelled('书面答复', speech.writtenAnswer)],
    }))
}

/** 未发言：赵委员（撤回）、钱委员（过）: who asked for the floor and never had it; null when everybody had. */
export function unspokenLine(meeting: HeldMeeting, itemId: ItemId, names: Names): string | null {
  const counts = new Map<string, number>()
  for (const { seatId, why } of entriesOf(meeting.floor.unspoken, itemId)) {
    const words = `${speakerName(names, seatId)}（${whyUnspoken[why]}`
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const said = [...counts].map(([words, times]) => `${words}${times === 1 ? '' : `${times}次`}）`)
  return said.length === 0 ? null : `未发言：${said.join('、')}。`
}

const speakerName = (names: Names, seatId: SeatId | null): string => (seatId === null ? UNNAMED : nameOf(names, seatId))

/** As what somebody sits there, for whom, and with which duty. */
function seatWords({ attendance }: HeldMeeting, seatId: SeatId | null): string {
  const seat = seatId === null ? undefined : seatOf(attendance, seatId)
  if (seat === undefined) return ''
  return [seatKindNames[seat.kind], seat.party, seat.duty].flatMap((said) => oneLine(said ?? '') || []).join('，')
}

function whatWords({ category, kind, stance }: Speech): string {
  if (kind === 'ordinary') return stance === null ? speechKindNames.ordinary : speechStanceNames[stance]
  return category === null ? speechKindNames[kind] : `${speechKindNames[kind]}：${oneLine(category.name)}`
}

/** `1分30秒`, `45秒`, `3分`. */
function lengthWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds === 0) return '不到1秒'
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return `${minutes === 0 ? '' : `${minutes}分`}${rest === 0 ? '' : `${rest}秒`}`
}

function labelled(label: string, text: string | null): readonly string[] {
  return linesOf(text ?? '').map((line, index) => (index === 0 ? `${label}：${line}` : line))
}
