import { type Counts, countOf } from '../../shared/meeting/voting/marks.ts'
import { forMark } from '../../shared/meeting/voting/result.ts'
import type { Question } from '../../shared/meeting/voting/terms.ts'
import { rowLabels } from '../../shared/wording/vote-words.ts'
import { pageAt } from './faces.ts'

/** What stands in one column of figures, and in one of names alone. */
const ONE_COLUMN = 8
const FEW_NAMES = 3
/** What stands on one page in two columns. */
const WITH_FIGURES = 16
const NAMES_ALONE = 10

/** A row of a vote: where it stands on the ballot (from 0), what it is called, how many votes are for it. */
type ShownRow = { readonly row: number; readonly name: string; readonly votes: number }

type ShownRows = {
  readonly rows: readonly ShownRow[]
  readonly columns: 1 | 2
  /** How many there are in all, where not all of them are shown; else null. */
  readonly of: number | null
}

/**
 * The rows of a vote for a page, in the order of the ballot. Of more than a page has room for, those with the most votes;
 * where no figures are shown (`counts` null), the first ones.
 */
export function shownRows(question: Question, counts: Counts | null): ShownRows {
  const mark = forMark(question)
  const rows = rowLabels(question).map((name, row) => ({
    row,
    name: name ?? '',
    votes: counts === null ? 0 : countOf(counts, row, mark),
  }))
  const [most, single] = counts === null ? [NAMES_ALONE, FEW_NAMES] : [WITH_FIGURES, ONE_COLUMN]
  if (rows.length <= most) return { rows, columns: rows.length <= single ? 1 : 2, of: null }
  const foremost = [...rows].sort((a, b) => b.votes - a.votes || a.row - b.row).slice(0, most - 1)
  return { rows: foremost, columns: 2, of: rows.length }
}

/** Which rows of a long table are on at `now` (ms since 1970). */
export function tablePage(
  rows: number,
  now: number,
): { readonly from: number; readonly to: number; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(rows / ONE_COLUMN))
  const page = pageAt(pages, now)
  // As many on each page as on any other: none stands there with a single row.
  const each = Math.ceil(rows / pages)
  return { from: page * each, to: Math.min(rows, (page + 1) * each), page: page + 1, pages }
}
