import * as z from 'zod/mini'

/** Text a person typed: trimmed, neither empty nor longer than `max` UTF-16 units. */
export const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))

/** An instant: whole ms since 1970, within the range of dates that JavaScript can show. */
export const instant = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000))

/** A calendar date in China, `YYYY-MM-DD`. */
export const calendarDate = z.iso.date()
