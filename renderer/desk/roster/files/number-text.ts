/** Digits that Excel shows and people typed; what its files write behind them is the noise of binary fractions. */
const DIGITS = 15

/** A number of a workbook as people see it: `98.099999999999994` is 98.1, `1.38E+10` is 13800000000. */
export function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return raw
  if (Number.isInteger(number)) return BigInt(number).toString()
  return decimal(Number(number.toPrecision(DIGITS)))
}

/** Without an exponent, which JavaScript writes below a millionth. */
function decimal(number: number): string {
  const text = String(number)
  return text.includes('e') ? number.toFixed(20).replace(/0+$/, '') : text
}
