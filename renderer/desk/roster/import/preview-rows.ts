import { seatKindNames } from '../../../../shared/wording/seat-kinds.ts'
import type { ReadPerson, RosterReading, RowFault } from '../files/roster-from.ts'
import type { Person } from '../person.ts'

/** What becomes of a row when the file is imported. */
export type Outcome = 'new' | 'changed' | 'same' | 'duplicate' | 'fault'

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  new: '新增',
  changed: '更新',
  same: '无变化',
  duplicate: '重复',
  fault: '有错',
}

/** One line of the preview. */
export type PreviewRow = {
  readonly key: string
  readonly line: number
  readonly name: string
  readonly kind: string
  readonly voting: string
  readonly party: string
  readonly house: string
  readonly phone: string
  readonly outcome: Outcome
  /** What changes or what is wrong; empty when there is nothing to say. */
  readonly sentence: string
}

/** Which rows the preview shows. */
export type Shown = 'all' | 'faults' | 'new' | 'changed'

/** Every row of the file, in its order; what is wrong with the file as a whole is no row. */
export function previewRows({ faults, people }: RosterReading): readonly PreviewRow[] {
  return [...people.map(personRow), ...faults.flatMap(faultRow)].sort((a, b) => a.line - b.line)
}

function personRow({ changes, line, person, state }: ReadPerson): PreviewRow {
  const { house, kind, name, party, phone, voting } = person
  return {
    key: `${line}`,
    line,
    name,
    kind: seatKindNames[kind],
    voting: voting ? '有' : '无',
    party,
    house,
    phone,
    outcome: state,
    sentence: changes.join('；'),
  }
}

function faultRow({ cells, duplicate, line, sentence }: RowFault): readonly PreviewRow[] {
  if (line === null || Object.keys(cells).length === 0) return []
  const { house = '', kind = '', name = '', party = '', phone = '', voting = '' } = cells
  return [
    {
      key: `${line}`,
      line,
      name,
      kind,
      voting,
      party,
      house,
      phone,
      outcome: duplicate ? 'duplicate' : 'fault',
      sentence,
    },
  ]
}

export const isFaulty = ({ outcome }: PreviewRow): boolean => outcome === 'fault' || outcome === 'duplicate'

export function rowsShown(rows: readonly PreviewRow[], shown: Shown): readonly PreviewRow[] {
  if (shown === 'all') return rows
  return rows.filter((row) => (shown === 'faults' ? isFaulty(row) : row.outcome === shown))
}

/** How many rows come to what. */
export type Counts = Readonly<Record<Outcome, number>> & {
  /** People that an import brings: new or changed. */
  readonly good: number
  /** Rows that no import brings. */
  readonly bad: number
}

export function countsOf(rows: readonly PreviewRow[]): Counts {
  const counts = { new: 0, changed: 0, same: 0, duplicate: 0, fault: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return { ...counts, good: counts.new + counts.changed, bad: counts.duplicate + counts.fault }
}

/** What is wrong with the file as a whole, which nobody can import past; null when nothing is. */
export const wholeFault = ({ faults }: RosterReading): string | null =>
  faults.find(({ cells, line }) => line === null || Object.keys(cells).length === 0)?.sentence ?? null

/** The faults as text, to be sent to whoever made the file. */
export function faultsText(source: string, { faults, warnings }: RosterReading): string {
  const lines = faults.map(({ cells, line, sentence }) =>
    line === null ? sentence : `第 ${line} 行${cells.name === undefined ? '' : `（${cells.name}）`}：${sentence}`,
  )
  return [
    `${source}：${faults.length} 行有问题`,
    ...lines,
    ...warnings.map(({ sentence }) => `提醒：${sentence}`),
  ].join('\n')
}

/** Those whom an import brings to the roster. */
export const brought = ({ people }: RosterReading): readonly Person[] =>
  people.flatMap(({ person, state }) => (state === 'same' ? [] : [person]))
