import { describe, expect, it } from 'vitest'
import { type CouncilDraft, newCouncil } from '../../../../renderer/desk/first-run/council-draft.ts'
import {
  editOf,
  emptiedFault,
  isRosterEdit,
  movedElsewhere,
  type RosterEdit,
} from '../../../../renderer/desk/first-run/roster-edit.ts'
import {
  firstRows,
  newRow,
  pastedRows,
  type RosterRow,
  rosterFault,
  rowFault,
} from '../../../../renderer/desk/first-run/roster-rows.ts'
import { leaving, rosterSteps } from '../../../../renderer/desk/first-run/roster-steps.ts'

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

const seatsOf = (rows: readonly RosterRow[]) => rows.map(({ kind, seatId, voting }) => ({ seatId, kind, voting }))
const namesOf = (rows: readonly RosterRow[]) => Object.fromEntries(rows.map(({ name, seatId }) => [seatId, name]))

describe('the steps to a roster', () => {
  const [convener, member] = [row('赵大有', 'convener'), row('沈清明')]
  const people = [convener, member]

  it('name everybody before they are seated', () => {
    const steps = rosterSteps(null, {}, { rows: [convener, row(''), member], removed: [] })
    expect(steps.map((step) => step.type)).toEqual(['saveContact', 'addSeat', 'saveContact', 'addSeat'])
  })

  it('after a break are only those that are left', () => {
    expect(rosterSteps({ seats: seatsOf([convener]) }, namesOf(people), { rows: people, removed: [] })).toEqual([
      { stream: 'council', type: 'addSeat', data: { seatId: member.seatId, kind: 'standing', voting: true } },
    ])
  })

  it('later on are the differences, and whose line was removed retires', () => {
    const rows = [{ ...convener, name: '赵大友', voting: false }]
    expect(rosterSteps({ seats: seatsOf(people) }, namesOf(people), { rows, removed: [member.seatId] })).toEqual([
      {
        stream: 'contacts',
        type: 'saveContact',
        data: { seatId: convener.seatId, name: '赵大友' },
      },
      { stream: 'council', type: 'reviseSeat', data: { seatId: convener.seatId, kind: 'convener', voting: false } },
      { stream: 'council', type: 'retireSeat', data: { seatId: member.seatId } },
    ])
  })

  it('are none when nothing has changed', () => {
    expect(rosterSteps({ seats: seatsOf(people) }, namesOf(people), { rows: people, removed: [] })).toEqual([])
  })

  it('never retire a seat that the draft does not know, nor one whose name was emptied', () => {
    const rows = [convener, { ...member, name: ' ' }]
    const seats = seatsOf([...people, row('后来的人')])
    expect(rosterSteps({ seats }, namesOf(people), { rows, removed: [] })).toEqual([])
  })

  it('retire nobody twice, and nobody who was never seated', () => {
    expect(leaving({ seats: seatsOf([convener]) }, [convener.seatId, member.seatId])).toEqual([convener.seatId])
    expect(leaving(null, [convener.seatId])).toEqual([])
  })
})

describe('changes of a roster that are not saved', () => {
  const [convener, member, third] = [row('赵大有', 'convener'), row('沈清明'), row('周桂芳')]
  const host = [convener, member]
  const start: CouncilDraft = { ...newCouncil(), name: '测试议事厅', rows: host }
  const edit = (rows: readonly RosterRow[], removed: CouncilDraft['removed'] = []): RosterEdit => ({
    began: [host],
    draft: { ...start, rows, removed },
  })

  it('are none after a look, nor after a change that was taken back', () => {
    expect(editOf(null, host, start, { ...start })).toBeNull()
    const typed = editOf(null, host, start, { ...start, rows: [{ ...convener, name: '赵大' }, member] })
    expect(typed).not.toBeNull()
    expect(editOf(typed, host, start, { ...start, rows: [{ ...convener, name: '赵大有' }, member] })).toBeNull()
  })

  it('keep the roster from which they began, however much is typed', () => {
    const first = editOf(null, host, start, { ...start, rows: [convener] })
    expect(editOf(first, [third], start, { ...start, rows: [] })?.began).toEqual([host])
  })

  it('stand while the roster at the host is the one from which they began', () => {
    expect(movedElsewhere(edit([convener, { ...member, name: '沈清' }, third]), host)).toBe(false)
    expect(movedElsewhere(edit([convener], [member.seatId]), host)).toBe(false)
  })

  it('are stale once somebody else added, retired, renamed or revised a seat, or deleted a name', () => {
    const mine = edit([{ ...convener, name: '赵大友' }, member])
    for (const elsewhere of [
      [...host, third],
      [convener],
      [convener, { ...member, name: '沈清' }],
      [convener, { ...member, voting: false }],
      [convener, { ...member, kind: 'guest' as const }],
      [convener, { ...member, name: '' }],
    ]) {
      expect(movedElsewhere(mine, elsewhere)).toBe(true)
    }
  })

  it('are stale when a removed seat was changed elsewhere in the meantime', () => {
    expect(movedElsewhere(edit([convener], [member.seatId]), [convener, { ...member, name: '沈清' }])).toBe(true)
  })

  it('stay what they are while they arrive one by one, also when typing goes on after a break', () => {
    const sent = [{ ...convener, name: '赵大友', voting: false }, third]
    const half: RosterEdit = { began: [host, sent], draft: { ...start, rows: sent, removed: [member.seatId] } }
    const arriving = [
      [convener, member],
      [{ ...convener, name: '赵大友' }, member],
      [{ ...convener, name: '赵大友', voting: false }, member, { ...third, name: '' }],
      sent,
    ]
    for (const rows of arriving) expect(movedElsewhere(half, rows)).toBe(false)
    const further = { ...half, draft: { ...half.draft, rows: [{ ...convener, name: '赵友' }] } }
    for (const rows of arriving) expect(movedElsewhere(further, rows)).toBe(false)
  })

  it('are read back from the device as they were, and nothing else is', () => {
    const kept: unknown = JSON.parse(JSON.stringify(edit([convener], [member.seatId])))
    expect(isRosterEdit(kept)).toBe(true)
    const { removed: _, ...older } = start
    for (const other of [null, older, start, { began: [], draft: start }, { began: [host], draft: older }]) {
      expect(isRosterEdit(other)).toBe(false)
    }
  })

  it('ask for a removal instead of an emptied name', () => {
    const names = namesOf(host)
    expect(emptiedFault([convener, { ...member, name: ' ' }], names)).toMatch('第 2 行')
    expect(emptiedFault([...host, row('')], names)).toBeNull()
  })
})
