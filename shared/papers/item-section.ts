import type { ItemId } from '../core/ids.ts'
import { entriesOf } from '../core/per-item.ts'
import type { AgendaItem } from '../meeting/agenda/state.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { LedgerState } from '../worksheets/ledger.ts'
import { writtenDate } from './chinese-dates.ts'
import { notesParagraphs } from './notes-paragraphs.ts'
import { ordinal } from './ordinals.ts'
import { type PaperParagraph, plain } from './paragraph.ts'
import { linesOf, oneLine, sentence } from './plain-text.ts'
import { worksheetNumber } from './worksheet-number.ts'

/** 一、… with what stands directly under it and its parts （一）…. */
export type MinutesSection = {
  readonly heading: string
  readonly paragraphs: readonly PaperParagraph[]
  readonly parts: readonly { readonly heading: string; readonly paragraphs: readonly PaperParagraph[] }[]
}

/** The people's notes of each item, as the editor keeps them; `damaged` when their file cannot be read. */
export type ItemNotes = ReadonlyMap<ItemId, unknown> | 'damaged'

/** Stands where the notes would: whoever reads the paper must know that something is missing. */
export const NOTES_DAMAGED = '〔笔记文件损坏，未能收入〕'

type PastVote = HeldMeeting['voting']['past'][number]

/** One agenda item: what was said, held and decided, and by which votes. */
export function itemSection(
  meeting: HeldMeeting,
  item: AgendaItem,
  {
    ledger,
    notes,
    number,
  }: {
    readonly number: number
    readonly notes: ItemNotes
    readonly ledger: LedgerState | null
  },
): MinutesSection {
  const points = (kind: 'opinion' | 'agreed' | 'todo') =>
    entriesOf(meeting.minutes, item.itemId)
      .filter((point) => point.kind === kind)
      .map((point) => [sentence(point.text.trimEnd())])
  const parts = [
    { name: '讨论情况', paragraphs: discussion(item, notes) },
    { name: '会议认为', paragraphs: numbered(points('opinion')) },
    {
      name: '会议议定',
      paragraphs: numbered([...points('agreed'), ...decided(meeting, item, ledger)]),
    },
    { name: '依据规则与票数', paragraphs: numbered(votes(meeting, item).map((text) => [text])) },
    { name: '待办事项', paragraphs: numbered(points('todo')) },
  ].filter(({ paragraphs }) => paragraphs.length > 0)
  const state = stateOf(item, parts.length > 0)
  return {
    heading: `${ordinal(1, number)}${oneLine(item.title)}`,
    paragraphs: state === null ? [] : [plain(state)],
    parts: parts.map(({ name, paragraphs }, index) => ({ heading: `${ordinal(2, index + 1)}${name}`, paragraphs })),
  }
}

/** What was noted of an item. Of one that nobody talked about, a damaged file takes nothing away. */
function discussion({ itemId, phase }: AgendaItem, notes: ItemNotes): readonly PaperParagraph[] {
  if (notes === 'damaged') return phase === 'planned' ? [] : [plain(NOTES_DAMAGED)]
  return notesParagraphs(notes.get(itemId))
}

/** 工单: what was given to whom, at the end; null when nothing was. */
export function worksheetSection(
  { followUp, meetingId, practice, voting }: HeldMeeting,
  { ledger, number }: { readonly number: number; readonly ledger: LedgerState | null },
): MinutesSection | null {
  if (followUp.length === 0) return null
  const lines = followUp.map(({ dueOn, resolutionId, unit }) => {
    const matter = voting.resolutions.find((resolution) => resolution.resolutionId === resolutionId)?.text ?? ''
    const worksheet = worksheetNumber(ledger, { meetingId, resolutionId, practice })
    return [
      `${sentence(oneLine(matter))}工单编号：${worksheet ?? '待编号'}。责任单位：${oneLine(unit)}。完成时限：${writtenDate(dueOn)}。`,
    ]
  })
  return { heading: `${ordinal(1, number)}红色议事工单`, paragraphs: numbered(lines), parts: [] }
}

/** What must be said of an item that was not talked about, or of which nothing is on record. */
function stateOf(item: AgendaItem, onRecord: boolean): string | null {
  if (item.phase === 'planned') return '本次会议没有讨论这个议题。'
  if (onRecord) return null
  return item.phase === 'running' ? '这个议题正在讨论。' : '会议讨论了这个议题，没有形成议定事项。'
}

function decided(
  { followUp, meetingId, practice, voting }: HeldMeeting,
  { itemId }: AgendaItem,
  ledger: LedgerState | null,
): readonly (readonly string[])[] {
  return voting.resolutions
    .filter((resolution) => resolution.itemId === itemId)
    .map(({ resolutionId, text }) => {
      const given = followUp.find((assignment) => assignment.resolutionId === resolutionId)
      const worksheet = given && worksheetNumber(ledger, { meetingId, resolutionId, practice })
      return [
        `经表决通过：${sentence(oneLine(text))}`,
        given === undefined
          ? '责任单位和完成时限：待交办时确定。'
          : `责任单位：${oneLine(given.unit)}。完成时限：${writtenDate(given.dueOn)}。${worksheet ? `工单编号：${worksheet}。` : ''}`,
      ]
    })
}

function votes({ voting }: HeldMeeting, { itemId }: AgendaItem): readonly string[] {
  const past = voting.past.filter((vote) => vote.itemId === itemId).map(announced)
  const { open } = voting
  return open?.itemId === itemId ? [...past, `${subject(open)}正在进行，还没有结果。`] : past
}

/** The result in the words in which it was announced; a void vote stays on record. */
function announced(vote: PastVote): string {
  if (vote.phase === 'closed') return `${subject(vote)}，结果为：${vote.verdict.sentence}`
  const why = `原因：${sentence(oneLine(vote.reason))}`
  if (vote.verdict === null) return `${subject(vote)}没有完成即宣布作废，${why}`
  return `${subject(vote)}已宣布作废，${why}作废前宣布的结果为：${vote.verdict.sentence}`
}

const subject = ({ motion }: { readonly motion: string }): string => `关于“${oneLine(motion)}”的表决`

/** 1. 2. 3. before several; the lines after the first of one matter follow as paragraphs without a number. */
function numbered(matters: readonly (readonly string[])[]): readonly PaperParagraph[] {
  const worded = matters.map((lines) => lines.flatMap(linesOf)).filter((lines) => lines.length > 0)
  return worded.flatMap((lines, index) =>
    lines.map((line, at) => plain(`${worded.length > 1 && at === 0 ? ordinal(3, index + 1) : ''}${line}`)),
  )
}
