import { type Counts, countedMarks, type Mark, rowNames } from '../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'

/** Five digits: more than anybody counts by hand, and as much as the host takes. */
export const MOST = 99_999

/** Numbers as they stand in the fields, row by row; an empty text is a field nobody has filled. */
export type TypedCounts = readonly Readonly<Record<Mark, string>>[]

export const nothingTyped = (question: Question): TypedCounts =>
  rowNames(question).map((_, row) => Object.fromEntries(countedMarks(question, row).map((mark) => [mark, ''])))

/** The number in a field; null: there is none. */
export const numberIn = (text: string): number | null => (/^\d{1,5}$/.test(text) ? Number(text) : null)

/** A field that takes digits alone. */
export const digitsOf = (text: string): string =>
  text.normalize('NFKC').replace(/\D/g, '').slice(0, String(MOST).length)

/** One more or one less than what stands in a field, never below nothing. */
export const stepped = (text: string, by: 1 | -1): string =>
  String(Math.min(MOST, Math.max(0, (numberIn(text) ?? 0) + by)))

/** What stands in the fields, an empty one as 0. */
export const countsIn = (typed: TypedCounts): Counts =>
  typed.map((row) => Object.fromEntries(Object.entries(row).map(([mark, text]) => [mark, numberIn(text) ?? 0])))

export const withCount = (typed: TypedCounts, row: number, mark: Mark, text: string): TypedCounts =>
  typed.map((counts, index) => (index === row ? { ...counts, [mark]: text } : counts))

export const blanksIn = (typed: TypedCounts): number =>
  typed.reduce((sum, row) => sum + Object.values(row).filter((text) => numberIn(text) === null).length, 0)

export const withZeros = (typed: TypedCounts): TypedCounts =>
  typed.map((row) => Object.fromEntries(Object.entries(row).map(([mark, text]) => [mark, text === '' ? '0' : text])))

/** Whether what was kept on this device are the fields of this question. */
export const areTypedCounts = (question: Question, value: unknown): value is TypedCounts =>
  Array.isArray(value) &&
  value.length === rowNames(question).length &&
  value.every(
    (row: unknown, index) =>
      typeof row === 'object' &&
      row !== null &&
      Object.values(row).every((text) => typeof text === 'string') &&
      countedMarks(question, index).every((mark) => mark in row),
  )
