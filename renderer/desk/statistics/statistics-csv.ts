import { unparse } from 'papaparse'
import { guardedOf } from '../roster/files/guarded-cell.ts'
import { durationText } from '../scribe/duration-text.ts'
import type { ShownStatistics, ShownTotal } from './statistics-shown.ts'

/** Without it WPS and Excel take the file for GBK. */
const UTF8_MARK = '\uFEFF'
const NOT_IN_FILE_NAMES = /[/\\:*?"<>|\p{Cc}]/gu

const HEADINGS = ['统计', '名称', '席位', '方', '发言次数', '发言秒数', '发言时长']

/** All tables of the page as one, in UTF-8 with its mark; no cell can run as a formula. */
export function statisticsCsv({ items, parties, people, silent, total }: ShownStatistics): Uint8Array<ArrayBuffer> {
  const rows = [
    HEADINGS,
    ...[...people, ...silent].map((line) => rowOf('按人', line)),
    ...parties.map((line) => rowOf('按方', line)),
    ...items.map((line) => rowOf('按议题', line)),
    rowOf('全场', total),
  ]
  const guarded = rows.map((row) => row.map((cell) => guardedOf(cell)))
  return new TextEncoder().encode(`${UTF8_MARK}${unparse(guarded, { newline: '\r\n' })}\r\n`)
}

/** `第一次议事会发言统计 2026-11-22.csv`. */
export const statisticsFile = (title: string, date: string): string =>
  `${title.replace(NOT_IN_FILE_NAMES, '').trim()}发言统计 ${date}.csv`

const rowOf = (table: string, { name, party, seat, seconds, speeches }: ShownTotal): readonly string[] => [
  table,
  name,
  seat,
  party,
  `${speeches}`,
  `${seconds}`,
  durationText(seconds),
]
