import { describe, expect, test } from 'vitest'
import { findPeople } from '../../../../renderer/ui/find-people.ts'
import { initialsOf } from '../../../../renderer/ui/pinyin-initials.ts'

const people = ['周桂芳', '张宏发', '郑红方', '欧阳海', '阿依古丽', '列席甲（物业）', 'Tom'].map((name) => ({ name }))
const found = (query: string) => findPeople(people, query).map(({ name }) => name)

describe('finding a person', () => {
  test('by a part of the name, or by the pinyin initials', () => {
    expect(found('桂')).toEqual(['周桂芳'])
    expect(found('zhf')).toEqual(['张宏发', '郑红方'])
    expect(found('oyh')).toEqual(['欧阳海'])
    expect(found('aygl')).toEqual(['阿依古丽'])
    expect(found('tom')).toEqual(['Tom'])
    expect(found('物业')).toEqual(['列席甲（物业）'])
  })

  test('ignores spaces, case and the width of letters, and shows everybody before anything is typed', () => {
    expect(found(' Z G F ')).toEqual(['周桂芳'])
    expect(found('ｚｇｆ')).toEqual(['周桂芳'])
    expect(found('  ')).toHaveLength(people.length)
    expect(found('没有')).toEqual([])
  })

  test('puts the whole name first, then beginnings, then what is within', () => {
    const similar = [{ name: '王小李' }, { name: '李小王' }, { name: '李' }]
    expect(findPeople(similar, '李').map(({ name }) => name)).toEqual(['李', '李小王', '王小李'])
  })

  test('takes a family name as it is read as one, and as it is read elsewhere', () => {
    const families = [{ name: '曾丽华' }, { name: '单志强' }, { name: '丁单' }]
    expect(findPeople(families, 'zlh').map(({ name }) => name)).toEqual(['曾丽华'])
    expect(findPeople(families, 'clh').map(({ name }) => name)).toEqual(['曾丽华'])
    expect(findPeople(families, 's').map(({ name }) => name)).toEqual(['单志强'])
    expect(findPeople(families, 'dd').map(({ name }) => name)).toEqual(['丁单'])
  })
})

describe('the initials of family names', () => {
  const families: Readonly<Record<string, string>> = {
    a: '安艾敖',
    b: '白包毕边卜秘',
    c: '蔡陈程崔车褚谌种',
    d: '戴邓丁杜',
    e: '鄂',
    f: '范方冯傅',
    g: '高葛郭桂盖句',
    h: '韩何胡黄华',
    j: '季贾姜金纪',
    k: '康孔邝隗',
    l: '李刘罗骆',
    m: '马毛孟苗缪宓',
    n: '倪聂牛那乜',
    o: '欧区',
    p: '潘彭蒲朴繁',
    q: '齐钱秦曲仇覃',
    r: '任荣阮芮',
    s: '沈石宋孙盛佘单召折',
    t: '谭汤唐田佟',
    w: '汪王魏吴',
    x: '夏谢徐许冼解',
    y: '杨叶于袁尹应员乐尉',
    z: '张赵郑周臧曾翟查祭',
  }

  test.each(Object.entries(families))('%s is the first letter of %s', (letter, names) => {
    for (const name of names) expect(initialsOf(name)[0], name).toBe(letter)
  })

  test('change no character that stands later in a name', () => expect(initialsOf('王曾')).toEqual(['wc']))
})
