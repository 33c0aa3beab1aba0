import { parse } from 'papaparse'
import { ok, type Result } from '../../../../shared/core/result.ts'
import { columnsOf, HEAD_ROWS } from './columns.ts'
import { bareOf } from './guarded-cell.ts'
import { type FileFault, fault, MAX_ROWS, type Sheet, textSheet, tooManyRows } from './sheet.ts'

const DELIMITERS = [',', '\t', ';'] as const

/** Tables and documents in disguise: what they begin with, and what they are. */
const DISGUISES: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*<(?:!doctype html|html|head|meta|body|style|table|div)\b/i,
    '这其实是网页格式的表（有些系统导出的 .xls 是这样）。请在 WPS 或 Excel 里打开它，另存为 .xlsx，再导入。',
  ],
  [/^\s*<(?:\?xml|\w+:?workbook)/i, '这是 XML 格式的文件，读不了。请在 WPS 或 Excel 里打开它，另存为 .xlsx，再导入。'],
]

/** A table in text: UTF-8, GBK, or UTF-16 with its mark, with commas, semicolons or tabs. */
export function csvSheet(bytes: Uint8Array): Result<Sheet, FileFault> {
  const text = decoded(bytes)
  if (text === null) {
    return fault(
      '看不出这个文件用的是什么文字编码，没有导入任何内容。请在 WPS 或 Excel 里打开它，另存为 .xlsx，再导入。',
    )
  }
  const disguise = DISGUISES.find(([beginning]) => beginning.test(text))
  if (disguise !== undefined) return fault(disguise[1])
  const { data, errors } = parse<string[]>(text, { delimiter: delimiterOf(text), delimitersToGuess: [...DELIMITERS] })
  const quote = errors.find(({ type }) => type === 'Quotes')
  if (quote !== undefined) {
    const row = (quote.row ?? 0) + 1
    return fault(
      `第 ${row} 行的引号没有配对，后面的内容分不清是哪一格，没有导入任何内容。请改好这一行，或另存为 .xlsx 再导入。`,
    )
  }
  const sheet = textSheet(
    data.map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => bareOf(cell.trim())) })),
  )
  if (sheet.rows.length === 0) return fault('这个文件里没有内容。请选有名册内容的文件。')
  return sheet.rows.length > MAX_ROWS ? tooManyRows(sheet.rows.length) : ok(sheet)
}

/** The delimiter with which most headings are ours; empty, to be guessed from the lines, where none are. */
function delimiterOf(text: string): string {
  const scores = DELIMITERS.map((delimiter) => {
    const { data } = parse<string[]>(text, { delimiter, preview: HEAD_ROWS })
    const columns = columnsOf(textSheet(data.map((cells, at) => ({ line: at + 1, cells }))).rows)
    return 'found' in columns || columns.line === null ? 0 : Object.keys(columns.of).length
  })
  const best = Math.max(...scores)
  return best === 0 ? '' : (DELIMITERS[scores.indexOf(best)] ?? '')
}

/** Null for what is no text in any of the encodings; a file is never read with some of its characters lost. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  // GB18030 reads all that GBK and GB 2312 write.
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return NOT_TEXT.test(text) ? null : text
    } catch {
      // Not this one.
    }
  }
  return null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell text from programs and pictures
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/
