import { describe, expect, it } from 'vitest'
import { pastedPeople, pastedSheet } from '../../../../renderer/desk/roster/files/pasted.ts'
import { rosterFrom } from '../../../../renderer/desk/roster/files/roster-from.ts'
import {
  brought,
  countsOf,
  faultsText,
  previewRows,
  rowsShown,
  wholeFault,
} from '../../../../renderer/desk/roster/import/preview-rows.ts'

const existing = pastedPeople('姓名\t身份\t电话\n沈清明\t召集人\t13800000000\n高秀兰\t列席\t', 'standing') ?? []
const read = (text: string) => rosterFrom(pastedSheet(text), existing)
const MIXED = '姓名\t身份\t电话\n沈清明\t\t13900000000\n周桂芳\t飞行员\t\n王芳\t公众\t\n王芳\t公众\t\n高秀兰\t列席\t\n'

describe('the preview of a file', () => {
  it('has every row in its order with what becomes of it', () => {
    const rows = previewRows(read(MIXED))
    expect(rows.map(({ line, name, outcome }) => [line, name, outcome])).toEqual([
      [2, '沈清明', 'changed'],
      [3, '周桂芳', 'fault'],
      [4, '王芳', 'new'],
      [5, '王芳', 'duplicate'],
      [6, '高秀兰', 'same'],
    ])
    expect(rows.map(({ sentence }) => sentence)).toEqual([
      '电话：13800000000 → 13900000000',
      expect.stringMatching(/^身份“飞行员”看不懂/),
      '',
      expect.stringMatching(/^与第 4 行重名/),
      '',
    ])
    expect(countsOf(rows)).toEqual({ new: 1, changed: 1, same: 1, duplicate: 1, fault: 1, good: 2, bad: 2 })
    expect(rowsShown(rows, 'faults').map(({ line }) => line)).toEqual([3, 5])
    expect(rowsShown(rows, 'new').map(({ line }) => line)).toEqual([4])
    expect(rowsShown(rows, 'all')).toHaveLength(5)
  })

  it('brings those who are new or changed, with the seats that they have, and nobody else', () => {
    const people = brought(read(MIXED))
    expect(people.map(({ name }) => name)).toEqual(['沈清明', '王芳'])
    expect(people[0]?.seatId).toBe(existing[0]?.seatId)
  })

  it('says what is wrong with the file as a whole apart from its rows', () => {
    expect(wholeFault(read(MIXED))).toBeNull()
    const reading = read('产品\t单价\t数量\n苹果\t3.5\t20\n')
    expect(wholeFault(reading)).toContain('没有“姓名”一列')
    expect(previewRows(reading)).toEqual([])
    expect(brought(reading)).toEqual([])
  })

  it('gives the faults as text that can be sent to whoever made the file', () => {
    const text = faultsText('名册.xlsx', read(MIXED))
    expect(text.split('\n').slice(0, 2)).toEqual([
      '名册.xlsx：2 行有问题',
      expect.stringMatching(/^第 3 行（周桂芳）：身份“飞行员”看不懂/),
    ])
  })
})
