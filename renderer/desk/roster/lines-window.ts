/** A stretch of a long list: a line that is drawn, or the height of lines that are not. */
export type Piece = { readonly line: number } | { readonly gap: number; readonly before: number }

/** Lines drawn beyond what is in view, so that a turn of the wheel shows no hole. */
const BEYOND = 8
/** Lines by which the window moves: fewer drawings than one for each line. */
const STEP = 4

/** The first line to draw for this place of the scroll bar. */
export const firstLine = (scrolled: number, lineHeight: number): number =>
  Math.max(0, Math.floor(scrolled / lineHeight / STEP) * STEP - BEYOND)

/**
 * Which of `count` lines are drawn: those of a view `height` high that begins with `first`, and the `pinned` ones
 * wherever they are, such as the one with the caret. Gaps are counted in lines.
 */
export function drawnPieces(
  count: number,
  view: { readonly first: number; readonly height: number; readonly lineHeight: number },
  pinned: readonly number[],
): readonly Piece[] {
  const last = Math.min(count, view.first + Math.ceil(view.height / view.lineHeight) + 2 * BEYOND + STEP)
  const from = Math.min(view.first, Math.max(0, count - 1))
  const drawn = new Set(pinned.filter((line) => line >= 0 && line < count))
  for (let line = from; line < last; line += 1) drawn.add(line)
  const pieces: Piece[] = []
  let next = 0
  for (const line of [...drawn].sort((a, b) => a - b)) {
    if (line > next) pieces.push({ gap: line - next, before: line })
    pieces.push({ line })
    next = line + 1
  }
  if (next < count) pieces.push({ gap: count - next, before: count })
  return pieces
}
