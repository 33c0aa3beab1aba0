import { describe, expect, test, vi } from 'vitest'
import { peopleFinder } from '../../../../renderer/ui/find-people.ts'
import { FinderInUse } from '../../../../renderer/ui/finder-in-use.ts'
import { firstShown } from '../../../../renderer/ui/first-shown.ts'
import { peopleFilter } from '../../../../renderer/ui/people-filter.ts'
import { readingsByDictionary } from '../../../../renderer/ui/pinyin-dictionary.ts'
import { initialByCollation } from '../../../../renderer/ui/pinyin-initials.ts'

describe('the filter of a select', () => {
  const { filterOption, filterSort } = peopleFilter(peopleFinder(readingsByDictionary))
  const options = ['王李（代表）', '李小（代表）', '张三'].map((label, value) => ({ label, value }))
  const shown = (query: string) =>
    options
      .filter((option) => query === '' || filterOption(query, option))
      .sort((a, b) => filterSort(a, b, { searchValue: query }))
      .map(({ label }) => label)

  test('finds by the label, the likeliest first', () => {
    expect(shown('li')).toEqual(['李小（代表）', '王李（代表）'])
    expect(shown('zhangs')).toEqual(['张三'])
    expect(shown('wl')).toEqual(['王李（代表）'])
    expect(shown('没有')).toEqual([])
  })

  test('keeps the order while nothing is typed', () => expect(shown('')).toEqual(options.map(({ label }) => label)))

  test('finds by the value where there is no label', () => {
    expect(filterOption('wygs', { value: '物业公司' })).toBe(true)
    expect(filterOption('wygs', { value: '居委会' })).toBe(false)
    expect(filterOption('wygs')).toBe(false)
  })

  test('ranks a name once for a query', () => {
    const rank = vi.fn(() => 1)
    const counted = peopleFilter({ find: (people) => people, ranking: () => rank })
    for (let turn = 0; turn < 5; turn += 1) {
      counted.filterOption('a', { label: '甲' })
      counted.filterSort({ label: '甲' }, { label: '乙' }, { searchValue: 'a' })
    }
    expect(rank).toHaveBeenCalledTimes(2)
    counted.filterOption('b', { label: '甲' })
    expect(rank).toHaveBeenCalledTimes(3)
  })
})

describe('the finder in use', () => {
  const zhang = [{ name: '张宏发' }]

  test('finds by initials first, and by pinyin when the dictionary has come, which it fetches once', async () => {
    const fetch = vi.fn(async () => readingsByDictionary)
    const inUse = new FinderInUse(initialByCollation, fetch)
    const told = vi.fn()
    inUse.subscribe(told)
    expect(inUse.current().find(zhang, 'zhf')).toEqual(zhang)
    expect(inUse.current().find(zhang, 'zhang')).toEqual([])
    expect(fetch).not.toHaveBeenCalled()
    await Promise.all([inUse.fetchDictionary(), inUse.fetchDictionary()])
    await inUse.fetchDictionary()
    expect(inUse.current().find(zhang, 'zhang')).toEqual(zhang)
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(told).toHaveBeenCalledTimes(1)
  })

  test('goes on by initials when the dictionary does not come, and asks again when it is wanted again', async () => {
    const fetch = vi.fn(async () => readingsByDictionary).mockRejectedValueOnce(new Error('offline'))
    const inUse = new FinderInUse(initialByCollation, fetch)
    await inUse.fetchDictionary()
    expect(inUse.current().find(zhang, 'zhf')).toEqual(zhang)
    expect(inUse.current().find(zhang, 'zhang')).toEqual([])
    await inUse.fetchDictionary()
    expect(inUse.current().find(zhang, 'zhang')).toEqual(zhang)
  })

  test('tells nobody who has gone', async () => {
    const inUse = new FinderInUse(initialByCollation, async () => readingsByDictionary)
    const told = vi.fn()
    inUse.subscribe(told)()
    await inUse.fetchDictionary()
    expect(told).not.toHaveBeenCalled()
  })
})

describe('a long list', () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => index)

  test('is shown whole as long as it is not too long', () => {
    expect(firstShown(people(200))).toEqual({ shown: people(200), more: null })
  })

  test('says how many are left out and how they are found', () => {
    expect(firstShown(people(5_000))).toEqual({
      shown: people(200),
      more: '还有 4800 人没有列出来。请输入姓名或拼音来找。',
    })
  })
})
