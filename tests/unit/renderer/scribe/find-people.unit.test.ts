import { describe, expect, test } from 'vitest'
import { findPeople, initialsOf } from '../../../../renderer/desk/scribe/find-people.ts'

const people = ['周桂芳', '张宏发', '郑红方', '欧阳海', '列席甲（物业）', 'Tom'].map((name) => ({ name }))
const found = (query: string) => findPeople(people, query).map(({ name }) => name)

describe('finding a person', () => {
  test('by a part of the name, by pinyin initials, or by both letters and signs', () => {
    expect(found('桂')).toEqual(['周桂芳'])
    expect(found('zhf')).toEqual(['张宏发', '郑红方'])
    expect(found('oyh')).toEqual(['欧阳海'])
    expect(found('tom')).toEqual(['Tom'])
    expect(found('物业')).toEqual(['列席甲（物业）'])
  })

  test('ignores spaces and case, and shows everybody before anything is typed', () => {
    expect(found(' Z G F ')).toEqual(['周桂芳'])
    expect(found('')).toHaveLength(people.length)
    expect(found('没有')).toEqual([])
  })

  test('puts the whole name first, then beginnings, then what is within', () => {
    const similar = [{ name: '王小李' }, { name: '李小王' }, { name: '李' }]
    expect(findPeople(similar, '李').map(({ name }) => name)).toEqual(['李', '李小王', '王小李'])
  })

  test('knows the initials of common family names', () => {
    const families: Readonly<Record<string, string>> = {
      a: '安艾敖',
      b: '白包毕边',
      c: '蔡陈程崔',
      d: '戴邓丁杜',
      e: '鄂',
      f: '范方冯傅',
      g: '高葛郭桂',
      h: '韩何胡黄',
      j: '季贾姜金',
      k: '康孔邝',
      l: '李刘罗骆',
      m: '马毛孟苗',
      n: '倪聂牛',
      o: '欧',
      p: '潘彭蒲',
      q: '齐钱秦曲',
      r: '任荣阮芮',
      s: '沈石宋孙',
      t: '谭汤唐田',
      w: '汪王魏吴',
      x: '夏谢徐许',
      y: '杨叶于袁',
      z: '张赵郑周',
    }
    for (const [letter, names] of Object.entries(families)) {
      expect(initialsOf(names), names).toBe(letter.repeat(names.length))
    }
  })
})
