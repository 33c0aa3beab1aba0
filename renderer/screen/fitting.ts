/** All of these names in so many characters: each has the same share, and whatever is longer ends in an ellipsis. */
export function fitting(names: readonly string[], room: number): readonly string[] {
  const share = Math.max(2, Math.floor(room / names.length))
  return names.map((name) => {
    const letters = [...name]
    return letters.length <= share ? name : `${letters.slice(0, share - 1).join('')}…`
  })
}

/** Sizes of free text on a page of 1024×768: how many full-width characters fit into a line, and how many lines. */
const sizes = [
  { size: 'huge', across: 6, down: 3 },
  { size: 'big', across: 9, down: 4 },
  { size: 'middle', across: 12, down: 5 },
  { size: 'small', across: 16, down: 7 },
] as const

/** The largest letters in which a text fits on the screen, line breaks of its own included. */
export function letterSize(text: string): (typeof sizes)[number]['size'] | 'smallest' {
  const lines = text.split('\n')
  const fits = ({ across, down }: (typeof sizes)[number]) =>
    lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / across)), 0) <= down
  return sizes.find(fits)?.size ?? 'smallest'
}
