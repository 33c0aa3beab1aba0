import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { readingsByDictionary } from '../../../../renderer/ui/pinyin-dictionary.ts'
import { familyReading } from '../../../../renderer/ui/pinyin-family-names.ts'
import { initialByCollation } from '../../../../renderer/ui/pinyin-initials.ts'

/** Family names by the letter that they begin with. */
const families: Readonly<Record<string, string>> = {
  a: '安艾敖',
  b: '白包毕边卜秘薄',
  c: '蔡陈程崔车褚谌种',
  d: '戴邓丁杜都',
  e: '鄂',
  f: '范方冯傅',
  g: '高葛郭桂句盖',
  h: '韩何胡黄华',
  j: '季贾姜金纪',
  k: '康孔邝隗',
  l: '李刘罗骆吕陆六',
  m: '马毛孟苗缪宓牟',
  n: '倪聂牛那乜能',
  o: '欧区',
  p: '潘彭蒲朴繁',
  q: '齐钱秦曲仇覃郄',
  r: '任荣阮芮',
  s: '沈石宋孙盛佘单召折',
  t: '谭汤唐田佟',
  w: '汪王魏吴',
  x: '夏谢徐许冼解郗',
  y: '杨叶于袁尹应员乐尉',
  z: '张赵郑周臧曾翟查祭',
}

const compounds = ['万俟', '尉迟', '澹台', '长孙', '乐正']

describe('family names', () => {
  test.each(Object.entries(families))('begin with %s: %s', (letter, names) => {
    for (const name of names) {
      const [reading] = [...familyReading([name, '一']), ...readingsByDictionary(name)]
      expect(reading?.charAt(0), name).toBe(letter)
      const [initial] = [...familyReading([name, '一']), ...initialByCollation(name)]
      expect(initial?.charAt(0), name).toBe(letter)
    }
  })

  test.each(compounds)('%s is read as one', (name) => {
    const asOne = pinyin(`${name}一`, { mode: 'surname', toneType: 'none', type: 'array' }).slice(0, 2)
    expect(familyReading(Array.from(`${name}一`))).toEqual(asOne)
  })

  test('are only what stands first', () => {
    expect(familyReading(['王', '曾'])).toEqual([])
    expect(familyReading(['曾', '王'])).toEqual(['zeng'])
    expect(familyReading([])).toEqual([])
  })
})

describe('readings', () => {
  test('leave what is not Chinese as it is', () => {
    for (const other of ['A', '7', '·', '（', '😀']) {
      expect(readingsByDictionary(other), other).toEqual([])
      expect(initialByCollation(other), other).toEqual([])
    }
  })

  test('are all that a character has, without tones and without repeats', () => {
    expect(readingsByDictionary('单')).toEqual(['dan', 'shan', 'chan'])
    expect(readingsByDictionary('吕')).toEqual(['lü'])
    expect(readingsByDictionary('𬊤')).toEqual(['chan'])
  })

  test('leave out what no name is read like', () => {
    expect(readingsByDictionary('红')).toEqual(['hong'])
    expect(readingsByDictionary('和')).toEqual(['he'])
  })

  test('begin with the letter that the browser sorts by, for nearly every common character', () => {
    const common = Array.from({ length: 0x9fa5 - 0x4e00 }, (_, index) => String.fromCodePoint(0x4e00 + index))
    const agree = common.filter((character) => {
      const readings = readingsByDictionary(character)
      return readings.some((reading) => reading.charAt(0) === initialByCollation(character)[0])
    })
    expect(agree.length / common.length).toBeGreaterThan(0.97)
  })
})
