import { holdsIdNumber } from '../../../../shared/contacts/identity-number.ts'
import { type SeatId, seatId } from '../../../../shared/core/ids.ts'
import { seatKindNames } from '../../../../shared/wording/seat-kinds.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import type { Person, RosterKind } from '../person.ts'
import { columnsOf, type Field, fieldNames } from './columns.ts'
import { type Entry, type EntryCells, entriesOf } from './entries.ts'
import { mayVote, votesByKind } from './kind-words.ts'
import { linesText } from './lines-text.ts'
import { matched } from './matching.ts'
import { type Said, saidIn } from './person-cells.ts'
import { MAX_PEOPLE, type Sheet, type Warning } from './sheet.ts'

/** Headings that a sentence names before it stops. */
const MAX_HEADINGS_TOLD = 12
const NEEDED = '需要有“姓名”一列，最好还有“身份”一列；可以先下载空白模板，照着填'

/** Somebody whom a row brings, as a whole: what the row does not say is what the roster knows already. */
export type ReadPerson = {
  readonly line: number
  readonly person: Person
  readonly state: 'new' | 'same' | 'changed'
  /** The seat that this person has already. */
  readonly existing?: SeatId
  /** What changes, in words: `电话：（空）→ 13800000000`. */
  readonly changes: readonly string[]
}

export type RowFault = {
  /** As Excel counts; null for what is wrong with the table as a whole. */
  readonly line: number | null
  readonly duplicate: boolean
  readonly sentence: string
  /** What the row says, as it is written. */
  readonly cells: EntryCells
}

/** What a table means for a roster. Only rows without a fault are among the people. */
export type RosterReading = {
  readonly people: readonly ReadPerson[]
  readonly faults: readonly RowFault[]
  readonly warnings: readonly Warning[]
  readonly skippedColumns: readonly string[]
}

/**
 * Reads a table as people and compares them with the roster; new people get their seats here. Who is given no kind is of the
 * kind `usual`; null where the reader should be told so.
 */
export function rosterFrom(sheet: Sheet, existing: readonly Person[], usual: RosterKind | null = null): RosterReading {
  const columns = columnsOf(sheet.rows)
  if ('found' in columns) {
    const found = columns.found.filter((heading) => !holdsIdNumber([heading])).slice(0, MAX_HEADINGS_TOLD)
    return onlyFault(columns.line, `第 ${columns.line} 行没有“姓名”一列，找到的是：${found.join('、')}。${NEEDED}`)
  }
  const { entries, warnings } = entriesOf(sheet, columns)
  if (entries.length === 0) return onlyFault(columns.line, `表里没有人名。${NEEDED}`)
  if (entries.length > MAX_PEOPLE) return onlyFault(null, tooMany(`表里有 ${entries.length} 人`))
  const rows = entries.map((entry) => ({ ...entry, ...saidIn(entry.cells) }))
  const match = matched(rows, existing)
  const people: ReadPerson[] = []
  const faults: RowFault[] = []
  const withoutKind: number[] = []
  const withoutFlats: number[] = []
  for (const row of rows) {
    const { cells, line, said } = row
    const found = match.matches.get(row)
    const known = found?.is === 'known' ? found.person : undefined
    const person = personOf(said, known, usual ?? 'standing')
    const wrong = [
      ...row.faults,
      ...unreadableFaults(row),
      ...(found?.is === 'duplicate' ? [found.sentence] : []),
      ...faultsOf(said, person),
    ]
    if (wrong.length > 0) {
      faults.push({ line, duplicate: found?.is === 'duplicate', sentence: `${wrong.join('；')}。`, cells })
      continue
    }
    if (known === undefined && said.kind === null && usual === null) withoutKind.push(line)
    if (said.area !== '' && person.flats === ONE_FLAT && said.flats === '' && known?.flats !== ONE_FLAT)
      withoutFlats.push(line)
    people.push(readPerson(line, person, known))
  }
  const added = people.filter(({ state }) => state === 'new').length
  if (existing.length + added > MAX_PEOPLE) {
    return onlyFault(null, tooMany(`名册里已有 ${existing.length} 人，表里又有 ${added} 位新的`))
  }
  return {
    people,
    faults,
    warnings: [
      ...sheet.warnings,
      ...warnings,
      ...match.warnings,
      ...told(withoutKind, '没写身份，按常任议事委员读，请核对。'),
      ...told(withoutFlats, '写了面积，没写套数，按 1 套读，请核对。'),
    ],
    skippedColumns: columns.skipped,
  }
}

