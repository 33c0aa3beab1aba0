import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, isDecimal, millionths, sumOf, unitsOf, unitsText } from '../../../../shared/core/decimal.ts'

describe('decimals', () => {
  it.each(['0', '12', '98.5', '98.50', '0.000001', '999999999999.999999'])('%s is one', (text) => {
    expect(isDecimal(text)).toBe(true)
  })

  it.each(['', '-1', '+1', '01', '.5', '5.', '1e3', '1,000', '0.0000001', '1000000000000', ' 1', 1, null])(
    '%j is none',
    (value) => {
      expect(isDecimal(value)).toBe(false)
    },
  )

  it('add up as a pupil adds them, not as binary fractions do', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3')
    expect(sumOf(['98.50', '101.5'])).toBe('200')
    expect(sumOf([])).toBe('0')
  })

  it('come back from millionths, without zeros at the end', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (units) => {
        const text = decimalText(units)
        expect(isDecimal(text)).toBe(true)
        expect(millionths(text)).toBe(units)
        expect(text).not.toMatch(/\.\d*0$/)
      }),
    )
  })

  it('keep as many places as are asked for', () => {
    expect(unitsOf('0.30000000000000004', 18)).toBe(300_000_000_000_000_040n)
    expect(unitsText(300_000_000_000_000_040n, 18)).toBe('0.30000000000000004')
    expect(unitsOf('7', 0)).toBe(7n)
    expect(unitsText(7n, 0)).toBe('7')
  })
})
