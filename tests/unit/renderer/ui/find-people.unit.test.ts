import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { peopleFinder } from '../../../../renderer/ui/find-people.ts'
import { readingsByDictionary } from '../../../../renderer/ui/pinyin-dictionary.ts'
import { initialByCollation } from '../../../../renderer/ui/pinyin-initials.ts'

const named = (names: readonly string[]) => names.map((name) => ({ name }))
const finder = peopleFinder(readingsByDictionary)
const among = (names: readonly string[], query: string) => finder.find(named(names), query).map(({ name }) => name)

const people = ['周桂芳', '张宏发', '郑红方', '欧阳海', '阿依古丽·买买提', '列席甲（物业）', 'A座王', 'Tom', 'Müller']

describe('finding a person', () => {
  test.each([
    ['桂', '周桂芳'],
    ['张宏', '张宏发'],
    ['物业', '列席甲（物业）'],
    ['zhanghongfa', '张宏发'],
    ['zhang hong fa', '张宏发'],
    ["zhang'hong'fa", '张宏发'],
    ['ZhangHongFa', '张宏发'],
    ['zhanghf', '张宏发'],
    ['zhang hong f', '张宏发'],
    ['zhanghongf', '张宏发'],
    ['zhanghon', '张宏发'],
    ['guifang', '周桂芳'],
    ['张hf', '张宏发'],
    ['z宏f', '张宏发'],
    ['张hongf', '张宏发'],
    ['ouyh', '欧阳海'],
    ['oyh', '欧阳海'],
    ['阿依古丽买买提', '阿依古丽·买买提'],
    ['ayglmmt', '阿依古丽·买买提'],
    ['a座w', 'A座王'],
    ['ａ座王', 'A座王'],
    ['azuowang', 'A座王'],
    ['tom', 'Tom'],
    ['müller', 'Müller'],
    [' Z G F ', '周桂芳'],
    ['ｚｇｆ', '周桂芳'],
  ])('by %s finds %s', (query, expected) => {
    expect(among(people, query)).toEqual([expected])
  })

  test.each(['没有', 'tm', 'zhanghongfang', 'zhf方', 'hz', 'zhangfa', 'zhaang', '张发', '·', "'", 'ang', 'b'])(
    'by %s finds nobody',
    (query) => expect(among(people, query)).toEqual([]),
  )

  test('shows everybody, as they stand, before anything is typed', () => {
    const all = named(people)
    expect(finder.find(all, '  ')).toBe(all)
  })
})

describe('characters with several readings', () => {
  test.each([
    ['曾丽华', ['zenglihua', 'zlh', 'cenglihua', 'clh']],
    ['单志强', ['shanzhiqiang', 'szq', 'danzq', 'dzq']],
    ['解晓东', ['xiexd', 'jiexd']],
    ['翟天', ['zhait', 'dit']],
    ['查良镛', ['zhaly', 'chaly']],
    ['仇英', ['qiuy', 'chouying']],
    ['覃伟', ['qinw', 'tanwei']],
    ['区志', ['ouzhi', 'quzhi']],
    ['乐嘉', ['yuejia', 'lejia']],
    ['尉迟恭', ['yuchigong', 'ycg', 'weichi']],
    ['万俟雪', ['moqixue', 'mqx', 'wan']],
    ['长孙无忌', ['zhangsunwj', 'changsun']],
    ['重庆', ['chongq', 'zhongq']],
    ['吕绿', ['lvlv', 'lulu', 'lülü', 'lvlu', 'lyulyu', 'll']],
    ['女娲', ['nvwa', 'nuwa', 'nw']],
    ['略', ['lve', 'lue']],
    ['西安', ['xian', "xi'an", 'xa']],
    ['𬊤明', ['𬊤', 'chanming', 'cm']],
  ])('%s is found by each', (name, queries) => {
    for (const query of queries) expect(among([name, '丁某'], query)[0], query).toBe(name)
  })

  test('come after those that are usually read so', () => {
    expect(among(['盛一', '程一'], 'cheng')).toEqual(['程一', '盛一'])
    expect(among(['单一', '丁一', '王盛', '王丁'], 'd')).toEqual(['丁一', '单一', '王丁'])
    expect(among(['王盛', '王程'], 'cheng')).toEqual(['王程', '王盛'])
  })

  test('are usual where they stand, as a family name or not', () => {
    expect(among(['曾一', '王曾', '王层'], 'c')).toEqual(['曾一', '王曾', '王层'])
    expect(among(['王曾', '曾一', '张一'], 'z')).toEqual(['曾一', '张一', '王曾'])
  })

  test('are not mixed within one syllable', () => expect(among(['曾丽华'], 'zheng')).toEqual([]))
})