const ONE_FLAT = '1'

const onlyFault = (line: number | null, sentence: string): RosterReading => ({
  people: [],
  faults: [{ line, duplicate: false, sentence: `${sentence}。没有导入任何内容。`, cells: {} }],
  warnings: [],
  skippedColumns: [],
})

const tooMany = (counted: string): string =>
  `${counted}，一个名册最多 ${MAX_PEOPLE} 人。请删掉不参加议事的人，或分成几个组织`

const told = (lines: readonly number[], said: string): readonly Warning[] =>
  lines.length === 0 ? [] : [{ line: lines[0] ?? null, sentence: linesText(lines) + said }]

/** The whole person: an empty cell never wipes what is known. */
function personOf(said: Said, known: Person | undefined, usual: RosterKind): Person {
  const kind = said.kind ?? known?.kind ?? usual
  const area = said.area || known?.area || ''
  return {
    seatId: known?.seatId ?? seatId.mint(randomBytes),
    name: said.name,
    kind,
    voting: said.voting ?? (known?.kind === kind ? known.voting : votesByKind(kind)),
    suspended: said.suspended ?? known?.suspended ?? false,
    party: said.party || known?.party || '',
    duty: said.duty || known?.duty || '',
    termFrom: said.termFrom || known?.termFrom || '',
    termTo: said.termTo || known?.termTo || '',
    house: said.house || known?.house || '',
    phone: said.phone || known?.phone || '',
    flats: said.flats || known?.flats || (area === '' ? '' : ONE_FLAT),
    area,
  }
}

function unreadableFaults({ unreadable }: Entry): readonly string[] {
  return unreadable.map(
    (field) => `“${fieldNames[field]}”是公式，文件里没有存下结果或结果有错，请在 WPS 或 Excel 里改成文字再存`,
  )
}

/** What is wrong with the person that comes of it, though each cell is right. */
function faultsOf(said: Said, { area, flats, kind, termFrom, termTo, voting }: Person): readonly string[] {
  return [
    ...(voting && !mayVote(kind) ? [`${seatKindNames[kind]}没有表决权，请把表决权改成“无”，或改身份`] : []),
    ...(termFrom !== '' && termTo !== '' && termTo < termFrom ? [`任期止 ${termTo} 早于任期起 ${termFrom}`] : []),
    ...(said.flats !== '' && flats !== '' && area === '' ? ['写了套数，没写面积，请两样都写，或都不写'] : []),
  ]
}

const COMPARED = [
  'name',
  'kind',
  'voting',
  'party',
  'duty',
  'termFrom',
  'termTo',
  'suspended',
  'flats',
  'area',
  'house',
  'phone',
] as const satisfies Field[]

function readPerson(line: number, person: Person, known: Person | undefined): ReadPerson {
  if (known === undefined) return { line, person, state: 'new', changes: [] }
  const changes = COMPARED.flatMap((field) =>
    person[field] === known[field] ? [] : [`${fieldNames[field]}：${shown(known, field)} → ${shown(person, field)}`],
  )
  return { line, person, state: changes.length === 0 ? 'same' : 'changed', existing: known.seatId, changes }
}

function shown(person: Person, field: (typeof COMPARED)[number]): string {
  if (field === 'kind') return seatKindNames[person.kind]
  if (field === 'voting') return person.voting ? '有' : '无'
  if (field === 'suspended') return person.suspended ? '是' : '否'
  return person[field] || '（空）'
}
