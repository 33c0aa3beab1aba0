/**
 * The first Chinese character of each letter in the order of the browser's pinyin collation: whatever sorts from it on
 * begins with that letter. No syllable begins with i, u or v.
 */
const FIRST_OF_LETTER = Array.from('阿八嚓哒妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀')
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const HAN = /\p{Script=Han}/u

/** Characters that begin with another letter as a family name than the collation knows them by. */
const FAMILY_NAMES: Readonly<Record<string, string>> = {
  曾: 'z',
  单: 's',
  解: 'x',
  翟: 'z',
  查: 'z',
  仇: 'q',
  覃: 'q',
  区: 'o',
  乐: 'y',
  隗: 'k',
  尉: 'y',
  种: 'c',
  召: 's',
  折: 's',
  祭: 'z',
  句: 'g',
  繁: 'p',
  秘: 'b',
  乜: 'n',
}

const pinyinOrder = new Intl.Collator('zh-CN-u-co-pinyin')

/**
 * The first letters of a name's pinyin, as people type them to find it: zhf for 张宏发, z and not zh. One for each way to
 * read the family name, the usual one first: zl and cl for 曾丽.
 */
export function initialsOf(name: string): readonly string[] {
  const [first = '', ...others] = Array.from(name)
  const rest = others.map(initialOf).join('')
  const asFamilyName = FAMILY_NAMES[first]
  return [...(asFamilyName === undefined ? [] : [asFamilyName]), initialOf(first)].map((initial) => initial + rest)
}

/** What is no Chinese character stays as it is. */
function initialOf(character: string): string {
  if (!HAN.test(character)) return character.toLowerCase()
  const next = FIRST_OF_LETTER.findIndex((first) => pinyinOrder.compare(first, character) > 0)
  return LETTERS.charAt(next === -1 ? LETTERS.length - 1 : Math.max(0, next - 1))
}
