import { kindNamed } from './kind-words.ts'
import type { SheetRow } from './sheet.ts'

/** What a roster's file can say about a person. */
export const fields = [
  'name',
  'kind',
  'voting',
  'party',
  'duty',
  'term',
  'termFrom',
  'termTo',
  'suspended',
  'flats',
  'area',
  'house',
  'phone',
] as const

export type Field = (typeof fields)[number]

/** How each column is called here; files call them by many names. */
export const fieldNames: Readonly<Record<Field, string>> = {
  name: '姓名',
  kind: '身份',
  voting: '表决权',
  party: '方',
  duty: '列席身份',
  term: '任期',
  termFrom: '任期起',
  termTo: '任期止',
  suspended: '资格停止',
  flats: '套数',
  area: '面积',
  house: '门牌',
  phone: '电话',
}

/** Rows at the head of a table among which its headings are looked for. */
export const HEAD_ROWS = 10
/** 身份证 first: it must never be taken for 身份. */
const IDENTITY = /身份证|证件号|公民身份/

const HEADINGS: readonly (readonly [Field, RegExp])[] = [
  ['name', /^(?:[一-龥]{0,4}姓名|名字)$/],
  ['kind', /^(?:身份|席位|席别|类别|(?:委员|人员|身份|席位|成员|议事)(?:类型|类别|身份))$/],
  ['voting', /^(?:有无|是否有?)?(?:表决权|投票权)$/],
  ['suspended', /^(?:是否)?资格(?:停止|状态)$|^状态$/],
  ['party', /^(?:(?:工作|所属|所在|代表)?单位|(?:所属|代表)?方|单位名称)$/],
  ['duty', /^(?:列席身份|职务|职责|岗位)$/],
  ['phone', /电话|手机|联系方式/],
  ['flats', /套数/],
  ['area', /面积/],
  ['termFrom', /^任期(?:起|始|开始|起始)(?:日期|时间|日)?$/],
  ['termTo', /^任期(?:止|至|结束|到期|届满)(?:日期|时间|日)?$/],
  ['term', /^任期(?:起止|时间)?$/],
  ['house', /^(?:家庭|居住|详细)?(?:门牌号?|房屋?号|住址|地址|户号|住房)$|门牌/],
]

/** Columns that tell a house only together: 3 幢, 2 单元, 101 室. */
const HOUSE_PARTS = /^(?:楼栋号?|楼号|栋号?|幢号?|单元号?|房号|室号?|房间号?)$/

const WORD = /^\p{Script=Han}{1,12}$/u

/** Where each thing stands in a table; columns from 0. */
export type Columns = {
  /** The line of the headings; null when the table has none. */
  readonly line: number | null
  /** The columns of each field: one, or for a house several that belong together. */
  readonly of: Readonly<Partial<Record<Field, readonly number[]>>>
  /** Headings of columns that are not read. */
  readonly skipped: readonly string[]
  /** Headings of columns with numbers of identity cards. */
  readonly identity: readonly string[]
}

export type NoColumns = { readonly line: number; readonly found: readonly string[] }

/** The headings of a table by the names that people use; a table of bare lines is name and kind. */
export function columnsOf(rows: readonly SheetRow[]): Columns | NoColumns {
  const heads = rows.slice(0, HEAD_ROWS).map((row) => headingsOf(row))
  const named = heads.find(({ of }) => of.name !== undefined)
  if (named !== undefined) return named
  // Two headings of ours without a name are a table of ours that lacks one; a single word may be anybody's.
  const telling = heads.find(({ of }) => Object.keys(of).length > 1)
  const bare = telling === undefined ? bareColumns(rows) : null
  if (bare !== null) return bare
  const row = rows.find(({ line }) => line === telling?.line) ?? rows[0]
  return { line: row?.line ?? 1, found: row?.cells.filter((cell) => cell !== '') ?? [] }
}

function headingsOf({ cells, line }: SheetRow): Columns {
  const of: Partial<Record<Field, readonly number[]>> = {}
  const skipped: string[] = []
  const identity: string[] = []
  const parts: number[] = []
  cells.forEach((cell, column) => {
    const heading = headingOf(cell)
    if (heading === '') return
    if (IDENTITY.test(heading)) {
      identity.push(heading)
      return
    }
    if (HOUSE_PARTS.test(heading)) {
      parts.push(column)
      return
    }
    const field = HEADINGS.find(([, names]) => names.test(heading))?.[0]
    if (field === undefined || of[field] !== undefined) skipped.push(heading)
    else of[field] = [column]
  })
  if (of.house === undefined) {
    if (parts.length > 0) of.house = parts
  } else skipped.push(...parts.map((column) => headingOf(cells[column] ?? '')))
  // One heading for both ends is read only where the two have none of their own.
  if (of.term !== undefined && (of.termFrom !== undefined || of.termTo !== undefined)) delete of.term
  return { line, of, skipped, identity }
}

/** `姓　名*（必填）` is 姓名. */
const headingOf = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\(.*?\)|\[.*?\]/g, '')
    .replace(/[\s*:_/]/g, '')

/** Lines without headings: names with a kind behind most of them or names alone, perhaps numbered. Null when they are neither. */
function bareColumns(rows: readonly SheetRow[]): Columns | null {
  const name = rows.every(({ cells }) => /^\d*[.、]?$/.test(cells[0] ?? '')) ? 1 : 0
  const said = (column: number) => rows.flatMap(({ cells }) => cells[column] || [])
  const kinds = said(name + 1)
  const endsThere = rows.every(({ cells }) => cells.slice(name + 2).every((cell) => cell === ''))
  const known = kinds.filter((word) => kindNamed(word) !== null)
  // Words alone behind the names are kinds that nobody here knows: each line can say so.
  const isList =
    (endsThere && kinds.every((word) => WORD.test(word))) || (kinds.length > 0 && known.length * 2 >= kinds.length)
  if (!isList) return null
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const others = Array.from({ length: width }, (_, column) => column).filter((column) => column > name + 1)
  const skipped = others.filter((column) => said(column).length > 0).map((column) => `第 ${column + 1} 列`)
  return { line: null, of: { name: [name], kind: [name + 1] }, skipped, identity: [] }
}
