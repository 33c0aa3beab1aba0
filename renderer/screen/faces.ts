/** How long a page stays before the next one comes: two lines are read aloud in that time. */
export const PAGE_MS = 10_000
/** Characters that a page takes besides everything else that stands on it. */
const TEXT_ROOM = 160
/** Characters above rows or bars. */
const HEAD_ROOM = 50

/** What is on while people vote, or before: all of it, or one part after the other where all does not fit. */
type Face =
  | { readonly show: 'all' }
  | { readonly show: 'text' }
  | { readonly show: 'reading'; readonly text: string }
  | { readonly show: 'figures' }

/** `readings`: how the proposal would read, by each amendment; `figures`: whether rows or bars stand there too. */
export function facesOf({
  figures,
  motion,
  readings,
}: {
  readonly motion: string
  readonly readings: readonly string[]
  readonly figures: boolean
}): readonly Face[] {
  const written = readings.reduce((sum, text) => sum + text.length, motion.length)
  if (written <= (figures ? HEAD_ROOM : TEXT_ROOM)) return [{ show: 'all' }]
  return [
    { show: 'text' },
    ...readings.map((text) => ({ show: 'reading', text }) as const),
    ...(figures ? [{ show: 'figures' } as const] : []),
  ]
}

/** Which of so many pages is on at `now`, ms since 1970, from 0: one after the other, over and over. */
export const pageAt = (pages: number, now: number): number => Math.floor(now / PAGE_MS) % Math.max(1, pages)
