import { pinyin } from 'pinyin-pro'
import { peopleFinder } from '../../renderer/ui/find-people.ts'
import { readingsByDictionary } from '../../renderer/ui/pinyin-dictionary.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { median, type Row, us } from './row.ts'

const PEOPLE = 5_000
const ROUNDS = 41
/** As people type them, from the first letter to a whole name. */
const QUERIES = ['z', 'zh', 'zhf', 'zhang', 'zhanghongfa', 'zhang hf', '张', '张h', '桂芳', 'lv', 'xie', 'ouyang']
const FAMILIES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田吕单解翟查仇',
).concat('欧阳')
const GIVEN = Array.from('伟芳娜秀英敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂华建国文红玉玲春梅宏发志长乐重行绿')

/** Finding people among 5,000: a key press beside a plain scan, and learning the names beside reading them. */
export async function peopleSearch(): Promise<readonly Row[]> {
  const people = crowd()
  const finder = peopleFinder(readingsByDictionary)
  finder.find(people, 'z')
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: perQuery((query) => finder.find(people, query)),
    peer: perQuery((query) => people.filter(({ name }) => name.includes(query))),
  }))
  const learning = Array.from({ length: ROUNDS }, () => ({
    ours: perName(() => peopleFinder(readingsByDictionary).find(people, 'z')),
    peer: perName(() => {
      for (const { name } of people) pinyin(name, { type: 'array', toneType: 'none', mode: 'surname' })
    }),
  }))
  return [
    row(`find people among ${PEOPLE}`, 12, rounds, 'filter by String.includes'),
    row(`learn a name, of ${PEOPLE}`, 1, learning, 'pinyin-pro reads it once'),
  ]
}

type Round = { readonly ours: number; readonly peer: number }

const row = (name: string, bound: number, rounds: readonly Round[], peer: string): Row => ({
  name,
  ratio: median(rounds.map((round) => round.ours / round.peer)),
  bound,
  ours: us(median(rounds.map(({ ours }) => ours))),
  peer: `${us(median(rounds.map((round) => round.peer)))} ${peer}`,
  rounds: ROUNDS,
})

function crowd(): readonly { readonly name: string }[] {
  const random = seededRandom(1)
  const oneOf = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  return Array.from({ length: PEOPLE }, () => ({
    name: oneOf(FAMILIES) + oneOf(GIVEN) + (random() < 0.8 ? oneOf(GIVEN) : ''),
  }))
}

/** Mean time of a search, ms. */
function perQuery(search: (query: string) => unknown): number {
  const from = performance.now()
  for (const query of QUERIES) search(query)
  return (performance.now() - from) / QUERIES.length
}

/** Mean time for one of the names, ms. */
function perName(all: () => unknown): number {
  const from = performance.now()
  all()
  return (performance.now() - from) / PEOPLE
}
