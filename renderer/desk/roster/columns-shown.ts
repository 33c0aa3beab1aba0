/** The columns of the list that give way where it is narrow; what is hidden stands in the panel. */
export type Column = 'party' | 'term' | 'house' | 'phone'

/** Pixels at plain type that the columns take which are always there. */
const ALWAYS = 760
/** The one that is missed least goes last. */
const GIVING_WAY: readonly (readonly [Column, number])[] = [
  ['party', 124],
  ['phone', 134],
  ['house', 116],
  ['term', 134],
]

/** The columns that a list of this width has room for; `scale` is that of the type, 1 for plain. */
export function columnsFor(width: number, scale: number): ReadonlySet<Column> {
  const shown = new Set<Column>()
  let left = width / scale - ALWAYS
  for (const [column, needed] of GIVING_WAY) {
    if (left < needed) break
    shown.add(column)
    left -= needed
  }
  return shown
}
