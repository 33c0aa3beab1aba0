import { describe, expect, it } from 'vitest'
import {
  firstRows,
  newRow,
  pastedRows,
  type RosterRow,
  rosterFault,
  rowFault,
} from '../../../../renderer/desk/first-run/roster-rows.ts'
import { rosterSteps } from '../../../../renderer/desk/first-run/roster-steps.ts'

const row = (name: string, kind: RosterRow['kind'] = 'standing'): RosterRow => newRow(kind, name)
const shown = (rows: readonly RosterRow[]) => rows.map(({ kind, name, voting }) => [name, kind, voting])

describe('a roster that is pasted', () => {
  it('takes two columns of Excel as name and kind, and leaves the heading out', () => {
    const rows = pastedRows('姓名\t身份\r\n沈清明\t常任委员\r\n周桂芳\t居民代表\r\n高秀兰\t列席\r\n', 'standing')
    expect(shown(rows)).toEqual([
      ['沈清明', 'standing', true],
      ['周桂芳', 'public', true],
      ['高秀兰', 'guest', false],
    ])
  })

  it('takes a 接龙 from WeChat without its numbers', () => {
    const rows = pastedRows('1. 沈清明\n2、周桂芳\n（3）马小满\n4 高秀兰\n\n10．许立冬', 'public')
    expect(rows.map((one) => one.name)).toEqual(['沈清明', '周桂芳', '马小满', '高秀兰', '许立冬'])
    expect(rows.every((one) => one.kind === 'public')).toBe(true)
  })

  it('keeps a name that has a number or a blank in itself', () => {
    expect(pastedRows('3号楼 楼长\n欧阳 震华', 'standing').map((one) => one.name)).toEqual(['3号楼 楼长', '欧阳 震华'])
  })

  it('gives every row a seat of its own', () => {
    const rows = pastedRows('甲\n乙\n丙', 'standing')
    expect(new Set(rows.map((one) => one.seatId)).size).toBe(3)
  })
})

describe('what is wrong with a roster', () => {
  it('says which row has the same name', () => {
    const rows = [row('沈清明'), row('周桂芳'), row(' 沈清明 ')]
    expect(rowFault(rows, 0)).toBe('与第 3 行重名，请加上楼栋或单位区分')
    expect(rowFault(rows, 1)).toBeNull()
    expect(rowFault(rows, 2)).toBe('与第 1 行重名，请加上楼栋或单位区分')
  })

  it('asks for a convener and for somebody who votes, and passes over empty lines', () => {
    expect(rosterFault(firstRows())).toMatch('名册还是空的')
    expect(rosterFault([row('沈清明'), row('')])).toMatch('召集人')
    expect(rosterFault([{ ...row('赵大有', 'convener'), voting: false }])).toMatch('表决权')
    expect(rosterFault([row('赵大有', 'convener'), row(''), row('')])).toBeNull()
  })
})

describe('the steps to a roster', () => {
  const [convener, member] = [row('赵大有', 'convener'), row('沈清明')]

  it('name everybody before they are seated', () => {
    const steps = rosterSteps(null, {}, [convener, row(''), member])
    expect(steps.map((step) => step.type)).toEqual(['saveContact', 'addSeat', 'saveContact', 'addSeat'])
  })

  it('after a break are only those that are left', () => {
    const seats = [{ seatId: convener.seatId, kind: convener.kind, voting: convener.voting }]
    const names = { [convener.seatId]: '赵大有', [member.seatId]: '沈清明' }
    expect(rosterSteps({ seats }, names, [convener, member])).toEqual([
      { stream: 'council', type: 'addSeat', data: { seatId: member.seatId, kind: 'standing', voting: true } },
    ])
  })

  it('later on are the differences, and who is not on it any more retires', () => {
    const seats = [convener, member].map(({ kind, seatId, voting }) => ({ seatId, kind, voting }))
    const names = { [convener.seatId]: '赵大有', [member.seatId]: '沈清明' }
    expect(rosterSteps({ seats }, names, [{ ...convener, name: '赵大友', voting: false }])).toEqual([
      {
        stream: 'contacts',
        type: 'saveContact',
        data: { seatId: convener.seatId, name: '赵大友', phone: null, house: null },
      },
      { stream: 'council', type: 'reviseSeat', data: { seatId: convener.seatId, kind: 'convener', voting: false } },
      { stream: 'council', type: 'retireSeat', data: { seatId: member.seatId } },
    ])
  })

  it('are none when nothing has changed', () => {
    const seats = [{ seatId: member.seatId, kind: member.kind, voting: member.voting }]
    expect(rosterSteps({ seats }, { [member.seatId]: '沈清明' }, [member])).toEqual([])
  })
})
