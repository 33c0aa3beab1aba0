/** The matters that owners decide on together, by the words of 民法典 §278(1): what each is recognised by. */
const phrases: ReadonlyMap<number, RegExp> = new Map([
  [1, /议事规则/],
  [2, /管理规约/],
  [3, /选举业主委员会|更换业主委员会成员|业委会选举|选举业委会|更换业委会成员/],
  [4, /选聘|解聘/],
  [5, /使用.*维修资金/],
  [6, /筹集.*维修资金/],
  [7, /改建|重建/],
  [8, /改变共有部分的?用途|利用共有部分.*经营/],
  [9, /其他重大事项/],
])

const NUMERALS = '一二三四五六七八九'
const ITEM = `[${NUMERALS}1-9]`
const ALONE = new RegExp(`^${ITEM}$`)
const NUMBERED = new RegExp(`\\((${ITEM})\\)|第\\(?(${ITEM})\\)?项`, 'g')

/**
 * Which matter of 民法典 §278(1), 1 to 9, a text names: （六）, 第六项, 六, 6 or by its words. Null where it names none,
 * or more than one.
 */
export function matterNamed(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const found = new Set<number>()
  if (ALONE.test(plain)) found.add(numberOf(plain))
  for (const [, bracketed, counted] of plain.matchAll(NUMBERED)) found.add(numberOf(bracketed ?? counted ?? ''))
  for (const [matter, phrase] of phrases) if (phrase.test(plain)) found.add(matter)
  const [only, ...more] = found
  return only === undefined || more.length > 0 ? null : only
}

function numberOf(numeral: string): number {
  const place = NUMERALS.indexOf(numeral)
  return place === -1 ? Number(numeral) : place + 1
}
