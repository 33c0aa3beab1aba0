import { describe, expect, it } from 'vitest'
import { type CloseReason, closeCodes, closeReasonOf } from '../../../../shared/protocol/close-codes.ts'
import { farewells } from '../../../../shared/wording/farewells.ts'

const reasons = Object.keys(closeCodes) as readonly CloseReason[]

/** A close frame has 125 bytes, 2 of them for the code (RFC 6455 §5.5). */
const CLOSE_REASON_BYTES = 123

describe.each(reasons)('the farewell for %s', (reason) => {
  it('fits a close frame', () => {
    expect(new TextEncoder().encode(farewells[reason]).length).toBeLessThanOrEqual(CLOSE_REASON_BYTES)
  })

  it('is a Chinese sentence that says what to do', () => {
    expect(farewells[reason]).toMatch(/^[\p{Script=Han}，。]+。$/u)
    expect(farewells[reason]).toMatch(/请/)
  })
})

describe('close codes', () => {
  it('are in the range of applications, and no two are the same', () => {
    const codes = Object.values(closeCodes)
    expect(codes.filter((code) => !(Number.isInteger(code) && code >= 4_000 && code <= 4_999))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it.each(reasons)('%s is found by its code', (reason) => {
    expect(closeReasonOf(closeCodes[reason])).toBe(reason)
  })

  it.each([1000, 1001, 1006, 1009, 3999, 4999, Number.NaN])('%d is none of ours', (code) => {
    expect(closeReasonOf(code)).toBeNull()
  })
})
