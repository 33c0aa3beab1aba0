import { refuse } from '../../../../shared/core/result.ts'

/** People that one roster holds; the host takes no more. */
export const MAX_PEOPLE = 5_000
/** Rows of a file that are read: everybody, with headings, blank lines and what stands at its foot. */
export const MAX_ROWS = MAX_PEOPLE + 100
/** Columns of a file that are read; a roster has a dozen. */
export const MAX_COLUMNS = 100

/** Where something stands: `line` as Excel counts rows, from 1; `column` from 0. */
export type CellPlace = { readonly line: number; readonly column: number }

/** A block of merged cells, both ends included. */
export type Merge = { readonly from: CellPlace; readonly to: CellPlace }

export type SheetRow = { readonly line: number; readonly cells: readonly string[] }

export type Warning = { readonly line: number | null; readonly sentence: string }

/** One table as text, cell by cell, with what only the file knew about its cells. Rows without any text are left out. */
export type Sheet = {
  /** The name of the table inside a workbook; null for text. */
  readonly name: string | null
  /** The names of all tables of the workbook that are not hidden. */
  readonly names: readonly string[]
  readonly rows: readonly SheetRow[]
  readonly warnings: readonly Warning[]
  readonly merges: readonly Merge[]
  /** Cells whose value a formula made. */
  readonly formulas: readonly CellPlace[]
  /** Cells whose formula has no stored value, or an error such as `#REF!`. */
  readonly unreadable: readonly CellPlace[]
}

/** Why a file cannot be read at all, with what to do next. */
export type FileFault = { readonly sentence: string }

export const fault = (sentence: string) => refuse<FileFault>({ sentence })

export const tooManyRows = (rows: number) =>
  fault(
    `这张表有 ${rows} 行，一个名册最多 ${MAX_PEOPLE} 人。请删掉不是名册的行，或分成几个组织，再导入。没有导入任何内容。`,
  )

/** Said when a table goes on to the right of what is read. */
export const cutOff: Warning = { line: null, sentence: `第 ${MAX_COLUMNS} 列以后的内容没有读。` }

/** A table that came as text. */
export function textSheet(rows: readonly SheetRow[]): Sheet {
  const isWide = rows.some(({ cells }) => cells.slice(MAX_COLUMNS).some((cell) => cell !== ''))
  return {
    name: null,
    names: [],
    rows: rows
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
      .map(({ cells, line }) => ({ line, cells: cells.slice(0, MAX_COLUMNS) })),
    warnings: isWide ? [cutOff] : [],
    merges: [],
    formulas: [],
    unreadable: [],
  }
}
