import type { SeatId } from '../../../shared/core/ids.ts'
import { countedMarks, type Mark, readMarks, rowNames } from '../../../shared/meeting/voting/marks.ts'
import type { NamedBallot } from '../../../shared/meeting/voting/state.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'

/** What a ballot says of a row; a motion has no name for its one row. */
type Line = { readonly name: string | null; readonly mark: Mark }

/** A ballot read out: 多选 names what is picked alone. */
export function linesOf(question: Question, option: string): readonly Line[] {
  const names = rowNames(question)
  return (readMarks(question, option) ?? []).flatMap((mark, row) =>
    mark === 'not' ? [] : [{ name: names[row] ?? null, mark }],
  )
}

/** Named ballots, row by row and mark by mark; marks that nobody made are left out where there are many. */
export function ballotsByMark(
  question: Question,
  ballots: readonly NamedBallot[],
): readonly {
  readonly name: string | null
  readonly marks: readonly { readonly mark: Mark; readonly seatIds: readonly SeatId[] }[]
}[] {
  const read = ballots.map(({ option, seatId }) => ({ marks: readMarks(question, option), seatId }))
  const shown = countedMarks(question)
  return rowNames(question).map((name, row) => ({
    name,
    marks: shown
      .map((mark) => ({
        mark,
        seatIds: read.filter(({ marks }) => marks?.[row] === mark).map(({ seatId }) => seatId),
      }))
      .filter(({ seatIds }) => seatIds.length > 0 || name === null),
  }))
}
