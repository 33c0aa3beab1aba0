const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000

/** The calendar date in China (UTC+8, no daylight saving) of an instant in ms since 1970: `2026-11-22`. */
export function chinaDate(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
