import type { SeatId } from '../../../../../shared/core/ids.ts'
import { type ChannelName, marksOf, readMarks, rowNames } from '../../../../../shared/meeting/voting/marks.ts'
import type { NamedBallot, VoteFrame } from '../../../../../shared/meeting/voting/state.ts'
import { voterOf } from '../../../../../shared/meeting/voting/state.ts'
import type { Question } from '../../../../../shared/meeting/voting/terms.ts'
import { markName } from '../../../../../shared/wording/vote-words.ts'

/** What a ballot says: 赞成; the rows that were picked; of every row 满意 or 8 分. */
function ballotWords(question: Question, option: string): string {
  const marks = readMarks(question, option) ?? []
  if (question.kind === 'choice') {
    const picked = question.rows.filter((_, row) => marks[row] === 'chosen')
    return picked.length === 0 ? '一个也没选' : picked.join('、')
  }
  return rowNames(question)
    .map((name, row) => {
      const mark = markName(marks[row] ?? '')
      return name === null ? mark : `${name} ${mark}`
    })
    .join('；')
}

type Line = { readonly words: string; readonly seatIds: readonly SeatId[] }

/** Who said what on named ballots: by 赞成, 反对, 弃权 where there is one row, else one line a ballot. */
export function namedLines(question: Question, ballots: readonly NamedBallot[]): readonly Line[] {
  if ('rows' in question) {
    return ballots.map(({ option, seatId }) => ({ words: ballotWords(question, option), seatIds: [seatId] }))
  }
  return marksOf(question).map((mark) => ({
    words: markName(mark),
    seatIds: ballots.filter((ballot) => ballot.option === mark).map(({ seatId }) => seatId),
  }))
}

/** Who took part without a named ballot, by channel, and who did not take part. */
export function unnamedLines({
  ballots,
  ...vote
}: Pick<VoteFrame, 'electors' | 'voters'> & { readonly ballots: readonly NamedBallot[] }): readonly Line[] {
  const others = vote.electors.filter((seatId) => !ballots.some((ballot) => ballot.seatId === seatId))
  const by = (channel: ChannelName | null) =>
    others.filter((seatId) => (voterOf(vote, seatId)?.channel ?? null) === channel)
  const secret = [
    { words: '领了无记名纸票', seatIds: by('paper') },
    { words: '举了手，只点人数', seatIds: by('hands') },
  ]
  return [...secret.filter(({ seatIds }) => seatIds.length > 0), { words: '没投', seatIds: by(null) }]
}
