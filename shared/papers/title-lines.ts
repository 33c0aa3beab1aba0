/** 版心 156 mm holds 20 characters of 二号; one is left free, so that no font breaks a line of ours again. */
const LINE_WIDTH = 19

/** What stays on one line with the word before or after it. */
const CLOSING = /^[，。、；：？！）》」』”’…—]/
const OPENING = /[（《「『“‘第与和及暨或]$/
/** Names of bodies end so: behind them a line may well end. */
const BODY_END = /(?:委员会|居委会|业委会|议事会|议事厅|党支部|党委|社区|小区|街道|网格|关于|的)$/

/** A body's name is not worth tearing for a balance this much better. */
const BODY_END_BONUS = 12

/**
 * 标题回行 (GB/T 9704-2012 7.3.1): words stay whole and the lines are of about the same length. Latin letters and digits
 * count as half a character.
 */
export function titleLines(title: string): readonly string[] {
  const total = widthOf(title)
  if (total <= LINE_WIDTH) return [title]
  const words = wordsOf(title)
  const count = Math.ceil(total / LINE_WIDTH)
  return best(words, count) ?? best(words, count + 1) ?? hardLines(title)
}

/** The cheapest way to make `count` lines of words; null when they do not fit. */
function best(words: readonly string[], count: number): readonly string[] | null {
  const ideal = widthOf(words.join('')) / count
  const known = new Map<string, Lines | null>()
  const from = (start: number, left: number): Lines | null => {
    const key = `${start} ${left}`
    const memo = known.get(key)
    if (memo !== undefined) return memo
    let cheapest: Lines | null = null
    let line = ''
    for (let end = start + 1; end <= words.length; end += 1) {
      line += words[end - 1] ?? ''
      if (widthOf(line) > LINE_WIDTH) break
      const isLast = end === words.length
      if (isLast !== (left === 1)) continue
      const rest = isLast ? { lines: [], cost: 0 } : from(end, left - 1)
      if (rest === null) continue
      const cost = rest.cost + (widthOf(line) - ideal) ** 2 - (!isLast && BODY_END.test(line) ? BODY_END_BONUS : 0)
      if (cheapest === null || cost < cheapest.cost) cheapest = { lines: [line, ...rest.lines], cost }
    }
    known.set(key, cheapest)
    return cheapest
  }
  return from(0, count)?.lines ?? null
}

type Lines = { readonly lines: readonly string[]; readonly cost: number }

/** Words as the language has them, brackets and stops with their neighbours. */
function wordsOf(title: string): readonly string[] {
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)) {
    const before = words.at(-1)
    const joins = before !== undefined && (CLOSING.test(segment) || OPENING.test(before))
    if (joins) words[words.length - 1] = before + segment
    else words.push(segment)
  }
  return words.flatMap((word) => (widthOf(word) > LINE_WIDTH ? hardLines(word) : [word]))
}

/** Where no word ends in time, a line is full when it is full. */
function hardLines(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    if (line !== '' && widthOf(line + segment) > LINE_WIDTH) {
      lines.push(line)
      line = ''
    }
    line += segment
  }
  return line === '' ? lines : [...lines, line]
}

/** In characters of full width. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1
  return width
}
