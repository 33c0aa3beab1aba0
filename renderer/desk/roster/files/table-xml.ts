import { columnName, columnOf } from './column-name.ts'
import { type CellPlace, MAX_COLUMNS, type Merge } from './sheet.ts'
import { attribute, tagsOf, XmlError } from './xml.ts'

/** Rows that a table can have (ECMA-376 part 1, 18.3.1.73). */
const MAX_LINE = 1_048_576
/** A merge for each column of a household's lines would still be fewer. */
const MAX_MERGES = 20_000

/** A table of a workbook, cut down to the cells that hold something; its rows are numbered anew, without gaps. */
export type TableXml = {
  /** `worksheet` with rows 1, 2, 3 …; beyond `keep` rows are counted and not kept. */
  readonly xml: string
  /** The line, as Excel counts, of each row. */
  readonly lines: readonly number[]
  /** Whether cells to the right of those that are kept hold something too. */
  readonly isWide: boolean
  /** Rows that hold something. */
  readonly count: number
  readonly merges: readonly Merge[]
  readonly formulas: readonly CellPlace[]
  readonly unreadable: readonly CellPlace[]
}

/**
 * Looks a table through before any parser builds it: a single cell at the end of the last row would make one fill in
 * everything before it. Throws an `XmlError` for what no spreadsheet program writes.
 */
export function tableXml(xml: string, keep: number): TableXml {
  const rows: string[] = []
  const lines: number[] = []
  const merges: Merge[] = []
  const formulas: CellPlace[] = []
  const unreadable: CellPlace[] = []
  let isWide = false
  let count = 0
  let line = 0
  let cells = ''
  let cell: Cell | null = null
  let column = -1
  const endCell = (end: number) => {
    if (cell === null) return
    const { attributes, from, holds, formula } = cell
    const type = attribute(attributes, 't')
    if ((formula && !holds) || type === 'e') unreadable.push({ line, column })
    else if (formula) formulas.push({ line, column })
    if (holds && column >= MAX_COLUMNS) isWide = true
    else if (holds) {
      const style = attribute(attributes, 's')
      const kept = `${typed('t', type)}${typed('s', style)}`
      cells += `<c r="${columnName(column)}${lines.length + 1}"${kept}>${xml.slice(from, end)}</c>`
    }
    cell = null
  }
  for (const { attributes, end, kind, name, start } of tagsOf(xml)) {
    switch (name) {
      case 'row': {
        if (kind !== 'close') {
          const next = numberOf(attribute(attributes, 'r')) ?? line + 1
          if (next <= line || next > MAX_LINE) throw new XmlError('a row out of its place')
          line = next
          column = -1
          cells = ''
        }
        if (kind === 'open' || cells === '') break
        count += 1
        if (count <= keep) {
          lines.push(line)
          rows.push(`<row r="${lines.length}">${cells}</row>`)
        }
        cells = ''
        break
      }
      case 'c': {
        if (kind === 'close') {
          endCell(start)
          break
        }
        const next = placeOf(attribute(attributes, 'r'))?.column ?? column + 1
        if (next <= column) throw new XmlError('a cell out of its place')
        column = next
        cell = kind === 'open' ? { attributes, from: end, holds: false, formula: false } : null
        break
      }
      case 'f':
        if (cell !== null) cell.formula = true
        break
      case 'v':
      case 't':
        // What stands right behind the tag is text, or the next tag.
        if (cell !== null && kind === 'open' && xml[end] !== '<') cell.holds = true
        break
      case 'mergeCell': {
        const merge = mergeOf(attribute(attributes, 'ref') ?? '')
        if (merge !== null) merges.push(merge)
        if (merges.length > MAX_MERGES) throw new XmlError('more merged cells than a roster has lines')
      }
    }
  }
  const body = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`
  return { xml: body, lines, isWide, count, merges, formulas, unreadable }
}

type Cell = { readonly attributes: string; readonly from: number; holds: boolean; formula: boolean }

const typed = (name: string, value: string | undefined): string =>
  value !== undefined && /^\w{1,12}$/.test(value) ? ` ${name}="${value}"` : ''

const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : null

/** `C7` is line 7, column 2. */
function placeOf(reference: string | undefined): CellPlace | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '')
  if (found === null) return null
  const [, letters = '', digits = ''] = found
  return { line: Number(digits), column: columnOf(letters) }
}

function mergeOf(reference: string): Merge | null {
  const [first, last] = reference.split(':')
  const from = placeOf(first)
  const to = placeOf(last)
  return from === null || to === null ? null : { from, to }
}
