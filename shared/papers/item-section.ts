import type { ItemId } from '../core/ids.ts'
import { entriesOf } from '../core/per-item.ts'
import type { AgendaItem } from '../meeting/agenda/state.ts'
import { repeatsConclusion } from '../meeting/conclusions/state.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { LedgerState } from '../worksheets/ledger.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import { writtenDate } from './chinese-dates.ts'
import { cautionAt, concluded, countTables, decided, votes } from './item-result.ts'
import { notesParagraphs } from './notes-paragraphs.ts'
import { ordinal } from './ordinals.ts'
import { type PaperParagraph, plain } from './paragraph.ts'
import { linesOf, oneLine, sentence } from './plain-text.ts'
import { type SpeechLine, speechLines, unspokenLine } from './speaking-list.ts'
import type { CountTable } from './vote-figures.ts'
import { worksheetNumber } from './worksheet-number.ts'

/** 一、… with what stands directly under it and its parts （一）…. */
export type MinutesSection = {
  readonly heading: string
  readonly paragraphs: readonly PaperParagraph[]
  readonly parts: readonly MinutesPart[]
}

type MinutesPart = {
  readonly heading: string
  /** 发言记录: a table above the paragraphs; without rows there is none. */
  readonly speeches: readonly SpeechLine[]
  readonly paragraphs: readonly PaperParagraph[]
  /** 评议表, 得票表, below the paragraphs. */
  readonly tables: readonly CountTable[]
}

/** The people's notes of each item, as the editor keeps them; `damaged` when their file cannot be read. */
export type ItemNotes = ReadonlyMap<ItemId, unknown> | 'damaged'

/** Stands where the notes would: whoever reads the paper must know that something is missing. */
export const NOTES_DAMAGED = '〔笔记文件损坏，未能收入〕'

/** One agenda item: what was said, held and decided, and by which votes. */
export function itemSection(
  meeting: HeldMeeting,
  item: AgendaItem,
  {
    ledger,
    names,
    notes,
    number,
  }: {
    readonly number: number
    readonly names: Names
    readonly notes: ItemNotes
    readonly ledger: LedgerState | null
  },
): MinutesSection {
  const points = (kind: 'opinion' | 'agreed' | 'todo') =>
    entriesOf(meeting.minutes, item.itemId)
      .filter(
        (point) =>
          point.kind === kind &&
          !(kind === 'agreed' && repeatsConclusion(meeting.conclusions, item.itemId, point.text)),
      )
      .map((point) => [sentence(point.text.trimEnd())])
  const caution = cautionAt(meeting, item)
  const cautioned = (matters: readonly PaperParagraph[]) =>
    matters.length === 0 || caution === null ? matters : [...matters, plain(caution)]
  const counted = numbered(votes(meeting, item, names))
  const ended = numbered(concluded(meeting, item, ledger))
  const parts = [
    { name: '讨论情况', paragraphs: discussion(item, notes) },
    { name: '会议认为', paragraphs: numbered(points('opinion')) },
    {
      name: '会议议定',
      paragraphs: numbered([...points('agreed'), ...decided(meeting, item, ledger)]),
    },
    {
      name: meeting.form.decision === 'record' ? '处置情况' : '会议结论',
      paragraphs: counted.length === 0 ? cautioned(ended) : ended,
    },
    { name: '依据规则与票数', paragraphs: cautioned(counted), tables: countTables(meeting, item) },
    { name: '待办事项', paragraphs: numbered(points('todo')) },
  ].flatMap((part) => (part.paragraphs.length === 0 ? [] : [{ tables: [], ...part, speeches: [] }]))
  const floor = floorPart(meeting, item, names)
  const said = [stateOf(item, parts.length > 0), asideOn(meeting, item, names)]
  return {
    heading: `${ordinal(1, number)}${oneLine(item.title)}`,
    paragraphs: said.flatMap((text) => (text === null ? [] : [plain(text)])),
    parts: [...parts, ...floor].map(({ name, ...part }, index) => ({
      heading: `${ordinal(2, index + 1)}${name}`,
      ...part,
    })),
  }
}

/** Who spoke, last of all: what was decided is read first, and that somebody spoke decides nothing. */
function floorPart(meeting: HeldMeeting, { itemId }: AgendaItem, names: Names) {
  const speeches = speechLines(meeting, itemId, names)
  const unspoken = unspokenLine(meeting, itemId, names)
  if (speeches.length === 0 && unspoken === null) return []
  return [{ name: '发言记录', speeches, paragraphs: unspoken === null ? [] : [plain(unspoken)], tables: [] }]
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

/** 回避: who stood aside on an item that was talked about; why is nobody's business. */
function asideOn({ form }: HeldMeeting, { phase, recusals }: AgendaItem, names: Names): string | null {
  if (phase === 'planned' || recusals.length === 0) return null
  const who = recusals.map(({ seatId }) => nameOf(names, seatId)).join('、')
  return form.decision === 'vote' ? `${who}回避，不参加本题表决，不计入本题应到人数。` : `${who}回避。`
}

/** 1. 2. 3. before several; the lines after the first of one matter follow as paragraphs without a number. */
function numbered(matters: readonly (readonly string[])[]): readonly PaperParagraph[] {
  const worded = matters.map((lines) => lines.flatMap(linesOf)).filter((lines) => lines.length > 0)
  return worded.flatMap((lines, index) =>
    lines.map((line, at) => plain(`${worded.length > 1 && at === 0 ? ordinal(3, index + 1) : ''}${line}`)),
  )
}
