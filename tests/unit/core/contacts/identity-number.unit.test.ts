import { describe, expect, it } from 'vitest'
import { holdsIdNumber } from '../../../../shared/contacts/identity-number.ts'

describe('the number of an identity card', () => {
  it.each([
    ['in one row', '110105194912310021'],
    ['with X', '11010519491231002X'],
    ['with a small x', '11010519491231002x'],
    ['as a table rounds it', '110105194912310000'],
    ['of a foreigner', '911105198012310021'],
    ['in one row, whatever its date', '110105999999990021'],
    ['behind a house number', '3栋402 110105194912310021'],
    ['behind a mobile', '13812345678 110105194912310021'],
    ['between letters', 'ID110105194912310021号'],
    ['in groups', '110105 19491231 0021'],
    ['in groups with a small x', '110105 19491231 002x'],
    ['with hyphens', '110105-19491231-002X'],
    ['with dashes and spaces', '110105 – 19491231 — 002X'],
    ['with the date in parts', '110105 1949 12 31 002X'],
    ['in fours', '1101 0519 4912 3100 2X'],
    ['in full width', '１１０１０５１９４９１２３１００２Ｘ'],
    ['in full width and groups', '１１０１０５　１９４９１２３１　００２Ｘ'],
    ['with invisible marks of direction', '\u202d110105\u200b19491231002X\u202c'],
    ['on two lines', '110105\n194912310021'],
    ['of before 1999', '110105491231002'],
    ['of before 1999, in groups', '110105 491231 002'],
    ['of before 1999, behind a name', '张三110105491231002'],
  ])('is known %s', (_, text) => {
    expect(holdsIdNumber([text])).toBe(true)
  })

  it.each([
    ['a mobile', '13812345678'],
    ['a mobile in groups', '138 1234 5678'],
    ['a mobile with the country', '+86 138-1234-5678'],
    ['a mobile and a landline', '13812345678 8765432'],
    ['a mobile and a landline with a hyphen', '13812345678-8765432'],
    ['a landline and a mobile', '8765432 13812345678'],
    ['two mobiles', '13812345678 13987654321'],
    ['two mobiles in groups', '138 1234 5678 139 8765 4321'],
    ['a mobile of which the middle could be a date', '13812319901 2310123'],
    ['a landline with its extension', '021-12345678-1234'],
    ['postcode, landline and extension', '653124 88123456 8801'],
    ['a longer row of digits', '1101051949123100212'],
    ['a row of 16', '6222021234567890'],
    ['15 digits without a date', '110105491331002'],
    ['15 digits that begin with no region', '910105491231002'],
    ['a house', '红星路 1101 弄 05 号 1949 室 12-31-002'],
    ['a term', '2024-01-01 至 2026-12-31'],
  ])('is not seen in %s', (_, text) => {
    expect(holdsIdNumber([text])).toBe(false)
  })

  it('is looked for in every text that is there', () => {
    expect(holdsIdNumber(['张三', null, undefined, '11010519491231002X'])).toBe(true)
    expect(holdsIdNumber(['张三', null, undefined, ''])).toBe(false)
  })

  it('is not put together from two texts', () => {
    expect(holdsIdNumber(['110105', '194912310021'])).toBe(false)
  })
})