describe('the order of those who are found', () => {
  test('is the whole name, beginnings in Chinese, by initials, by pinyin, then what is within', () => {
    expect(among(['小李', '李小', '李'], '李')).toEqual(['李', '李小', '小李'])
    expect(among(['王拉安', '兰一', '李安'], 'la')).toEqual(['李安', '兰一', '王拉安'])
    expect(among(['乙a', '安一', 'ab', 'a'], 'a')).toEqual(['a', 'ab', '安一', '乙a'])
  })

  test('is the order given among equals', () => {
    const many = ['张二', '赵一', '周三', '郑四', '张一']
    expect(among(many, 'z')).toEqual(many)
    expect(among([...many].reverse(), 'z')).toEqual([...many].reverse())
  })
})

describe('a finder', () => {
  test('reads each character once, however often is searched', () => {
    const read: string[] = []
    const counting = peopleFinder((character) => {
      read.push(character)
      return readingsByDictionary(character)
    })
    const crowd = named(['曾宏发', '张宏方', '李宏'])
    for (let search = 0; search < 100; search += 1)
      counting.find(
        crowd.map((person) => ({ ...person })),
        `zhf${search}`,
      )
    expect(read.sort()).toEqual(Array.from('发宏张方曾李').sort())
  })

  test('takes a name apart once', () => {
    const own = peopleFinder(readingsByDictionary)
    own.find(named(people), 'z')
    const normalize = vi.spyOn(String.prototype, 'normalize')
    own.find(named(people), 'zh')
    expect(normalize).toHaveBeenCalledTimes(1)
    normalize.mockRestore()
  })

  test('works by the initials that a browser knows until the dictionary is there', () => {
    const early = peopleFinder(initialByCollation)
    const found = (query: string) => early.find(named([...people, '曾丽华']), query).map(({ name }) => name)
    expect(found('zhf')).toEqual(['张宏发', '郑红方'])
    expect(found('张h')).toEqual(['张宏发'])
    expect(found('zlh')).toEqual(['曾丽华'])
    expect(found('clh')).toEqual(['曾丽华'])
    expect(found('zhang')).toEqual([])
  })
})

const CHARACTERS = Array.from('张王李曾单翟吕绿女略安阿恩欧阳尉迟万俟重长乐石朝行宏发华丽Ab7·')
const anyName = fc.array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
const written = (name: string) => Array.from(name.replaceAll('·', '').toLowerCase())

/** Every way to type one character, one by one: what a finder should know, said in another way. */
const waysOf = (character: string): readonly string[] => {
  const family: Readonly<Record<string, string>> = { 翟: 'zhai', 尉: 'yu', 万: 'mo', 俟: 'qi', 单: 'shan', 长: 'zhang' }
  const readings = [...readingsByDictionary(character), ...(character in family ? [family[character] ?? ''] : [])]
  const syllables = readings.flatMap((one) =>
    one.includes('ü') ? ['v', 'u', 'yu'].map((u) => one.replace('ü', u)) : one,
  )
  return [character, ...syllables, ...syllables.map((one) => one.slice(0, 1))]
}

const fitsAt = (characters: readonly string[], rest: string): boolean => {
  const [character, ...others] = characters
  if (character === undefined) return false
  return waysOf(character).some(
    (way) => way.startsWith(rest) || (rest.startsWith(way) && fitsAt(others, rest.slice(way.length))),
  )
}
const fits = (name: string, query: string) => {
  const characters = written(name)
  return characters.some((_, from) => fitsAt(characters.slice(from), query))
}

describe('any name', () => {
  const finds = (name: string, query: string) => among([name], query).length === 1
  const nonEmpty = anyName.filter((name) => written(name).length > 0)

  test('is found by itself, by its pinyin and by its initials', () => {
    fc.assert(
      fc.property(nonEmpty, fc.nat(), (name, choice) => {
        const readings = written(name).map((character) => {
          const all = readingsByDictionary(character)
          return (all[choice % Math.max(1, all.length)] ?? character).replace('ü', 'v')
        })
        expect(finds(name, name)).toBe(true)
        expect(finds(name, readings.join(''))).toBe(true)
        expect(finds(name, readings.join(' ').toUpperCase())).toBe(true)
        expect(finds(name, readings.map((reading) => reading.charAt(0)).join(''))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('is found by what fits it and by nothing else', () => {
    const part = fc.constantFrom(
      ...new Set(CHARACTERS.flatMap((character) => waysOf(character.toLowerCase()))),
      'h',
      'q',
    )
    const anyQuery = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('').replaceAll('·', ''))
    const cut = fc.tuple(anyQuery, fc.nat(3)).map(([query, less]) => query.slice(0, Math.max(1, query.length - less)))
    fc.assert(
      fc.property(
        nonEmpty,
        cut.filter((query) => query !== ''),
        (name, query) => {
          expect(finds(name, query)).toBe(fits(name, query))
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
