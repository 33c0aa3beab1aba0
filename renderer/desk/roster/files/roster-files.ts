import { ok, type Result, refuse } from '../../../../shared/core/result.ts'
import { seatKindNames } from '../../../../shared/wording/seat-kinds.ts'
import { type Person, rosterKinds } from '../person.ts'
import { gbkBytes, notInGbk } from './gbk.ts'
import { guardedOf } from './guarded-cell.ts'
import type { WrittenTable } from './workbook-bytes.ts'
import { headingsFor, rowsFor, type WrittenColumns, widthsFor } from './written-rows.ts'

const WITH_CONTACTS: WrittenColumns = { contacts: true }
const UTF8_MARK = '\uFEFF'

/** A roster as an `.xlsx` file. */
export async function rosterXlsx(
  people: readonly Person[],
  columns: WrittenColumns = WITH_CONTACTS,
): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded only when somebody wants a file.
  const { workbookBytes } = await import('./workbook-bytes.ts')
  return workbookBytes([rosterTable(people, columns)])
}

/** An empty roster with its headings, and how to fill it in on a second table. */
export async function rosterTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  const { workbookBytes } = await import('./workbook-bytes.ts')
  return workbookBytes([rosterTable([], WITH_CONTACTS), { name: '填写说明', rows: GUIDE, widths: [14, 70] }])
}

/** Characters that an encoding does not have, each with whose it is: `𠅤（王𠅤）`. */
export type Unwritable = { readonly characters: readonly string[] }

/** A roster as CSV: UTF-8 with its mark, which Excel needs, or GBK for older programs. No cell can run as a formula. */
export function rosterCsv(
  people: readonly Person[],
  encoding: 'utf-8' | 'gbk',
  columns: WrittenColumns = WITH_CONTACTS,
): Result<Uint8Array<ArrayBuffer>, Unwritable> {
  const rows = [headingsFor(columns), ...rowsFor(people, columns)]
  const lines = rows.map((cells) => `${cells.map((cell) => quoted(guardedOf(cell))).join(',')}\r\n`)
  if (encoding === 'utf-8') return ok(new TextEncoder().encode(UTF8_MARK + lines.join('')))
  // The first line is the heading, the line after it the first person's.
  const characters = people.flatMap(({ name }, at) => notInGbk(lines[at + 1] ?? '').map((one) => `${one}（${name}）`))
  return characters.length > 0 ? refuse({ characters }) : ok(gbkBytes(lines.join('')))
}

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

function rosterTable(people: readonly Person[], columns: WrittenColumns): WrittenTable {
  const headings = headingsFor(columns)
  const choices = (heading: string, words: readonly string[]) => ({ column: headings.indexOf(heading), words })
  return {
    name: '名册',
    rows: [headings, ...rowsFor(people, columns)],
    widths: widthsFor(columns),
    choices: [
      choices(
        '身份',
        rosterKinds.map((kind) => seatKindNames[kind]),
      ),
      choices('表决权', ['有', '无']),
      choices('资格停止', ['是', '否']),
    ],
  }
}

const GUIDE: readonly (readonly [string, string])[] = [
  ['列', '怎么填'],
  ['姓名', '必填。一行一人。同名的人请写上门牌或电话来区分。'],
  ['身份', `${rosterKinds.map((kind) => seatKindNames[kind]).join('、')}。不填按常任议事委员。`],
  ['表决权', '有、无。不填就按身份定：列席、监督没有表决权，话事员默认没有。'],
  ['方', '代表哪一方，例如物业企业、业委会、小区党支部。可以不填。'],
  ['列席身份', '例如法律顾问、民警。可以不填。'],
  ['任期起、任期止', '日期，例如 2024-01-01。可以不填。'],
  ['资格停止', '是、否。停止的不计入应到。可以不填。'],
  ['套数、面积', '业主议事才用。面积写平方米数，例如 98.50。'],
  ['门牌、电话', '只留在这台电脑的名册里，不进会议记录。可以不填。'],
  ['不要填', '身份证号。填了也不会读。'],
]
