import { describe, expect, it } from 'vitest'
import type { Standing } from '../../../../shared/formats/recurrence.ts'
import { lengthText, recurrenceText, reminderText } from '../../../../shared/wording/formats.ts'

const standing: Standing = {
  formatId: 'red_hall',
  recurrence: { times: 1, per: 'month', remindDays: 10 },
  held: 0,
  daysLeft: 8,
  state: 'due',
  missed: 0,
}

describe('what a secretary is told of a form that recurs', () => {
  it('is that it has not been held yet, how often it should be, and how much time is left', () => {
    expect(reminderText(standing)).toBe('本月还没开（每月 1 次），还剩 8 天')
    expect(reminderText({ ...standing, daysLeft: 0 })).toBe('本月还没开（每月 1 次），今天是最后一天')
  })

  it('is how many are still to be held where some were', () => {
    const recurrence = { times: 2, per: 'month', remindDays: 7 } as const
    expect(reminderText({ ...standing, recurrence, held: 1 })).toBe('本月开了 1 次，还差 1 次（每月 2 次），还剩 8 天')
  })

  it('is what the last period was short of, alone or with the present one', () => {
    expect(reminderText({ ...standing, state: 'open', missed: 1 })).toBe('上月缺 1 次')
    expect(reminderText({ ...standing, missed: 1 })).toBe('本月还没开（每月 1 次），还剩 8 天；上月缺 1 次')
    expect(reminderText({ ...standing, state: 'enough', held: 1, missed: 2 })).toBe('上月缺 2 次')
  })

  it('is nothing while there is time, or when enough were held', () => {
    expect(reminderText({ ...standing, state: 'open' })).toBeNull()
    expect(reminderText({ ...standing, state: 'enough', held: 1 })).toBeNull()
  })

  it.each([
    ['week', '本周', '上周', '每周 1 次'],
    ['month', '本月', '上月', '每月 1 次'],
    ['quarter', '本季度', '上季度', '每季度 1 次'],
    ['year', '今年', '去年', '每年 1 次'],
  ] as const)('names the %s as people do', (per, present, before, every) => {
    const recurrence = { ...standing.recurrence, per }
    const words = reminderText({ ...standing, recurrence, missed: 1 })
    expect(words).toBe(`${present}还没开（${every}），还剩 8 天；${before}缺 1 次`)
    expect(recurrenceText(recurrence)).toBe(every)
  })

  it('does not recur without a recurrence', () => {
    expect(recurrenceText(null)).toBe('按需召开')
  })
})

describe('a length of time', () => {
  it('is said in minutes and seconds', () => {
    expect([45, 60, 90, 120, 600].map(lengthText)).toEqual(['45 秒', '1 分钟', '1 分 30 秒', '2 分钟', '10 分钟'])
  })
})
