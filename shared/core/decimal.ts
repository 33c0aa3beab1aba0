/** Up to a million million in front of the point and six places behind it: finer than any land register. */
const DECIMAL = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/

/** A number with a point as its text says it, never as a binary fraction: `1234.56`. */
export type Decimal = string

export const isDecimal = (value: unknown): value is Decimal => typeof value === 'string' && DECIMAL.test(value)

/** Places behind the point that are kept exactly. */
const PLACES = 6

/** A decimal in units of 10^-places, exactly; it must not have more places than that. */
export function unitsOf(value: Decimal, places: number): bigint {
  const [whole = '0', fraction = ''] = value.split('.')
  return BigInt(whole + fraction.padEnd(places, '0'))
}

/** Units of 10^-places as text, without zeros at the end: `1234.5`. */
export function unitsText(units: bigint, places: number): Decimal {
  const digits = units.toString().padStart(places + 1, '0')
  const point = digits.length - places
  const fraction = digits.slice(point).replace(/0+$/, '')
  return digits.slice(0, point) + (fraction === '' ? '' : `.${fraction}`)
}

/** A decimal in millionths: exact, to be added, multiplied by whole numbers and compared. */
export const millionths = (value: Decimal): bigint => unitsOf(value, PLACES)

/** Millionths as text, without zeros at the end: `1234.5`. */
export const decimalText = (value: bigint): Decimal => unitsText(value, PLACES)

/** The sum of decimals, exactly. */
export const sumOf = (values: readonly Decimal[]): Decimal =>
  decimalText(values.reduce((sum, value) => sum + millionths(value), 0n))
