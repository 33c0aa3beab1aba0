import { parse } from 'papaparse'
import { describe, expect, test } from 'vitest'
import { sorted, sortedBy } from '../../../../renderer/desk/statistics/sorting.ts'
import { statisticsCsv, statisticsFile } from '../../../../renderer/desk/statistics/statistics-csv.ts'
import { type ShownTotal, statisticsShown } from '../../../../renderer/desk/statistics/statistics-shown.ts'
import type { SeatId } from '../../../../shared/core/ids.ts'
import { chair, guest, memberA, memberB, scribe } from '../../../fixtures/small-meeting.ts'
import { asks, next, START, second, talked, third } from '../scribe/talked-meeting.ts'

const names: Readonly<Record<SeatId, string>> = {
  [chair]: '王召集',
  [scribe]: '李话事',
  [memberA]: '=HYPERLINK("赵")',
  [memberB]: '钱，委员',
  [guest]: '孙列席',
}
const nameOf = (seatId: SeatId) => names[seatId] ?? '？'

/** 甲 90 秒, one without a name 30 秒, 乙 is in the 60th second. */
const meeting = talked(
  { anonymous: true, stanceRequired: false },
  [0, asks(memberA)],
  [0, next],
  [90, asks(null, second, { stance: null })],
  [90, next],
  [120, asks(memberB, third)],
  [120, next],
)
const shown = statisticsShown(meeting, START + 180_000, nameOf)

describe('the statistics of a meeting', () => {
  test('give everybody’s speeches, time and part of the whole, the running speech with its time so far', () => {
    expect(shown.people.map(({ name, seconds, speeches }) => [name, speeches, seconds])).toEqual([
      ['=HYPERLINK("赵")', 1, 90],
      ['钱，委员', 1, 60],
      ['不记名的居民（合计）', 1, 30],
    ])
    expect(shown.people.map(({ share }) => Math.round(share * 100))).toEqual([50, 33, 17])
    expect(shown.total).toMatchObject({ speeches: 3, seconds: 180, share: 1 })
  })

  test('name the 方 and the seat, and sum by 方 where the roster knows any', () => {
    expect(shown.people[0]).toMatchObject({ party: '物业企业', seat: '常任议事委员' })
    expect(shown.parties.map(({ name, seconds }) => [name, seconds])).toEqual([
      ['物业企业', 90],
      ['业委会', 60],
      ['没有写方的', 30],
    ])
    const seats = meeting.attendance.seats.map(({ kind, seatId, voting }) => ({ kind, seatId, voting }))
    const apart = { ...meeting, attendance: { ...meeting.attendance, seats } }
    expect(statisticsShown(apart, START + 180_000, nameOf).parties).toEqual([])
  })

  test('list every item, also those nobody spoke on, and who is here and silent but for the chair', () => {
    expect(shown.items.map(({ name, speeches }) => [name, speeches])).toEqual([
      ['铺设塑胶跑道', 3],
      ['加装充电桩', 0],
    ])
    expect(shown.silent.map(({ name }) => name)).toEqual(['李话事', '孙列席'])
  })

  test('name apart who has only asked a question, whose time counts all the same', () => {
    const asked = talked(
      { questions: true },
      [0, asks(memberA)],
      [0, next],
      [10, asks(memberB, second, { kind: 'question', stance: null })],
      [10, next],
    )
    const { onlyInterposed, people, silent } = statisticsShown(asked, START + 15_000, nameOf)
    expect(onlyInterposed).toEqual(people.filter(({ name }) => name === '钱，委员'))
    expect(onlyInterposed.map(({ seconds }) => seconds)).toEqual([5])
    expect(silent.map(({ name }) => name)).not.toContain('钱，委员')
  })

  test('are all noughts before anybody has spoken', () => {
    const { people, total } = statisticsShown(talked({}), START, nameOf)
    expect(people).toEqual([])
    expect(total).toMatchObject({ speeches: 0, seconds: 0, share: 0 })
  })
})

describe('the order of the lines', () => {
  const line = (name: string, speeches: number, seconds: number): ShownTotal => {
    return { key: name, name, party: '', seat: '', speeches, seconds, share: 0 }
  }
  const lines = [line('赵', 1, 50), line('安', 2, 20), line('李', 2, 30)]
  const order = (by: Parameters<typeof sorted>[1]) => sorted(lines, by).map(({ name }) => name)

  test('is by what was pressed, figures first big, words first 阿, and turned by a second press', () => {
    const byTime = { by: 'seconds', descending: true } as const
    expect(order(byTime)).toEqual(['赵', '李', '安'])
    expect(order(sortedBy(byTime, 'seconds'))).toEqual(['安', '李', '赵'])
    expect(order(sortedBy(byTime, 'name'))).toEqual(['安', '李', '赵'])
    expect(sortedBy(byTime, 'speeches')).toEqual({ by: 'speeches', descending: true })
  })

  test('leaves equal ones in the order of time', () => {
    expect(order({ by: 'speeches', descending: true })).toEqual(['李', '安', '赵'])
    expect(order({ by: 'speeches', descending: false })).toEqual(['赵', '李', '安'])
  })
})

describe('the file', () => {
  const bytes = statisticsCsv(shown)
  const { data: rows } = parse<readonly string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true })

  test('begins with the mark by which WPS knows UTF-8', () => {
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test('holds every table with whole seconds, people who have not spoken with noughts, and the whole', () => {
    expect(rows[0]).toEqual(['统计', '名称', '席位', '方', '发言次数', '发言秒数', '发言时长'])
    expect(rows.map(([table]) => table)).toEqual([
      '统计',
      ...Array(5).fill('按人'),
      ...Array(3).fill('按方'),
      '按议题',
      '按议题',
      '全场',
    ])
    expect(rows).toContainEqual(['按人', '钱，委员', '公众议事委员', '业委会', '1', '60', '1 分'])
    expect(rows).toContainEqual(['按人', '孙列席', '列席', '', '0', '0', '0 秒'])
    expect(rows.at(-1)).toEqual(['全场', '合计', '', '', '3', '180', '3 分'])
  })

  test('runs no name as a formula', () => {
    expect(rows.some((row) => row.includes(`'=HYPERLINK("赵")`))).toBe(true)
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  })

  test('is called after the meeting and its day, without what no file may be called', () => {
    expect(statisticsFile('第一次议事会', '2026-11-22')).toBe('第一次议事会发言统计 2026-11-22.csv')
    expect(statisticsFile('甲/乙：“三”?', '2026-11-22')).toBe('甲乙：“三”发言统计 2026-11-22.csv')
  })
})
