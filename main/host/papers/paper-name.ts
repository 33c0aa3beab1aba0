import type { MinutesContent } from '../../../shared/papers/minutes-content.ts'
import { oneLine } from '../../../shared/papers/plain-text.ts'
import type { WorksheetContent } from '../../../shared/papers/worksheet-content.ts'

/** What a file name may not have on Windows; a name of ours never begins or ends with a dot or a space. */
const FORBIDDEN = /[\\/:*?"<>|]/g
/** Linux takes 255 bytes for a name, and a Chinese character has three: this many UTF-16 units and the rest fit. */
const MAX_PART = 50
/** Enough to tell worksheets apart by. */
const MAX_MATTER = 24

/** …会议纪要.docx or 红色议事工单….docx: safe on every system, the same for the same paper. */
export function paperName(content: MinutesContent | WorksheetContent): string {
  const name = content.kind === 'minutes' ? minutesName(content) : worksheetFileName(content)
  return `${content.practice ? '练习-' : ''}${name}.docx`
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
