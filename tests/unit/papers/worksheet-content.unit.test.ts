import { describe, expect, test } from 'vitest'
import { type WorksheetContent, worksheetContent } from '../../../shared/papers/worksheet-content.ts'
import { id } from '../../fixtures/ids.ts'
import { worksheetsOf } from './opened-paper.ts'
import { type ToldMeeting, told } from './told-meeting.ts'

const tale: ToldMeeting = {
  items: [
    {
      title: '塑胶跑道',
      votes: [
        { motion: '铺设跑道', inFavour: 3, given: { unit: '物业公司', dueOn: '2027-01-06' } },
        { motion: '安装路灯', inFavour: 1 },
        { motion: '换掉大门', inFavour: 3, voided: { reason: '唱票有误', closed: true } },
        { motion: '增设座椅', inFavour: 3 },
        { motion: '修补围墙', inFavour: 3, given: { unit: '社区', dueOn: '2026-12-31', issued: false } },
      ],
    },
  ],
}

const fieldsOf = ({ head, sides }: WorksheetContent) => [
  ...head,
  ...sides.flat().flatMap((row) => (row.kind === 'wide' ? [row.field] : row.kind === 'pair' ? row.fields : [])),
]
const linesAt = (content: WorksheetContent | undefined, label: string) =>
  content && fieldsOf(content).find((field) => field.label === label)?.lines

describe('worksheets', () => {
  test('are one for each resolution, none for what failed or is void', () => {
    expect(worksheetsOf(tale).map(({ matter, ordinal }) => [ordinal, matter])).toEqual([
      [1, '铺设跑道'],
      [2, '增设座椅'],
      [3, '修补围墙'],
    ])
    const { ledger, meeting } = told(tale)
    expect(worksheetContent(meeting, id.resolution('nobody0'), ledger)).toBeNull()
  })

  test('say where the resolution comes from, and its result in the words that were stored', () => {
    const [first] = worksheetsOf(tale)
    const { meeting } = told(tale)
    expect(linesAt(first, '来源会议')).toEqual(['红星社区第一次议事会（2026年11月22日，二楼活动室）'])
    expect(linesAt(first, '来源议题')).toEqual(['塑胶跑道'])
    expect(linesAt(first, '决议内容')).toEqual(['铺设跑道'])
    expect(linesAt(first, '票数与依据')).toEqual([meeting.voting.past[0]?.verdict?.sentence])
    expect(linesAt(first, '票数与依据')?.[0]).toContain('依据待核对')
  })

  test('are filled in when they were given to somebody', () => {
    const [first] = worksheetsOf(tale)
    expect(linesAt(first, '工单编号')).toEqual(['2026-HX-0001'])
    expect(linesAt(first, '开出日期')).toEqual(['2026年11月22日'])
    expect(linesAt(first, '责任单位')).toEqual(['物业公司'])
    expect(linesAt(first, '办理时限')).toEqual(['2027年1月6日'])
  })

  test('leave room for the pen when they were not', () => {
    const second = worksheetsOf(tale)[1]
    for (const label of ['工单编号', '责任单位', '办理时限', '开出日期']) expect(linesAt(second, label)).toEqual([])
    const fields = second === undefined ? [] : fieldsOf(second)
    expect(fields.filter(({ dateByHand }) => dateByHand).map(({ label }) => label)).toContain('办理时限')
  })

  test('have no number yet while the ledger has not issued one', () => {
    const third = worksheetsOf(tale)[2]
    expect(third?.number).toBeNull()
    expect([linesAt(third, '工单编号'), linesAt(third, '责任单位')]).toEqual([[], ['社区']])
  })

  test('of practice are marked and take no number', () => {
    const [first] = worksheetsOf({ ...tale, practice: true })
    expect(first).toMatchObject({ practice: true, mark: '练习，不作为正式文书', number: null })
    expect(linesAt(first, '工单编号')).toEqual(['练习，不编号'])
  })

  test('have room for all that is done later by hand', () => {
    const [first] = worksheetsOf(tale)
    const labels = first === undefined ? [] : fieldsOf(first).map(({ label }) => label)
    for (const label of [
      '交办层级',
      '研判意见',
      '签收日期',
      '办理过程',
      '延期及批准',
      '办理结果',
      '满意度',
      '销号意见',
    ]) {
      expect(labels).toContain(label)
    }
    expect(linesAt(first, '满意度')?.[0]).toMatch(/满意.*基本满意.*不满意.*未联系上/)
    expect(linesAt(first, '办理过程')).toEqual([])
  })
})
