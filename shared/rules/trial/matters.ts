/** The matters that owners decide on together, by the words of 民法典 §278(1): what each is recognised by. */
const phrases: ReadonlyMap<number, RegExp> = new Map([
  [1, /议事规则/],
  [2, /管理规约/],
  [3, /(选举|换届|更换).*(业主委员会|业委会)|(业主委员会|业委会).*(选举|换届|更换)/],
  [4, /选聘|解聘|续聘/],
  [5, /(使用|动用).*维修资金|维修资金.*使用/],
  [6, /(筹集|续筹|补交).*维修资金|维修资金.*(筹集|续筹)/],
  [7, /改建|重建/],
  [8, /改变.*共有部分.*用途|共有部分.*改变.*用途|利用.*共有部分.*经营/],
  [9, /其他重大事项/],
])

const NUMERALS = '一二三四五六七八九'
const ITEM = `[${NUMERALS}1-9]`
const ALONE = new RegExp(`^${ITEM}$`)
const NUMBERED = new RegExp(`\\((${ITEM})\\)|第\\(?(${ITEM})\\)?项`, 'g')

/** The matters of 民法典 §278(1), 1 to 9, that a text names: （六）, 第六项, 六, 6 or by its words; none where it names none. */
export function mattersNamed(text: string): readonly number[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const found = new Set<number>()
  if (ALONE.test(plain)) found.add(numberOf(plain))
  for (const [, bracketed, counted] of plain.matchAll(NUMBERED)) found.add(numberOf(bracketed ?? counted ?? ''))
  for (const [matter, phrase] of phrases) if (phrase.test(plain)) found.add(matter)
  return [...found].sort((a, b) => a - b)
}

function numberOf(numeral: string): number {
  const place = NUMERALS.indexOf(numeral)
  return place === -1 ? Number(numeral) : place + 1
}
