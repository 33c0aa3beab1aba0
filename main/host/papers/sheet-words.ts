import type { BallotSheet, BallotsContent } from '../../../shared/papers/ballot-content.ts'
import { printable } from '../../../shared/papers/plain-text.ts'

/** What is printed on one ballot and its stub alone. */
export type SheetWords = {
  readonly number: string
  /** A line each. */
  readonly facts: readonly string[]
  /** The same in one line, empty when there are none. */
  readonly factLine: string
}

/** Digits of a number on a stub. */
const DIGITS = 4
/** Private characters of Unicode: no text of a meeting needs one. */
const PRIVATE = 0xe000

export const wordsOf = ({ facts, number }: BallotSheet): SheetWords => ({
  number: number === null ? '' : String(number).padStart(DIGITS, '0'),
  facts,
  factLine: facts.join('　'),
})

/** A character that stands nowhere in these ballots, whatever somebody wrote into them. */
export function freeMark(content: BallotsContent): string {
  const written = JSON.stringify({ ...content, sheets: [] })
  let code = PRIVATE
  while (written.includes(String.fromCharCode(code))) code += 1
  return String.fromCharCode(code)
}

/** Stands on a page that is laid out once, where the words of its ballot number `place` (from 0) are put in later. */
export const wordsToCome = (mark: string, place: number): SheetWords => ({
  number: `${mark}${place}number${mark}`,
  facts: [`${mark}${place}facts${mark}`],
  factLine: `${mark}${place}factLine${mark}`,
})

/** A paragraph, or what stands between two. Paragraphs hold no others here. */
const PARAGRAPH_EDGE = /(?<=<\/w:p>)|(?=<w:p>)/

/** Puts the words of these ballots on a page that was laid out with `wordsToCome`: a paragraph for each fact. */
export function pageOfWords(body: string, mark: string): (sheets: readonly SheetWords[]) => string {
  const place = new RegExp(`${mark}(\\d+)(number|facts|factLine)${mark}`)
  const pieces = body.split(PARAGRAPH_EDGE).map((piece) => {
    const [token, index, kind] = place.exec(piece) ?? []
    if (token === undefined) return () => piece
    const [before = '', after = ''] = piece.split(token)
    return (sheets: readonly SheetWords[]) =>
      linesOf(sheets[Number(index)], kind)
        .map((line) => `${before}${xmlText(line)}${after}`)
        .join('')
  })
  return (sheets) => pieces.map((piece) => piece(sheets)).join('')
}

function linesOf(words: SheetWords | undefined, kind: string | undefined): readonly string[] {
  if (words === undefined) return []
  if (kind === 'number') return [words.number]
  if (kind === 'facts') return words.facts
  return words.factLine === '' ? [] : [words.factLine]
}

const xmlText = (text: string): string =>
  printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
