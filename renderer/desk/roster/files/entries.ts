import { holdsIdNumber } from '../../../../shared/contacts/identity-number.ts'
import { type Columns, type Field, fieldNames, fields } from './columns.ts'
import { kindNamed } from './kind-words.ts'
import { linesText } from './lines-text.ts'
import { spread } from './merged-cells.ts'
import type { CellPlace, Sheet, SheetRow, Warning } from './sheet.ts'

/** What a row says about one person, field by field as it is written; nothing is said by what is not there. */
export type EntryCells = Readonly<Partial<Record<Field, string>>>

export type Entry = {
  readonly line: number
  readonly cells: EntryCells
  /** Fields whose formula has no stored value. */
  readonly unreadable: readonly Field[]
}

/** Lines at the foot or the head of a table that are no person. */
const TOTAL = /^(?:合计|总计|小计|共计)|^共\s*\d+\s*[人户名]/
const SIGNED = /^(?:制表|填表|填报|审核|审批|经办|复核|盖章|备注|说明|注)[^\s:：]{0,4}[:：]/
const TITLE = /(?:名单|名册|花名册|登记表|统计表|汇总表|一览表|信息表)$/

/** The rows of a table that are people, and what a person should know about the others. */
export function entriesOf(
  sheet: Sheet,
  columns: Columns,
): { readonly entries: readonly Entry[]; readonly warnings: readonly Warning[] } {
  const fieldAt = new Map(
    fields.flatMap((field) => (columns.of[field] ?? []).map((column) => [column, field] as const)),
  )
  const below = sheet.rows.filter(({ line }) => columns.line === null || line > columns.line)
  const merged = spread(below, sheet.merges, fieldAt)
  const warnings: Warning[] = [...merged.warnings]
  const identityLines = new Map<Field, number[]>()
  const entries: Entry[] = []
  const lines = new Set<number>()
  const unreadableAt = byLine(sheet.unreadable, fieldAt)
  for (const row of merged.rows) {
    const cells: Partial<Record<Field, string>> = {}
    for (const field of fields) {
      const text = textOf(row, columns.of[field])
      if (text === '') continue
      if (holdsIdNumber([text])) identityLines.set(field, added(identityLines.get(field), row.line))
      else cells[field] = text
    }
    const unreadable = unreadableAt.get(row.line) ?? []
    if (Object.keys(cells).length === 0 && unreadable.length === 0) continue
    if (isRepeatedHeading(cells)) continue
    const note = noteOf(row, cells)
    if (note !== null) {
      warnings.push({ line: row.line, sentence: `第 ${row.line} 行“${note}”不是人名，已跳过。` })
      continue
    }
    lines.add(row.line)
    entries.push({ line: row.line, cells, unreadable })
  }
  for (const [field, told] of identityLines) {
    warnings.push(about(told, `的“${fieldNames[field]}”里像是身份证号。身份证号不收，已跳过。`))
  }
  for (const heading of columns.identity) {
    warnings.push({ line: columns.line, sentence: `身份证号不收，已跳过“${heading}”一列。` })
  }
  for (const [field, told] of byField(sheet.formulas, fieldAt, lines)) {
    warnings.push(about(told, `的“${fieldNames[field]}”是公式，按文件里存下的结果读，请核对。`))
  }
  return { entries, warnings }
}

const about = (lines: readonly number[], said: string): Warning => ({
  line: lines[0] ?? null,
  sentence: linesText(lines) + said,
})

/** What a field's columns say: a house told in several columns is put together, 3 | 2 | 101 as 3-2-101. */
function textOf({ cells }: SheetRow, columns: readonly number[] | undefined): string {
  return (columns ?? []).reduce((whole, column) => {
    const text = cells[column] ?? ''
    return whole + (/\w$/.test(whole) && /^\w/.test(text) ? '-' : '') + text
  }, '')
}

/** Headings once more, as printed tables have them at the head of each page. */
const isRepeatedHeading = ({ kind, name }: EntryCells): boolean =>
  name === '姓名' && (kind === undefined || /^[身席类]/.test(kind))

/** The text of a line that is no person: a sum, a signature, a title; null for a person. */
function noteOf({ cells }: SheetRow, { kind, phone }: EntryCells): string | null {
  const said = cells.filter((cell) => cell !== '')
  const [first = ''] = said
  const alone = said.length === 1 || (kindNamed(kind ?? '') === null && phone === undefined)
  const isNote = TOTAL.test(first) || SIGNED.test(first) || (said.length === 1 && TITLE.test(first))
  return alone && isNote ? first : null
}

function byLine(
  places: readonly CellPlace[],
  fieldAt: ReadonlyMap<number, Field>,
): ReadonlyMap<number, readonly Field[]> {
  const found = new Map<number, Field[]>()
  for (const { column, line } of places) {
    const field = fieldAt.get(column)
    if (field !== undefined) found.set(line, added(found.get(line), field))
  }
  return found
}

function byField(
  places: readonly CellPlace[],
  fieldAt: ReadonlyMap<number, Field>,
  lines: ReadonlySet<number>,
): ReadonlyMap<Field, readonly number[]> {
  const found = new Map<Field, number[]>()
  for (const { column, line } of places) {
    const field = fieldAt.get(column)
    if (field === undefined || !lines.has(line)) continue
    found.set(field, added(found.get(field), line))
  }
  return found
}

/** A list made longer in its place, or begun. */
function added<One>(list: One[] | undefined, one: One): One[] {
  const grown = list ?? []
  grown.push(one)
  return grown
}
