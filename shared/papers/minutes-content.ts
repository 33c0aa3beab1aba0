import { chinaDate } from '../core/china-time.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { LedgerState } from '../worksheets/ledger.ts'
import {
  type AttendanceLists,
  attendanceLists,
  listedName,
  type Names,
  nameOf,
  partiesThatCame,
} from './attendance-lists.ts'
import { dateAt, period } from './chinese-dates.ts'
import { type ItemNotes, itemSection, type MinutesSection, worksheetSection } from './item-section.ts'
import { namedSection } from './named-ballots.ts'
import { oneLine } from './plain-text.ts'
import { quorumSentence } from './quorum-sentence.ts'
import { writtenSection } from './written-section.ts'

/** What is printed on every page of a practice meeting's papers. */
const PRACTICE_MARK = '练习，不作为正式文书'
const DRAFT_MARK = '草稿，会议尚未散会'

/** 会议纪要, ready to be laid out: on paper as on the screen. */
export type MinutesContent = {
  readonly kind: 'minutes'
  /** 练习 or 草稿, to be printed on every page; null on the paper that counts. */
  readonly mark: string | null
  readonly practice: boolean
  readonly title: string
  /** The meeting's own name and its day, `YYYY-MM-DD`: what the file is called after. */
  readonly meetingTitle: string
  readonly day: string
  readonly lead: readonly string[]
  readonly sections: readonly MinutesSection[]
  /** 出席 (登记 where nobody signs in), 请假, 列席, in this order; a line without names is left out. */
  readonly people: readonly { readonly label: string; readonly names: readonly string[] }[]
  /** Lines to be signed by hand. */
  readonly signatures: readonly string[]
  /** 署名 and 成文日期. */
  readonly signedBy: string
  readonly date: string
}

/** What the minutes draw on besides the meeting itself. */
type MinutesSources = {
  readonly names: Names
  readonly notes: ItemNotes
  /** The council's worksheets; null when there are none yet. */
  readonly ledger: LedgerState | null
  /** Wall clock, ms since 1970. */
  readonly now: number
}

/** The minutes of a meeting. Every figure of a vote is in the sentence that was announced and stored with its verdict. */
export function minutesContent(meeting: HeldMeeting, { ledger, names, notes, now }: MinutesSources): MinutesContent {
  const lists = attendanceLists(meeting)
  const endedAt = meeting.phase === 'open' ? null : meeting.closedAt
  const items = meeting.agenda.map((item, index) =>
    itemSection(meeting, item, { number: index + 1, names, notes, ledger }),
  )
  const sections = [...items]
  for (const section of [
    (number: number) => writtenSection(meeting, number),
    (number: number) => worksheetSection(meeting, { number, ledger }),
    (number: number) => namedSection(meeting, { number, names }),
  ]) {
    const next = section(sections.length + 1)
    if (next !== null) sections.push(next)
  }
  return {
    kind: 'minutes',
    mark: markOf(meeting),
    practice: meeting.practice,
    title: minutesTitle(meeting.title),
    meetingTitle: oneLine(meeting.title),
    day: chinaDate(meeting.startsAt),
    lead: leadOf(meeting, lists, { names, endedAt }),
    sections,
    people: peopleOf(meeting, lists, names),
    signatures: ['主持人：', '记录人：'],
    signedBy: oneLine(meeting.councilName),
    date: dateAt(endedAt ?? now),
  }
}

export const markOf = (meeting: HeldMeeting): string | null => {
  if (meeting.practice) return PRACTICE_MARK
  return meeting.phase === 'open' ? DRAFT_MARK : null
}

/** …第一次会议（示例） becomes …第一次会议纪要（示例）; whatever is called something else gets 会议纪要. */
function minutesTitle(meetingTitle: string): string {
  const title = oneLine(meetingTitle)
  const [, name = title, aside = ''] = /^(.*?)((?:（[^（）]*）|\([^()]*\))?)$/.exec(title) ?? []
  return name.endsWith('会议') ? `${name}纪要${aside}` : `${title}会议纪要`
}

function leadOf(
  meeting: HeldMeeting,
  lists: AttendanceLists,
  { endedAt, names }: { readonly endedAt: number | null; readonly names: Names },
): readonly string[] {
  const recorded = meeting.form.decision === 'record'
  const held = `${period(meeting.startsAt, endedAt)}，在${oneLine(meeting.place)}${recorded ? '进行' : '召开'}${oneLine(meeting.title)}（会议形式：${oneLine(meeting.format)}）。`
  const beginning = `${held}${dutiesOf(meeting, names)}${countsOf(meeting, lists)}${proxiesOf(meeting, names)}${partiesOf(meeting, lists)}${quorumSentence(meeting, lists.entitled)}`
  if (meeting.agenda.length === 0) return [`${beginning}本次会议没有议题。`]
  return [beginning, recorded ? '现将处置情况记录如下：' : '现将议定事项纪要如下：']
}

function dutiesOf({ chair, scribe }: HeldMeeting, names: Names): string {
  if (chair === scribe) return `会议由${nameOf(names, chair)}主持并记录。`
  return `会议由${nameOf(names, chair)}主持，话事员${nameOf(names, scribe)}记录。`
}

function countsOf(
  { attendance, form }: HeldMeeting,
  { absent, entitled, excusedVoters, onlookers, present }: AttendanceLists,
): string {
  if (!form.rollCall) return roughlyCounted(attendance.headcount, present.length + onlookers.length)
  const counts = [`应到${entitled}人`, `先后到会${present.length}人`, `请假${excusedVoters}人`]
  if (absent > 0) counts.push(`缺席${absent}人`)
  return `${counts.join('，')}；列席${onlookers.length}人。`
}

function roughlyCounted(headcount: number | null, registered: number): string {
  const named = registered === 0 ? '' : `，登记姓名${registered}人`
  return headcount === null ? `未逐一签到${named}。` : `到场约${headcount}人（未逐一签到${named}）。`
}

/** 委托表决: who had somebody else vote. */
function proxiesOf({ attendance }: HeldMeeting, names: Names): string {
  const said = attendance.delegations.map(
    ({ proxyId, seatId }) => `${nameOf(names, seatId)}委托${nameOf(names, proxyId)}代为表决`,
  )
  return said.length === 0 ? '' : `${said.join('，')}。`
}

function partiesOf(meeting: HeldMeeting, lists: AttendanceLists): string {
  const parties = partiesThatCame(meeting, lists)
  if (parties === null) return ''
  const { came, missing } = parties
  const said = [
    ...(came.length === 0 ? [] : [`${came.join('、')}到会`]),
    ...(missing.length === 0 ? [] : [`${missing.join('、')}没有到会`]),
  ]
  return said.length === 0 ? '' : `${said.join('，')}。`
}

function peopleOf(meeting: HeldMeeting, lists: AttendanceLists, names: Names): MinutesContent['people'] {
  const came = meeting.form.rollCall
    ? { label: '出席', seats: lists.present }
    : { label: '登记', seats: [...lists.present, ...lists.onlookers] }
  const lines = [
    came,
    { label: '请假', seats: lists.excused },
    { label: '列席', seats: meeting.form.rollCall ? lists.onlookers : [] },
  ]
  return lines
    .filter(({ seats }) => seats.length > 0)
    .map(({ label, seats }) => ({ label, names: seats.map((seat) => listedName(meeting, names, seat)) }))
}
