import type { SeatId } from '../../../shared/core/ids.ts'
import { channelsOf } from '../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import type { ShownVoter } from './voters-shown.ts'

/** With fewer secret papers than this their choice follows from what is published. */
const FEWEST_PAPERS = 3

type Numbered = Pick<OpenVote, 'voters' | 'spoilt'>

/** Numbers that were given: also those of papers that were taken back are never given again. */
const numbersGiven = ({ spoilt, voters }: Numbered): readonly number[] => [
  ...voters.flatMap(({ number }) => (number === null ? [] : [number])),
  ...spoilt.map(({ number }) => number),
]

/** The number behind the last one. */
export const nextNumber = (vote: Numbered): number => Math.max(0, ...numbersGiven(vote)) + 1

/** A paper for each of these in their order, from `first` on, over numbers that were given. */
export function papersFor(
  vote: Numbered,
  seatIds: readonly SeatId[],
  first: number,
): readonly { readonly seatId: SeatId; readonly number: number }[] {
  const given = new Set(numbersGiven(vote))
  let number = first - 1
  return seatIds.map((seatId) => {
    do number += 1
    while (given.has(number))
    return { seatId, number }
  })
}

/** 3–14 号, or the one number. */
export function numbersWords(papers: readonly { readonly number: number }[]): string {
  const [first] = papers
  const last = papers[papers.length - 1]
  if (first === undefined || last === undefined) return ''
  return first === last ? `${first.number} 号` : `${first.number}–${last.number} 号`
}

/**
 * So few secret papers beside named ballots that what is on them follows from the result, known to everybody who reads the
 * named ballots; null where nothing follows.
 */
export function fewPapersWords({
  issued,
  terms,
  voters,
}: Pick<OpenVote, 'issued' | 'terms' | 'voters'>): string | null {
  const namedHands = terms.channels.hands === 'named'
  const named = voters.some(({ channel, number }) => number === null && (channel !== 'hands' || namedHands))
  if (!named || issued === 0 || issued >= FEWEST_PAPERS) return null
  return `只有 ${issued} 张无记名纸票，公布后可能推得出是谁投的；可以多请几位改用纸票。`
}

/** What is to be known before the first secret paper is given out beside other ways of voting; null: nothing. */
export function beforePapersWords({ issued, stoppedAt, terms }: Pick<OpenVote, 'issued' | 'stoppedAt' | 'terms'>) {
  if (issued > 0 || stoppedAt !== null || channelsOf(terms.channels).length === 1) return null
  return `无记名纸票至少发 ${FEWEST_PAPERS} 张：只有一两张，公布后可能推得出是谁投的。`
}

/** What is asked before a vote with so few secret papers ends; null where there are none or enough. */
export const closingFewWords = ({ issued, terms }: Pick<OpenVote, 'issued' | 'terms'>): string | null =>
  terms.channels.paper !== 'secret' || issued === 0 || issued >= FEWEST_PAPERS
    ? null
    : `无记名纸票只发了 ${issued} 张，公布票数就可能看出是谁投的。`

/** To whom papers can be given at once: all who have not voted, and of these whoever has no device to vote on. */
export function paperless(voters: readonly ShownVoter[]): {
  readonly all: readonly ShownVoter[]
  readonly withoutDevice: readonly ShownVoter[]
} {
  const all = voters.filter(({ voter }) => voter === null)
  return { all, withoutDevice: all.filter(({ device, present }) => present && !device) }
}
