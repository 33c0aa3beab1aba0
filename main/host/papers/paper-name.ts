import { assertNever } from '../../../shared/core/assert-never.ts'
import type { AssessmentContent } from '../../../shared/papers/assessment-table.ts'
import type { BallotsContent } from '../../../shared/papers/ballot-content.ts'
import type { MinutesContent } from '../../../shared/papers/minutes-content.ts'
import { oneLine } from '../../../shared/papers/plain-text.ts'
import type { ResultSheetContent } from '../../../shared/papers/result-sheet.ts'
import type { TallyContent } from '../../../shared/papers/tally-content.ts'
import type { WorksheetContent } from '../../../shared/papers/worksheet-content.ts'

/** What a file name may not have on Windows; a name of ours never begins or ends with a dot or a space. */
const FORBIDDEN = /[\\/:*?"<>|]/g
/** Linux takes 255 bytes for a name, and a Chinese character has three: this many UTF-16 units and the rest fit. */
const MAX_PART = 50
/** Enough to tell worksheets apart by. */
const MAX_MATTER = 24

export type PaperContent =
  | MinutesContent
  | WorksheetContent
  | BallotsContent
  | TallyContent
  | ResultSheetContent
  | AssessmentContent

/** …会议纪要.docx, 红色议事工单….docx, 无记名表决票….docx: safe on every system, the same for the same paper. */
export function paperName(content: PaperContent): string {
  const practice = content.kind !== 'assessmentTable' && content.practice
  return `${practice ? '练习-' : ''}${nameOf(content)}.docx`
}

function nameOf(content: PaperContent): string {
  switch (content.kind) {
    case 'minutes':
      return minutesName(content)
    case 'worksheet':
      return worksheetFileName(content)
    case 'ballots':
      return `${content.title}-${part(content.question, MAX_MATTER)}${numbersOf(content)}`
    case 'tallySheet':
      return `${content.day}-计票单-${part(content.matter, MAX_MATTER)}`
    case 'resultSheet':
      return `${content.day}-${content.title}-${part(content.matter, MAX_MATTER)}`
    case 'assessmentTable':
      return `${part(content.council, MAX_PART)}-${content.year}年评议月汇总`
    default:
      return assertNever(content)
  }
}

/** -1至30号: which ballots are in the file; nothing where a number is left to be written. */
function numbersOf({ sheets }: BallotsContent): string {
  const [first, last] = [sheets[0]?.number ?? null, sheets.at(-1)?.number ?? null]
  return first === null || last === null ? '' : `-${first}至${last}号`
}

function minutesName({ day, meetingTitle }: MinutesContent): string {
  const title = part(meetingTitle, MAX_PART)
  return `${day}-${title}${title.endsWith('会议') ? '纪要' : '会议纪要'}`
}

function worksheetFileName({ matter, meetingTitle, number, ordinal }: WorksheetContent): string {
  if (number !== null) return `红色议事工单-${number}-${part(matter, MAX_MATTER)}`
  return `红色议事工单-${part(meetingTitle, MAX_PART)}-第${ordinal}项决议`
}

/** As much of a text as a name can hold; 未命名 when nothing of it can stand in a name. */
function part(text: string, max: number): string {
  const allowed = oneLine(text).replace(FORBIDDEN, '')
  let kept = ''
  for (const character of allowed) {
    if (kept.length + character.length > max) break
    kept += character
  }
  const trimmed = kept.replace(/^[.\s]+|[.\s]+$/g, '')
  return trimmed === '' ? '未命名' : trimmed
}
