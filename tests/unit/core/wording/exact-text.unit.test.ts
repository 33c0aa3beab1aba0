import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactText } from '../../../../shared/wording/exact-text.ts'

/** What was written, as one fraction. */
function read(text: string): readonly [num: bigint, den: bigint] {
  const [whole = '0', part] = text.includes('又') ? text.split('又') : text.includes('/') ? ['0', text] : [text]
  if (part !== undefined) {
    const [num = '', den = ''] = part.split('/')
    return [BigInt(whole) * BigInt(den) + BigInt(num), BigInt(den)]
  }
  const [front = '', back = ''] = whole.split('.')
  return [BigInt(front + back), 10n ** BigInt(back.length)]
}

describe('a fraction in words', () => {
  it.each([
    [10n, 1n, '10', '10'],
    [21n, 2n, '10.5', '10.5'],
    [15n, 4n, '3又3/4', '3.75'],
    [40n, 3n, '13又1/3', '13又1/3'],
    [2n, 3n, '2/3', '2/3'],
    [6n, 4n, '1.5', '1.5'],
    [1n, 40n, '1/40', '0.025'],
    [0n, 3n, '0', '0'],
    [1n, 30n, '1/30', '1/30'],
  ])('%d/%d is %s, or as a decimal %s', (num, den, mixed, decimal) => {
    expect(exactText(num, den)).toBe(mixed)
    expect(exactText(num, den, true)).toBe(decimal)
  })

  it('is exact', () => {
    const num = fc.bigInt({ min: 0n, max: 10n ** 30n })
    const den = fc.bigInt({ min: 1n, max: 10n ** 20n })
    fc.assert(
      fc.property(
        num,
        fc.oneof(den, fc.constantFrom(3n, 4n, 300n, 10n ** 18n)),
        fc.boolean(),
        (over, under, decimals) => {
          const [n, d] = read(exactText(over, under, decimals))
          expect(n * under).toBe(over * d)
        },
      ),
      { numRuns: 500 },
    )
  })
})
